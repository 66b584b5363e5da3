extension TableSchema {
  /// Every schema declared here.
  public static let all: [TableSchema] =
    scdl + addresses + mobility + places + culture

  /// The schema that a claim names: its id, its address, or the end of its id where only one has it.
  public static func known(_ claim: String) -> TableSchema? {
    var name = claim.filter { !$0.isWhitespace }.lowercased()
    for prefix in ["https://", "http://", "www.", "schema.data.gouv.fr/", "schemas/"]
    where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    let parts = name.split(separator: "/").map(String.init)
    guard let last = parts.last else { return nil }
    if parts.count >= 2 {
      // An address may go on with a version and a file name after the two parts of the id.
      let id = parts.prefix(2).joined(separator: "/")
      if let schema = byID[id] { return schema }
      return all.first { $0.address.lowercased().hasSuffix(name) }
    }
    let found = all.filter { schema in
      let end = schema.id.lowercased().split(separator: "/").last.map(String.init) ?? ""
      return end == last || end == "schema-" + last
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let byID = Dictionary(all.map { ($0.id.lowercased(), $0) }) { first, _ in first }

  private static let scdl = [
    subventions, deliberations, equipements, catalogue, prenoms, budget, menus, plats,
  ]
  private static let addresses = [baseAdresseLocale]
  private static let mobility = [
    irveStatique, irveDynamique, stationnement, stationnementCyclable, lieuxCovoiturage, comptageMesures,
    comptageSites, arretesCirculation,
  ]
  private static let places = [arbres, defibrillateurs, mediationNumerique, pointsEauIncendie]
  private static let culture = [registreEntrees, catalogueDonnees, profilsAcheteur, impactServices]
}
