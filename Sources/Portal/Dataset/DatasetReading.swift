import Acts
import Catalogue
internal import CivilTime
import Lake
import Markup
import Messages
import Register
import Tabular
import Web

extension PortalReader {
  /// What the page of a dataset tells, and the day it tells it of.
  func dataset(_ context: PageContext) async throws -> (DatasetModel, PageContext) {
    guard case .dataset(let slug) = context.route else { throw Problem.unknownAddress }
    let now = try publicDataset(slug)
    guard let day = context.dayAsked else {
      var model = try await model(of: now, organization: state.organization(now.organization), context)
      model.rules = state.assessments(of: now, on: platform.now)
      model.voices = VoiceSection(now, in: state.snapshot)
      return (model, context)
    }
    let past = try await dataset(slug, on: day)
    let organization = try await platform.record(Organization.self, past.organization, at: day.end)
    var model = try await model(of: past, organization: organization, context)
    model.rules = try await platform.assessments(of: past, at: day.end)
    model.versions.removeAll { !$0.isPublished(by: day) }
    // What was restricted then, or is now, is not shown.
    if !now.hasPublicData { Self.withhold(&model) }
    return (model, context.on(day))
  }

  /// The table explorer alone.
  func tableFragment(_ context: PageContext) async throws -> HTML {
    guard case .tableFragment(let slug) = context.route else { throw Problem.unknownAddress }
    let (dataset, context) = try await shown(slug, context)
    var model = try await described(dataset)
    model.table = try await table(of: model, context)
    guard let section = TableSection(model) else { throw Problem.unknownAddress }
    return section.region(context)
  }

  /// The chart alone.
  func chartFragment(_ context: PageContext) async throws -> HTML {
    guard case .chartFragment(let slug) = context.route else { throw Problem.unknownAddress }
    let (dataset, context) = try await shown(slug, context)
    var model = try await described(dataset)
    model.chart = try await chart(of: model, context)
    guard let section = ChartSection(model) else { throw Problem.unknownAddress }
    return section.region(context)
  }

  /// The dataset whose rows a fragment shows: as it is, or as it was on the day its page tells of (`le`).
  private func shown(_ slug: String, _ context: PageContext) async throws -> (Dataset, PageContext) {
    let now = try publicDataset(slug)
    guard let day = context.dayAsked, now.hasPublicData else { return (now, context) }
    return (try await dataset(slug, on: day), context.on(day))
  }

  private func model(
    of dataset: Dataset,
    organization: Organization?,
    _ context: PageContext
  ) async throws -> DatasetModel {
    var model = try await described(dataset)
    model.organization = organization
    model.table = try await table(of: model, context)
    model.chart = try await chart(of: model, context)
    model.map = try await map(of: model)
    return model
  }

  /// The description with its versions and columns, before any row is read.
  private func described(_ dataset: Dataset) async throws -> DatasetModel {
    var model = DatasetModel(
      dataset: dataset,
      organization: nil,
      version: state.currentVersion(of: dataset),
      versions: state.versions(of: dataset.id).reversed()
    )
    guard dataset.hasPublicData, let version = model.version else { return model }
    if let digest = version.inspection {
      let inspection = try await inspections.value(digest) { try platform.inspection(digest) }
      model.columns = inspection.columns
      model.findings = inspection.findings
      model.findingCount = inspection.findingCount
    } else {
      model.columns = version.columns.enumerated().map { Self.report($1, position: $0 + 1) }
    }
    return model
  }

  /// A dataset as the public knew it at the end of a day.
  func dataset(_ slug: String, on day: CivilDate) async throws -> Dataset {
    guard let past = try await platform.record(Dataset.self, slug, at: day.end), past.isPublic
    else {
      throw Failure(
        "portal.dataset.not-yet",
        .missing,
        fr: "Ce jeu de données n’était pas publié à cette date.",
        en: "This dataset was not published on that date.",
        remedy: Bilingual(
          fr: "Son historique dit depuis quand il l’est.",
          en: "Its history says since when it is."
        )
      )
    }
    return past
  }

  /// What a version itself knows of a column, where its inspection was not kept.
  private static func report(_ column: DatasetVersion.Column, position: Int) -> ColumnReport {
    var report = ColumnReport(name: column.name, position: position, type: column.type, format: column.format)
    report.valid = column.valid
    report.invalid = column.invalid
    report.missing = column.missing
    report.personal = column.personal
    return report
  }

  private static func withhold(_ model: inout DatasetModel) {
    model.version = nil
    model.columns = []
    model.findings = []
    model.table = nil
    model.chart = nil
    model.map = nil
  }
}
