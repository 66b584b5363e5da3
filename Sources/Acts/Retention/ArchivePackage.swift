import Catalogue
import CivilTime
public import Foundation
import Governance
import Lake
import Messages
public import Register

/// A package of archive, as it was written.
public struct ArchivePackage: Sendable, Equatable {
  /// The name to save it under.
  public let name: String
  /// The files it holds, its manifest last.
  public let files: [PackedName]

  /// A file of a package.
  public struct PackedName: Sendable, Equatable, Codable {
    /// Its name in the package.
    public let name: String
    /// Its size.
    public let bytes: Int
    /// The SHA-256 of its bytes.
    public let sha256: String
    /// The SHA-512 of its bytes.
    public let sha512: String

    init(_ file: PackedFile) {
      name = file.name
      bytes = file.bytes
      sha256 = file.sha256
      sha512 = file.sha512
    }
  }
}

extension Platform {
  /// Writes a version of a dataset as a package of archive: its file, its table as CSV and Parquet, what is known
  /// of it, digests and a SEDA manifest.
  ///
  /// - Parameters:
  ///   - version: The version's number; the published one when `nil`.
  ///   - url: The ZIP file to write, which must not exist.
  public func archive(
    dataset slug: String,
    version: Int? = nil,
    to url: URL,
    as actor: Register.Actor
  ) async throws -> ArchivePackage {
    try await catchUp()
    let place = state.dataset(slug)?.organization
    try Authorization.check(
      Permission(.protect, on: place, dataset: slug),
      of: actor,
      in: state.snapshot,
      at: now
    )
    let found = try await noted(slug, version, actor)
    let rule = state.snapshot.records(RetentionRule.self).first {
      $0.dataset == slug && $0.keeping.status == .current
    }
    return try await write(.init(dataset: slug, versions: [found], rule: rule, elimination: nil), to: url)
  }

  /// Writes what an elimination covers as a package of archive, before it is executed.
  ///
  /// - Parameter url: The ZIP file to write, which must not exist.
  public func archive(
    elimination id: String,
    to url: URL,
    as actor: Register.Actor
  ) async throws -> ArchivePackage {
    try await catchUp()
    let snapshot = state.snapshot
    for permission in snapshot.eliminationPermissions(.protect, id) {
      try Authorization.check(permission, of: actor, in: snapshot, at: now)
    }
    let known = try snapshot.elimination(id)
    guard known.isOpen else { throw RetentionFailure.decided }
    guard let slug = known.dataset else { throw RetentionFailure.noData }
    let ids = known.extent == .rows ? [known.version].compactMap(\.self) : known.versions
    var versions: [DatasetVersion] = []
    for id in ids {
      guard let number = DatasetVersion.number(ofVersion: id), snapshot.record(DatasetVersion.self, id) != nil
      else {
        throw RetentionFailure.changed
      }
      versions.append(try await noted(slug, number, actor))
    }
    let rule = known.rule.flatMap { snapshot.record(RetentionRule.self, $0) }
    return try await write(.init(dataset: slug, versions: versions, rule: rule, elimination: known), to: url)
  }

  /// What an elimination covers as a package of archive, open to be read: its file has no name any more, so that
  /// nothing is left of it once it is closed, whatever happens.
  public func openArchive(
    elimination id: String,
    as actor: Register.Actor
  ) async throws -> (package: ArchivePackage, file: FileHandle) {
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    // What a killed process leaves in it goes with the next collection.
    let folder = configuration.dataFolder.appending(path: "staging")
    try BackupFolder.guarding {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let url = folder.appending(path: UUID().uuidString + ".zip")
    defer { try? FileManager.default.removeItem(at: url) }
    let package = try await archive(elimination: id, to: url, as: actor)
    return (package, try FileHandle(forReadingFrom: url))
  }

  /// A version, whose reading is noted where it is not open.
  private func noted(_ slug: String, _ version: Int?, _ actor: Register.Actor) async throws -> DatasetVersion
  {
    let digits = configuration.randomBytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return try await perform(
      RecordAccess(id: "u-" + digits.joined(), dataset: slug, road: .export, version: version),
      as: actor
    )
  }

  private func write(_ subject: ArchiveSubject, to url: URL) async throws -> ArchivePackage {
    // Nothing it reads is collected meanwhile.
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    return try await ArchiveWriting(lake: lake, snapshot: state.snapshot, subject: subject, now: now).run(
      to: url
    )
  }
}

/// What a package is made of.
struct ArchiveSubject: Sendable {
  let dataset: String
  let versions: [DatasetVersion]
  let rule: RetentionRule?
  /// Where it covers rows, they alone are in the package, and not the file they came in.
  let elimination: Elimination?
}

/// Writes a package.
private struct ArchiveWriting {
  let lake: Lake
  let snapshot: Snapshot
  let subject: ArchiveSubject
  let now: Moment

  private var dataset: Dataset? { snapshot.record(Dataset.self, subject.dataset) }
  private var identifier: String {
    subject.elimination?.id ?? subject.versions.first.map { $0.id.replacing("@", with: "-v") }
      ?? subject.dataset
  }
  private var isOfRows: Bool { subject.elimination?.extent == .rows }

  func run(to url: URL) async throws -> ArchivePackage {
    let day = CivilDate(now.day)?.components ?? (1980, 1, 1)
    let zip = try ZipWriter(url, day: day)
    var units: [SEDAManifest.Unit] = []
    var files: [PackedFile] = []
    for version in subject.versions {
      let unit = try await self.unit(version, zip)
      files += unit.objects.map(\.file)
      units.append(unit)
    }
    let description = try zip.add("content/metadonnees.json", bytes: metadata(files), .stored)
    files.append(description)
    let manifest = manifest(units, description)
    files.append(try zip.add("manifest.xml", bytes: Array(manifest.xml.utf8), .stored))
    try zip.finish()
    return ArchivePackage(name: "archive-\(identifier).zip", files: files.map(ArchivePackage.PackedName.init))
  }

  /// The files of a version.
  private func unit(_ version: DatasetVersion, _ zip: ZipWriter) async throws -> SEDAManifest.Unit {
    let base = "content/\(version.dataset)-v\(version.number)"
    var objects: [SEDAManifest.Object] = []
    if !isOfRows {
      let original = version.original
      let file = try await zip.add("\(base)-origine", file: lake.blobURL(original.digest))
      objects.append(
        .init(
          file: file,
          version: "BinaryMaster_1",
          name: original.name,
          mediaType: original.mediaType,
          format: original.container
        )
      )
    }
    if let digest = version.table {
      let table = try lake.table(digest)
      let selection = try selection(of: table)
      for (index, format) in [ExportFormat.csv, .parquet].enumerated() {
        let file = try await zip.add(
          "\(base).\(format.fileExtension)",
          pieces: table.export(selection, format: format),
          format == .parquet ? .stored : .deflated
        )
        let use = isOfRows && index == 0 ? "BinaryMaster_1" : "Dissemination_\(index + 1)"
        objects.append(
          .init(
            file: file,
            version: use,
            name: "\(version.dataset)-v\(version.number).\(format.fileExtension)",
            mediaType: format.mediaType.split(separator: ";").first.map(String.init) ?? format.mediaType,
            format: format.fileExtension.uppercased()
          )
        )
      }
    }
    return SEDAManifest.Unit(
      title: isOfRows ? "Lignes échues de la version \(version.number)" : "Version \(version.number)",
      level: "File",
      identifier: version.id,
      description: isOfRows
        ? "Lignes dont la date de départ est au plus tard le \(subject.elimination?.cutoff ?? "")." : "",
      start: isOfRows ? subject.elimination?.oldest : String(version.publishedAt.prefix(10)),
      end: isOfRows ? subject.elimination?.newest : String(version.publishedAt.prefix(10)),
      objects: objects
    )
  }

  private func selection(of table: Table) throws -> RowSelection {
    guard isOfRows else { return RowSelection() }
    guard let cutoff = subject.elimination?.cutoff.flatMap({ CivilDate($0) }),
      let column = subject.rule?.dateColumn
    else { throw RetentionFailure.changed }
    return try DatedRows(table, column: column, cutoff: cutoff).due
  }

  private func manifest(_ units: [SEDAManifest.Unit], _ description: PackedFile) -> SEDAManifest {
    let organization = snapshot.record(Organization.self, dataset?.organization ?? "")
    let agency = organization?.siren ?? organization?.name ?? subject.dataset
    let first = subject.versions.map { String($0.publishedAt.prefix(10)) }.min()
    let start = subject.elimination?.oldest ?? first
    let end = subject.elimination?.newest ?? subject.versions.map { String($0.publishedAt.prefix(10)) }.max()
    let notes = SEDAManifest.Unit(
      title: "Métadonnées et empreintes",
      level: "Item",
      identifier: "metadonnees",
      description: "",
      start: nil,
      end: nil,
      objects: [
        .init(
          file: description,
          version: "BinaryMaster_1",
          name: "metadonnees.json",
          mediaType: "application/json",
          format: "JSON"
        )
      ]
    )
    return SEDAManifest(
      identifier: identifier,
      date: now.text,
      comment: "Versement de «\u{A0}\(dataset?.title ?? subject.dataset)\u{A0}»",
      archivalAgency: subject.rule?.archiveService ?? "Archives départementales",
      transferringAgency: agency,
      originatingAgency: agency,
      isPublicArchive: subject.rule?.needsVisa ?? true,
      appraisal: .init(
        rule: subject.rule.map { $0.managementTable ?? $0.id },
        start: start,
        keeps: subject.rule?.fate != .destroy
      ),
      // Open to all at once, or fifty years for what touches private life (C. patr., art. L213-1, L213-2).
      access: (dataset?.hasPublicData == true ? "AR038" : "AR048", end),
      unit: SEDAManifest.Unit(
        title: dataset?.title ?? subject.dataset,
        level: "RecordGrp",
        identifier: subject.dataset,
        description: dataset?.description ?? "",
        start: start,
        end: end,
        objects: [],
        children: units + [notes]
      )
    )
  }

  // MARK: What is known of it

  private struct Metadata: Encodable {
    let dataset: Dataset?
    let organization: Organization?
    let versions: [DatasetVersion]
    let rule: RetentionRule?
    let cutoff: String?
    let files: [ArchivePackage.PackedName]
    let journal: String
    let entries: Int
    let at: Moment
  }

  private func metadata(_ files: [PackedFile]) throws -> [UInt8] {
    try CanonicalJSON.encode(
      Metadata(
        dataset: dataset,
        organization: snapshot.record(Organization.self, dataset?.organization ?? ""),
        versions: subject.versions,
        rule: subject.rule,
        cutoff: subject.elimination?.cutoff,
        files: files.map(ArchivePackage.PackedName.init),
        journal: snapshot.head.root.hex,
        entries: snapshot.head.size,
        at: now
      )
    )
  }
}
