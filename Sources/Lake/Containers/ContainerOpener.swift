import Foundation
import Messages
import Tabular

/// Opens a file by its kind, looking into gzip and ZIP as far as they may be nested.
struct ContainerOpener {
  /// How deep compressed files may lie within each other.
  private static let nestingLimit = 3

  let options: ReadingOptions

  /// Opens a file.
  func open(path: String) throws -> OpenedTable {
    let file = try OpenFile(path: path)
    return try open(
      Subject(path: path, name: (path as NSString).lastPathComponent, bytes: file.size, depth: 0)
    )
  }

  /// A file to open: the one given, or one that was in it.
  struct Subject {
    var path: String
    /// The name to show and to recognise by: that of the file or of the member.
    var name: String
    /// The size of the file given.
    var bytes: Int
    var depth: Int
    /// The folder that holds the file when it was expanded.
    var scratch: ScratchFolder?
    /// The tables of the archive it was chosen in, and what to say of the choice.
    var sheets: [String] = []
    var findings: [Finding] = []
    /// The format to tell, where it is not the file's own.
    var container: String?

    /// A file that lay in this one.
    func inner(_ path: String, name: String, scratch: ScratchFolder) -> Subject {
      var inner = self
      (inner.path, inner.name, inner.scratch, inner.depth) = (path, name, scratch, depth + 1)
      return inner
    }
  }

  func open(_ subject: Subject) throws -> OpenedTable {
    guard subject.depth <= Self.nestingLimit else { throw ContainerFailure.bomb() }
    let file = try OpenFile(path: subject.path)
    let prefix = try file.bytes(at: 0, count: ContainerKind.prefixLength)
    switch ContainerKind(prefix: prefix, name: subject.name) {
    case .text: return try openText(subject)
    case .json: return try openJSON(subject) { FileBytes(file) }
    case .zip: return try openArchive(subject)
    case .gzip: return try openGzip(subject, file)
    case .compoundDocument:
      return try openWorkbook(subject, try XLSWorkbook(CompoundFile(path: subject.path)))
    case .shapefile, .dbase, .geoPackage: return try openGeographic(subject, prefix: prefix)
    case .refused(let refusal): throw refusal.failure
    }
  }

  private func openText(_ subject: Subject) throws -> OpenedTable {
    let source = try DelimitedTextSource(path: subject.path, options: textOptions(subject))
    return OpenedTable(
      source: Held(source, scratch: subject.scratch),
      container: subject.container ?? "csv",
      bytes: subject.bytes,
      sheets: subject.sheets,
      sheet: subject.sheets.isEmpty ? nil : subject.name,
      structuralFindings: { subject.findings.merged(with: source.structuralFindings) },
      dialectNow: { source.dialect },
      encodingNow: { source.encoding }
    )
  }

  /// A sheet option that chose a file in an archive is not the text reader's concern.
  private func textOptions(_ subject: Subject) -> ReadingOptions {
    var options = options
    options.sheet = nil
    return options
  }

  private func openGzip(_ subject: Subject, _ file: OpenFile) throws -> OpenedTable {
    let limits = options.limits
    func expanded() throws -> any ByteStream {
      try Inflater(FileBytes(file), envelope: .gzip, limits: limits)
    }
    let name = subject.name.lowercased().hasSuffix(".gz") ? String(subject.name.dropLast(3)) : subject.name
    switch ContainerKind(prefix: try expanded().prefix(ContainerKind.prefixLength), name: name) {
    case .text: return try openText(subject)
    case .json: return try openJSON(subject, expanded)
    case .refused(let refusal): throw refusal.failure
    default:
      let scratch = try ScratchFolder()
      let path = try scratch.write(try expanded(), as: "member")
      return try open(subject.inner(path, name: name, scratch: scratch))
    }
  }

  private func openJSON(_ subject: Subject, _ stream: () throws -> any ByteStream) throws -> OpenedTable {
    let survey = try JSONSurvey.survey(limits: options.limits, stream)
    let names = survey.tables.map(\.name)
    let wanted = subject.sheets.isEmpty ? options.sheet : nil
    if let wanted, !names.contains(wanted) { throw ContainerFailure.noSuchSheet(wanted, among: names) }
    let table = survey.tables.filter { wanted == nil || $0.name == wanted }.max {
      $0.count < $1.count
    }
    guard let table else { throw Refusal.empty.failure }
    let source = try JSONTableSource(table, isSequence: survey.isSequence, stream: stream())
    var findings = subject.findings
    if names.count > 1, wanted == nil {
      findings.append(ContainerFindings.sheetChosen(table.name, among: names))
    }
    let isGeographic = table.records.shape == .feature
    let container = isGeographic ? "geojson" : survey.isSequence ? "jsonl" : "json"
    return OpenedTable(
      source: Held(source, scratch: subject.scratch),
      container: subject.container ?? container,
      bytes: subject.bytes,
      sheets: names.count > 1 ? names : subject.sheets,
      sheet: names.count > 1 ? table.name : nil,
      structuralFindings: { findings.merged(with: source.log) },
      dialectNow: { Self.noDialect },
      encodingNow: { "utf-8" }
    )
  }

  func openWorkbook(_ subject: Subject, _ workbook: any Workbook) throws -> OpenedTable {
    var options = options
    if !subject.sheets.isEmpty { options.sheet = nil }
    let choice = try SheetChoice.choose(workbook, named: options.sheet)
    let source = try SheetSource(
      workbook,
      sheet: choice.index,
      survey: choice.survey,
      options: options,
      file: subject.name
    )
    let names = workbook.sheets.map(\.name)
    var findings = subject.findings
    if choice.isDecided { findings.append(ContainerFindings.sheetChosen(names[choice.index], among: names)) }
    return OpenedTable(
      source: Held(source, scratch: subject.scratch),
      container: workbook.container,
      bytes: subject.bytes,
      sheets: names,
      sheet: names[choice.index],
      structuralFindings: { findings.merged(with: source.log) },
      dialectNow: { source.dialect },
      encodingNow: { workbook.encoding }
    )
  }

  /// Neither delimiter nor header row: keys and fields name the columns.
  static let noDialect = Dialect(delimiter: "", quote: "", headerRow: 0, skippedRows: 0, newline: "")
}

// MARK: Geographic files

extension ContainerOpener {
  private func openGeographic(_ subject: Subject, prefix: [UInt8]) throws -> OpenedTable {
    let scratch = try ScratchFolder()
    switch ContainerKind(prefix: prefix, name: subject.name) {
    case .geoPackage:
      let schema = try SQLiteSchema(path: subject.path)
      guard !schema.hidesItsContents else { throw VectorDataset.damaged("gpkg") }
      let dataset = try VectorDataset(
        path: try scratch.link(to: subject.path, as: "table.gpkg"),
        driver: "GPKG",
        container: "gpkg",
        options: ["IMMUTABLE=YES", "LIST_ALL_TABLES=NO"],
        excluded: schema.views,
        scratch: scratch
      )
      return try openLayers(subject, dataset, encoding: "utf-8")
    case .dbase:
      _ = try scratch.link(to: subject.path, as: "table.dbf")
      let opened = try ShapefileParts.open(in: scratch, isTableAlone: true, encoding: options.encoding)
      return try openLayers(subject, opened.dataset, encoding: opened.encoding)
    default:
      _ = try ShapefileParts.link(subject.path, into: scratch)
      return try openShapefile(subject, in: scratch)
    }
  }

  func openShapefile(_ subject: Subject, in scratch: ScratchFolder) throws -> OpenedTable {
    let opened = try ShapefileParts.open(in: scratch, isTableAlone: false, encoding: options.encoding)
    return try openLayers(subject, opened.dataset, encoding: opened.encoding)
  }

  private func openLayers(_ subject: Subject, _ dataset: VectorDataset, encoding: String) throws
    -> OpenedTable
  {
    let names = dataset.layers.map(\.name)
    let wanted = dataset.isShapefile || !subject.sheets.isEmpty ? nil : options.sheet
    if let wanted, !names.contains(wanted) { throw ContainerFailure.noSuchSheet(wanted, among: names) }
    let indices = names.indices.filter { wanted == nil || names[$0] == wanted }
    guard let index = indices.max(by: { dataset.layers[$0] < dataset.layers[$1] }) else {
      throw VectorDataset.damaged(dataset.container)
    }
    let source = try LayerSource(dataset, layer: dataset.layers[index].index, limits: options.limits)
    var findings = subject.findings
    if names.count > 1, wanted == nil {
      findings.append(ContainerFindings.sheetChosen(names[index], among: names))
    }
    let isSingle = dataset.isShapefile
    return OpenedTable(
      source: Held(source, scratch: subject.scratch),
      container: dataset.container,
      bytes: subject.bytes,
      sheets: isSingle ? subject.sheets : names,
      sheet: isSingle ? nil : names[index],
      structuralFindings: { findings.merged(with: source.log) },
      dialectNow: { Self.noDialect },
      encodingNow: { encoding }
    )
  }
}

extension VectorDataset.Layer {
  /// Layers that hold places come before tables of codes, and full ones before empty ones.
  static func < (left: Self, right: Self) -> Bool {
    (left.rows > 0 ? 1 : 0, left.hasGeometry ? 1 : 0, left.rows)
      < (right.rows > 0 ? 1 : 0, right.hasGeometry ? 1 : 0, right.rows)
  }
}

/// A source that keeps the folder its file was expanded into for as long as it is read.
private final class Held: TableSource {
  private let source: any TableSource
  private let scratch: ScratchFolder?

  init(_ source: any TableSource, scratch: ScratchFolder?) {
    self.source = source
    self.scratch = scratch
  }

  var columnNames: [String] { source.columnNames }
  var givesValidText: Bool { source.givesValidText }

  func read(into batch: inout RowBatch) throws -> Bool { try source.read(into: &batch) }
}

extension [Finding] {
  /// These findings and those of a log.
  func merged(with log: FindingLog) -> FindingLog {
    var all = FindingLog()
    for finding in self { all.add(finding) }
    all.merge(log)
    return all
  }
}
