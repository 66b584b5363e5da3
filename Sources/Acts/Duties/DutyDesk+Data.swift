import Catalogue
import CivilTime
import Governance
import Messages
import Register
import Tabular

/// The duties of open data and of contracts.
extension DutyDesk {
  var openData: Standing {
    let count = datasets.count
    return count == 0
      ? Standing(.nonCompliant, "Aucun jeu de données n’est ouvert.", "No dataset is open.")
      : Standing(.compliant, "Jeux de données ouverts\u{A0}: \(count).", "Open datasets: \(count).")
  }

  var repertoire: Standing {
    let count = snapshot.records(Dataset.self).count { $0.isPublic && isMine($0.organization) }
    return count == 0
      ? Standing(.nonCompliant, "Le répertoire est vide.", "The list is empty.")
      : Standing(
        .compliant,
        "Informations publiques décrites\u{A0}: \(count).",
        "Public information described: \(count)."
      )
  }

  /// What any authority that opens its data is expected to publish, by the schemas of the common core.
  var commonCore: Standing {
    var expected: [(sign: String, name: Bilingual)] = [
      ("scdl/deliberations", Bilingual(fr: "délibérations", en: "deliberations")),
      ("scdl/equipements", Bilingual(fr: "équipements", en: "facilities")),
    ]
    if facts?.hasLargeGrants == true {
      expected.append(("scdl/subventions", Bilingual(fr: "subventions", en: "grants")))
    }
    if facts?.type == .commune {
      expected.append(("scdl/prenoms", Bilingual(fr: "prénoms", en: "first names")))
      expected.append(("etalab/schema-bal", Bilingual(fr: "base adresse locale", en: "local address base")))
    }
    if facts?.hasChargingPoints == true {
      expected.append(("etalab/schema-irve", Bilingual(fr: "bornes de recharge", en: "charging points")))
    }
    let claims = datasets.compactMap { $0.schema?.lowercased() }
    let unclaimed = expected.filter { one in !claims.contains { $0.contains(one.sign) } }
    let alike = unclaimed.compactMap { one in resembling(one.sign).map { (one.sign, $0.title) } }
    let missing = unclaimed.filter { one in !alike.contains { $0.0 == one.sign } }
    let advice = Bilingual(
      fr: alike.map { " «\u{A0}\($0.1)\u{A0}» ressemble à \($0.0)\u{A0}: déclarez le schéma." }.joined(),
      en: alike.map { " “\($0.1)” looks like \($0.0): claim the schema." }.joined()
    )
    return missing.isEmpty
      ? Standing(
        .compliant,
        "Les jeux attendus sont publiés." + advice.fr,
        "The datasets expected are published." + advice.en
      )
      : Standing(
        .nonCompliant,
        "Aucun jeu ouvert ne suit le schéma de\u{A0}: "
          + missing.map { "\($0.name.fr) (\($0.sign))" }.joined(separator: ", ") + "." + advice.fr,
        "No open dataset follows the schema of: "
          + missing.map { "\($0.name.en) (\($0.sign))" }.joined(separator: ", ") + "." + advice.en
      )
  }

  /// An open dataset that claims no schema, and has the columns of one: all those that each row must fill.
  private func resembling(_ sign: String) -> Dataset? {
    let schemas = TableSchema.all.filter { $0.id.lowercased().contains(sign) }
    return datasets.first { dataset in
      guard dataset.schema?.isEmpty ?? true,
        let version = dataset.currentVersion.flatMap({ snapshot.record(DatasetVersion.self, $0) })
      else { return false }
      let columns = version.columns.map { ColumnReport(name: $0.name, position: 1) }
      return !columns.isEmpty && columns.count <= 1_000
        && schemas.contains { schema in
          let match = SchemaMatch(schema, columns: columns)
          return match.isLikely && match.missingRequired.isEmpty && match.renames.isEmpty
        }
    }
  }

  /// The open datasets of the six categories, under a licence that lets anyone reuse them.
  var highValue: Standing {
    let mine = datasets.filter(\.isHighValue)
    guard !mine.isEmpty else {
      return Standing(
        .unknown,
        "Aucun jeu ouvert ne dit sa catégorie de forte valeur.",
        "No open dataset states its high-value category."
      )
    }
    let categories = Set(mine.compactMap(\.highValue))
    let named = HighValueCategory.allCases.filter(categories.contains)
    let unnamed = mine.count { $0.highValue == nil }
    let fr =
      named.map(\.label.fr)
      + (unnamed > 0 ? ["\(unnamed) par mot-clé «\u{A0}hvd\u{A0}», catégorie à préciser"] : [])
    let en =
      named.map(\.label.en) + (unnamed > 0 ? ["\(unnamed) by the keyword “hvd”, category to be given"] : [])
    return Standing(
      .compliant,
      "Jeux ouverts\u{A0}: \(mine.count) (\(fr.joined(separator: "\u{A0}; "))).",
      "Open datasets: \(mine.count) (\(en.joined(separator: "; ")))."
    )
  }

  /// A dataset whose schema, name or keywords say what it is.
  func dataset(_ words: [String], _ fr: String, _ en: String) -> Standing {
    let found = datasets.first { dataset in
      let texts = [dataset.schema ?? "", dataset.id] + dataset.keywords
      return texts.contains { text in words.contains { text.lowercased().contains($0) } }
    }
    return found.map {
      Standing(.compliant, "Publié\u{A0}: «\u{A0}\($0.title)\u{A0}».", "Published: “\($0.title)”.")
    } ?? Standing(.nonCompliant, "Aucun \(fr) n’est publié.", "No \(en) is published.")
  }

  /// The contracts of a sort, by what their rule says of each.
  func contracts(_ rule: String, _ isConcerned: (Contract) -> Bool) -> Standing {
    let mine = snapshot.records(Contract.self)
      .filter { isMine($0.organization) && $0.keeping.status != .draft && isConcerned($0) }
    guard !mine.isEmpty else {
      return Standing(
        .unknown,
        "Le registre n’a aucun contrat de ce genre.",
        "The register has no such contract."
      )
    }
    let assessed = mine.map { contract in
      (contract, RegisterRules.assessment(rule, of: Contract.register, contract.id, in: snapshot, at: now))
    }
    if let fault = assessed.first(where: { $0.1?.verdict == .nonCompliant }) {
      let count = assessed.count { $0.1?.verdict == .nonCompliant }
      return Standing(
        .nonCompliant,
        "Contrats en défaut\u{A0}: \(count), dont «\u{A0}\(fault.0.title)\u{A0}».",
        "Contracts at fault: \(count), “\(fault.0.title)” among them."
      )
    }
    if let doubt = assessed.first(where: { $0.1?.verdict == .unknown }) {
      return Standing(
        .unknown,
        "«\u{A0}\(doubt.0.title)\u{A0}»\u{A0}: \(doubt.1?.evidence.fr ?? "")",
        "“\(doubt.0.title)”: \(doubt.1?.evidence.en ?? "")"
      )
    }
    if assessed.allSatisfy({ $0.1?.verdict == .notApplicable }) {
      return Standing(
        .notApplicable,
        "Aucun contrat n’atteint le seuil.",
        "No contract reaches the threshold."
      )
    }
    return Standing(
      .compliant,
      "Contrats en règle\u{A0}: \(mine.count).",
      "Contracts in order: \(mine.count)."
    )
  }

  var delegateData: Standing {
    let whole = contracts("contract.delegate-data") { $0.type?.isConcession ?? false }
    guard whole.verdict == .compliant || whole.verdict == .notApplicable else { return whole }
    let expected = snapshot.records(ExpectedDelivery.self)
      .filter { isMine($0.organization) && $0.keeping.status == .current }
    var next: String?
    for delivery in expected {
      for day in DeliverySchedule.calendar(delivery, in: snapshot, at: now) {
        switch day.standing {
        case .overdue, .defective:
          return Standing(
            .nonCompliant,
            "«\u{A0}\(delivery.title)\u{A0}» manque depuis le \(Bilingual.day(day.dueOn.iso).fr).",
            "“\(delivery.title)” is missing since \(Bilingual.day(day.dueOn.iso).en).",
            next: day.dueOn.iso
          )
        case .awaited: next = min(next ?? day.dueOn.iso, day.dueOn.iso)
        case .onTime, .late: continue
        }
      }
    }
    var standing = whole
    standing.nextOn = next
    return standing
  }
}
