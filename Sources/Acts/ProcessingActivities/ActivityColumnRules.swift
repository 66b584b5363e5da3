import Catalogue
import Governance
import Messages
import Register

/// What the data says of an activity: the register is checked by the facts.
enum ActivityColumnRules {
  static let all = [columns, categories]

  static let columns = Rule<SheetFacts>(
    "activity.columns",
    theme: "personal-data",
    article: "RGPD, art. 30(1)c et 5(2)",
    mode: .alert,
    title: Bilingual(
      fr: "Les colonnes personnelles des jeux rattachés sont au registre",
      en: "The personal columns of the datasets attached are in the register"
    ),
    remedy: Bilingual(
      fr: "Ajoutez ces colonnes à l’activité, ou dites dans le jeu qu’elles ne sont pas personnelles.",
      en: "Add these columns to the activity, or say in the dataset that they are not personal."
    )
  ) { facts in
    guard let activity = facts.record(ProcessingActivity.self) else { return nothing }
    let snapshot = facts.snapshot
    let slugs = Set(activity.datasets + activity.columns.compactMap(\.dataset)).sorted()
    guard !slugs.isEmpty else { return nothing }
    var missing: [String] = []
    for slug in slugs {
      guard let dataset = snapshot.record(Dataset.self, slug) else { continue }
      let coverage = snapshot.processingCoverage(of: slug)
      missing += snapshot.personalColumns(of: dataset).filter { !coverage.covers($0) }.map { "\(slug).\($0)" }
    }
    guard missing.isEmpty else {
      let names = missing.prefix(8).joined(separator: ", ")
      return Judgement(
        .nonCompliant,
        fr: "Aucune activité ne couvre : \(names).",
        en: "No activity covers: \(names)."
      )
    }
    return Judgement(.compliant, fr: "Toutes y sont.", en: "All are.")
  }

  static let categories = Rule<SheetFacts>(
    "activity.categories",
    theme: "personal-data",
    article: "RGPD, art. 30(1)c",
    mode: .measure,
    title: Bilingual(
      fr: "Chaque catégorie déclarée se voit dans une colonne",
      en: "Each category stated shows in a column"
    ),
    remedy: Bilingual(
      fr: "Dites quelle colonne contient chaque catégorie, ou dans quel logiciel hors du catalogue elle est.",
      en: "Say which column holds each category, or in which application outside the catalogue it is."
    )
  ) { facts in
    guard let activity = facts.record(ProcessingActivity.self) else { return nothing }
    let known = activity.columns.filter { facts.snapshot.hasColumn($0) }
    let ghosts = activity.columns.filter { !facts.snapshot.hasColumn($0) }
    if let ghost = ghosts.first {
      let name = "\(ghost.dataset ?? "?").\(ghost.column ?? "?")"
      return Judgement(
        .unknown,
        fr: "Cette colonne n’existe pas : \(name).",
        en: "There is no such column: \(name)."
      )
    }
    let names = activity.categories.compactMap(\.name)
    guard !names.isEmpty else {
      return Judgement(.unknown, fr: "Aucune catégorie n’est déclarée.", en: "No category is stated.")
    }
    let shown = Set(known.compactMap(\.category))
    let unseen = names.filter { !shown.contains($0) }
    guard unseen.isEmpty else {
      let list = unseen.prefix(6).joined(separator: ", ")
      return Judgement(.unknown, fr: "Aucune colonne ne montre : \(list).", en: "No column shows: \(list).")
    }
    return Judgement(.compliant, fr: "Chacune se voit.", en: "Each shows.")
  }

  private static let nothing = Judgement(
    .notApplicable,
    fr: "Aucun jeu de données n’est rattaché.",
    en: "No dataset is attached."
  )
}

extension Snapshot {
  /// Whether a column that an activity names is in the current version of its dataset.
  fileprivate func hasColumn(_ named: ActivityColumn) -> Bool {
    guard let dataset = named.dataset.flatMap({ record(Dataset.self, $0) }),
      let version = dataset.currentVersion.flatMap({ record(DatasetVersion.self, $0) })
    else { return false }
    return version.columns.contains { $0.name == named.column }
  }
}
