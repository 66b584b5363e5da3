import Catalogue
import Messages
import Register
import Tabular

extension PublicationRules {
  static let schema = Rule<PublicationFacts>(
    "publication.schema",
    theme: "open-data",
    article: "CRPA, art. L300-4\u{A0}; schema.data.gouv.fr",
    mode: .blocking,
    title: Bilingual(
      fr: "Le schéma annoncé est respecté",
      en: "The schema that is claimed is respected"
    ),
    remedy: Bilingual(
      fr: "Ajoutez ou renommez les colonnes et corrigez les cellules que signale "
        + "«\u{A0}arpent inspect FICHIER --schema\u{A0}», ou n’annoncez plus ce schéma.",
      en: "Add or rename the columns and correct the cells that “arpent inspect FILE --schema” tells of, "
        + "or claim the schema no more."
    )
  ) { facts in
    guard let claim = facts.dataset.schema, !claim.isEmpty else {
      return Judgement(.notApplicable, fr: "Aucun schéma n’est annoncé.", en: "No schema is claimed.")
    }
    guard let version = facts.version else {
      return Judgement(.unknown, fr: "Aucun fichier n’est déposé.", en: "No file is deposited.")
    }
    guard let schema = TableSchema.known(claim) else {
      return Judgement(
        .unknown,
        fr: "Le schéma «\u{A0}\(claim)\u{A0}» n’est pas connu ici.",
        en: "The schema “\(claim)” is not known here."
      )
    }
    return judge(version, schema)
  }

  private static func judge(_ version: DatasetVersion, _ schema: TableSchema) -> Judgement {
    let check = version.schemaCheck.flatMap { $0.schema == schema.id ? $0 : nil }
    let names = version.columns.map { ColumnReport(name: $0.name, position: 1) }
    let match = SchemaMatch(schema, columns: names)
    let missing = check?.missingRequired ?? match.missingRequired
    let renamed = check?.renamed ?? match.renames.map(\.column)
    guard missing.isEmpty, renamed.isEmpty else { return columns(missing, renamed, schema) }
    guard let check else {
      return Judgement(
        .unknown,
        fr: "Les colonnes sont celles du schéma \(schema.id)\u{A0}; les cellules n’ont pas été vérifiées "
          + "depuis qu’il est annoncé.",
        en:
          "The columns are those of the schema \(schema.id); the cells were not checked since it is claimed."
      )
    }
    let cells = Bilingual.count(
      check.invalidCells,
      fr: ("cellule", "cellules"),
      en: ("faulty cell", "faulty cells")
    )
    let evidence = Bilingual(
      fr: "\(cells.fr) en défaut sur \(Language.french.digits(check.cells)) "
        + "(schéma \(schema.id), version \(check.version)).",
      en:
        "\(cells.en) of \(Language.english.digits(check.cells)) "
        + "(schema \(schema.id), version \(check.version))."
    )
    return Judgement(check.isRespected ? .compliant : .nonCompliant, fr: evidence.fr, en: evidence.en)
  }

  private static func columns(_ missing: [String], _ renamed: [String], _ schema: TableSchema) -> Judgement {
    var french: [String] = []
    var english: [String] = []
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      french.append("il manque \(list)")
      english.append("\(list) missing")
    }
    if !renamed.isEmpty {
      let list = renamed.joined(separator: ", ")
      french.append("à renommer\u{A0}: \(list)")
      english.append("to rename: \(list)")
    }
    return Judgement(
      .nonCompliant,
      fr: "Colonnes du schéma \(schema.id)\u{A0}: \(french.joined(separator: "\u{A0}; ")).",
      en: "Columns of the schema \(schema.id): \(english.joined(separator: "; "))."
    )
  }
}
