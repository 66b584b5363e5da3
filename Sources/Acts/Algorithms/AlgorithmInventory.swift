import Catalogue
import Governance
public import Register

/// The inventory of the main algorithmic processings of an administration, in the columns Etalab recommends.
public enum AlgorithmInventory {
  /// The columns, in order.
  public static let columns = [
    "nom_administration", "direction_porteuse", "contact", "date_mise_a_jour", "nom_algorithme",
    "contexte_global",
    "finalite", "intervention_dans_la_decision", "niveau_automatisation", "fondements_juridiques",
    "ressources_metier",
    "nb_decisions_par_an", "portee", "public_concerne", "ressources_impact", "donnees_traitees",
    "source_des_donnees",
    "mode_de_collecte", "type_algorithme", "operations", "ressources_techniques",
  ]

  /// The inventory as CSV (RFC 4180, UTF-8): what the public register shows, of some organisations or of all.
  ///
  /// Only records in force that the public may see are listed, each with its public fields and no other.
  public static func csv(in snapshot: Snapshot, of isWanted: (String) -> Bool = { _ in true }) -> String {
    let register = RegisterKind.algorithm
    var lines = [columns.joined(separator: ",")]
    for sheet in register.publicSheets(in: snapshot) where isWanted(sheet.organization) {
      let authority = snapshot.record(Organization.self, sheet.organization)?.name ?? sheet.organization
      lines.append(row(sheet, authority).map(quoted).joined(separator: ","))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func row(_ sheet: PublicSheet, _ authority: String) -> [String] {
    let values = sheet.values
    func text(_ key: String) -> String { values[key]?.text ?? "" }
    func list(_ key: String) -> String { (values[key]?.items ?? []).map(\.text).joined(separator: " ; ") }
    func data(_ key: String) -> String {
      (values["data"]?.items ?? []).compactMap { $0[key]?.text }.joined(separator: " ; ")
    }
    return [
      authority, text("department"), text("contact"), sheet.updatedAt.day, sheet.title, text("background"),
      text("purpose"), text("role"), named(text("automation")), list("legalBases"), list("businessResources"),
      text("decisionsPerYear"), named(text("reach")), text("audience"), list("impactResources"), data("name"),
      data("source"), data("collection"), named(text("technique")), text("operations"),
      list("technicalResources"),
    ]
  }

  /// The words Etalab's schema has for our choices.
  private static func named(_ choice: String) -> String {
    switch choice {
    case "automatic": "entièrement automatisé"
    case "assistance": "aide à la décision"
    case "external": "externe"
    case "internal": "interne"
    case "rules": "système de règles"
    case "learning": "apprentissage machine"
    default: choice
    }
  }

  /// A cell: quoted where it must be, and never one that a spreadsheet would run as a formula.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
