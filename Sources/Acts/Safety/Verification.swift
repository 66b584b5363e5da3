import Catalogue
import Foundation
import Glibc
import Governance
import Lake
import Messages
public import Register

/// What the verification of a whole data folder found.
public struct VerificationReport: Sendable, Codable, Equatable {
  /// The number of entries in the journal.
  public let entries: Int
  /// How many of them had their content erased.
  public let erased: Int
  /// The root of the journal's Merkle tree, as recomputed.
  public let root: Hash
  /// The number of files checked against their digest.
  public let files: Int
  /// Their size, in bytes.
  public let bytes: Int
  /// What does not hold; empty when all is right.
  public let problems: [VerificationProblem]

  /// Whether everything holds.
  public var isSound: Bool { problems.isEmpty }
}

/// How far a verification is.
public enum VerificationProgress: Sendable, Equatable {
  /// Entries of the journal checked.
  case entries(Int)
  /// Files checked, of how many.
  case files(Int, of: Int)
}

extension Platform {
  /// Checks everything: the journal's chain, tree and store, and the digest of each file a version refers to.
  public func verify(
    progress: @escaping @Sendable (VerificationProgress) -> Void = { _ in }
  ) async throws -> VerificationReport {
    try await catchUp()
    let journalReport = try await journal.verify { progress(.entries($0)) }
    let files = try await checking.run { try self.keptFiles() }
    let found = try await checking.run { try KeptFile.check(files.files, progress) }
    return VerificationReport(
      entries: journalReport.head.size,
      erased: journalReport.erased,
      root: journalReport.head.root,
      files: files.files.count,
      bytes: found.bytes,
      problems: journalReport.problems + files.missing + found.problems + eliminationRemains()
    )
  }

  /// The files of the lake that versions refer to, and those that are not there.
  func keptFiles() throws -> (files: [KeptFile], missing: [VerificationProblem]) {
    var files: [String: KeptFile] = [:]
    var missing: [VerificationProblem] = []
    func add(_ digest: String, of owner: String, _ url: () throws -> URL) {
      guard files[digest] == nil else { return }
      do { files[digest] = KeptFile(digest: digest, url: try url()) } catch {
        missing.append(
          VerificationProblem(
            "blob.missing",
            object: digest,
            fr: "Un fichier de «\u{A0}\(owner)\u{A0}» manque.",
            en: "A file of “\(owner)” is missing."
          )
        )
      }
    }
    for version in state.snapshot.records(DatasetVersion.self) {
      for digest in [version.original.digest] + [version.inspection].compactMap({ $0 }) {
        add(digest, of: version.id) { try lake.blobURL(digest) }
      }
      guard let table = version.table else { continue }
      add(table, of: version.id) { try lake.manifestURL(table) }
      for digest in (try? lake.blobs(ofTable: table)) ?? [] {
        add(digest, of: version.id) { try lake.blobURL(digest) }
      }
    }
    for deposit in state.snapshot.records(Deposit.self) where !deposit.state.isOver {
      guard let file = deposit.file else { continue }
      add(file.digest, of: deposit.id) { try lake.blobURL(file.digest) }
    }
    for delivery in state.snapshot.records(ReceivedDelivery.self) where delivery.fileErasedAt == nil {
      add(delivery.digest, of: delivery.id) { try lake.blobURL(delivery.digest) }
    }
    for register in Registers.all {
      for digest in register.fileDigests(in: state.snapshot) {
        add(digest, of: register.plural.fr) { try lake.blobURL(digest) }
      }
    }
    if let logo = state.settings.logo?.digest { add(logo, of: "logo") { try lake.blobURL(logo) } }
    return (files.values.sorted { $0.digest < $1.digest }, missing)
  }
}

/// A file the lake keeps, with the digest it must have.
struct KeptFile: Sendable {
  let digest: String
  let url: URL

  static func check(
    _ files: [KeptFile],
    _ progress: @Sendable (VerificationProgress) -> Void
  ) throws -> (bytes: Int, problems: [VerificationProblem]) {
    var bytes = 0
    var problems: [VerificationProblem] = []
    for (index, file) in files.enumerated() {
      try Task.checkCancellation()
      let read = file.read()
      bytes += read?.bytes ?? 0
      if read?.hash.hex != file.digest {
        problems.append(
          VerificationProblem(
            "blob.altered",
            object: file.digest,
            fr: "Le fichier d’empreinte \(file.digest.prefix(12))… a été modifié ou ne se lit plus.",
            en: "The file of digest \(file.digest.prefix(12))… was altered or cannot be read."
          )
        )
      }
      progress(.files(index + 1, of: files.count))
    }
    return (bytes, problems)
  }

  private func read() -> (hash: Hash, bytes: Int)? {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var builder = HashBuilder()
    var total = 0
    return withUnsafeTemporaryAllocation(byteCount: 1 << 20, alignment: 16) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count == 0 { return (builder.finish(), total) }
        guard count > 0 else { return nil }
        builder.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        total += count
      }
    }
  }
}
