import Foundation
import Messages
import Tabular

/// Opening what lies in a ZIP archive.
extension ContainerOpener {
  func openArchive(_ subject: Subject) throws -> OpenedTable {
    let archive = try ZipArchive(path: subject.path, limits: options.limits)
    switch try ArchiveContent(archive) {
    case .xlsx: return try inWorkbook { try openWorkbook(subject, XLSXWorkbook(archive: archive)) }
    case .ods: return try inWorkbook { try openWorkbook(subject, ODSWorkbook(archive: archive)) }
    case .refused(let refusal): throw refusal.failure
    case .gtfs(let tables): return try openGTFS(subject, archive, tables)
    case .members(let members): return try openMember(subject, archive, members)
    }
  }

  /// A person who gave a workbook need not know that it is an archive.
  private func inWorkbook(_ open: () throws -> OpenedTable) throws -> OpenedTable {
    do {
      return try open()
    } catch let failure as Failure {
      switch failure.code {
      case "container.archive.damaged", "container.archive.truncated", "container.archive.method":
        throw ContainerFailure.damagedWorkbook(
          Bilingual(fr: "une de ses parties est illisible", en: "one of its parts cannot be read")
        )
      case "container.archive.too-large": throw ContainerFailure.workbookTooLarge()
      case "container.archive.encrypted": throw Refusal.workbookEncrypted.failure
      default: throw failure
      }
    }
  }

  /// The stops are what people look for in a transport offer; times of passage are its largest table.
  private func openGTFS(
    _ subject: Subject,
    _ archive: ZipArchive,
    _ tables: [ZipArchive.Entry]
  ) throws -> OpenedTable {
    let names = tables.map(\.baseName)
    let wanted =
      options.sheet ?? ["stops.txt", "routes.txt"].first(where: names.contains) ?? names.first ?? ""
    guard let table = tables.first(where: { $0.baseName == wanted || $0.baseName == wanted + ".txt" }) else {
      throw ContainerFailure.noSuchSheet(wanted, among: names)
    }
    var subject = subject
    subject.sheets = names
    subject.container = "gtfs"
    if options.sheet == nil {
      subject.findings.append(
        Finding(
          code: "container.sheet-chosen",
          severity: .information,
          message: Bilingual(
            fr: "L’offre de transport GTFS contient \(names.count) tables ; « \(table.baseName) » a été lue.",
            en: "The GTFS transport offer holds \(names.count) tables; “\(table.baseName)” was read."
          )
        )
      )
    }
    return try open(table, of: archive, for: subject)
  }

  private func openMember(
    _ subject: Subject,
    _ archive: ZipArchive,
    _ members: [ZipArchive.Entry]
  ) throws -> OpenedTable {
    guard let first = members.first else {
      throw ContainerFailure.nothingInside(archive.entries.map(\.baseName))
    }
    if members.count == 1 { return try open(first, of: archive, for: subject) }
    guard members.contains(where: { $0.ending != "xml" && $0.ending != "pdf" }), subject.depth == 0 else {
      throw ContainerFailure.nothingInside(members.map(\.baseName))
    }
    let names = members.map(\.name)
    guard let sheet = options.sheet else { throw ContainerFailure.severalInside(members.map(\.baseName)) }
    guard let chosen = members.first(where: { $0.name == sheet || $0.baseName == sheet }) else {
      throw ContainerFailure.noSuchSheet(sheet, among: names)
    }
    var subject = subject
    subject.sheets = names
    return try open(chosen, of: archive, for: subject)
  }

  private func open(_ entry: ZipArchive.Entry, of archive: ZipArchive, for subject: Subject) throws
    -> OpenedTable
  {
    let scratch = try ScratchFolder()
    if entry.ending == "shp" {
      _ = try ShapefileParts.expand(entry, of: archive, into: scratch)
      return try openShapefile(
        subject.inner(subject.path, name: entry.baseName, scratch: scratch),
        in: scratch
      )
    }
    let path = try scratch.write(try archive.open(entry), as: "member")
    return try open(subject.inner(path, name: entry.baseName, scratch: scratch))
  }
}
