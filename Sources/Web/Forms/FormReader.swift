import Foundation
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import NIOPosix

/// Reads the body of a form within its limits; files go to disk as they come.
struct FormReader {
  private let limits: FormLimits
  /// Asked once, before the first byte of a file is written, and at the end: may this form go on?.
  private let admit: (FormData) throws -> Void
  private var form = FormData()
  private var fieldBytes = 0
  private var isAdmitted = false
  private var current: PartHeader?
  private var value: [UInt8] = []
  private var writer: FileWriter?
  private let folder: URL?

  private init(_ limits: FormLimits, folder: URL?, admit: @escaping (FormData) throws -> Void) {
    self.limits = limits
    self.folder = folder
    self.admit = admit
  }

  /// Reads a form.
  ///
  /// - Parameters:
  ///   - folder: Where files are written; it exists. The caller removes it.
  ///   - admit: Told of the fields read so far, before any file is written.
  static func read(
    _ request: Request,
    limits: FormLimits,
    folder: URL?,
    admit: @escaping (FormData) throws -> Void
  ) async throws -> FormData {
    let type = request.headers[.contentType] ?? ""
    var reader = FormReader(limits, folder: folder, admit: admit)
    if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      try await reader.readEncoded(request)
    } else if type.lowercased().hasPrefix("multipart/form-data") {
      try await reader.readMultipart(request, type)
    } else {
      throw FormFailure.mediaType
    }
    if !reader.isAdmitted { try admit(reader.form) }
    return reader.form
  }

  private mutating func readEncoded(_ request: Request) async throws {
    var body: [UInt8] = []
    for try await buffer in request.body {
      guard body.count + buffer.readableBytes <= limits.fields else { throw FormFailure.fieldsTooLarge }
      body.append(contentsOf: buffer.readableBytesView)
    }
    form = try URLEncodedForm.read(body, limits: limits)
  }

  private mutating func readMultipart(_ request: Request, _ type: String) async throws {
    var parser = try MultipartParser(contentType: type)
    do {
      for try await buffer in request.body {
        var events: [MultipartParser.Event] = []
        try parser.read(buffer.readableBytesView) { events.append($0) }
        for event in events { try await take(event) }
      }
      try parser.finish()
    } catch {
      await writer?.discard()
      throw error
    }
  }

  private mutating func take(_ event: MultipartParser.Event) async throws {
    switch event {
    case .part(let header): try await begin(header)
    case .bytes(let bytes): try await append(bytes)
    case .end: try await end()
    }
  }

  private mutating func begin(_ header: PartHeader) async throws {
    guard form.fields.count + form.files.count < limits.parts else { throw FormFailure.tooManyParts }
    current = header
    value = []
    guard let fileName = header.fileName, !fileName.isEmpty else { return }
    guard limits.files > 0, let folder else { throw FormFailure.noFiles }
    guard form.files.count < limits.files else { throw FormFailure.tooManyFiles }
    if !isAdmitted {
      try admit(form)
      isAdmitted = true
    }
    writer = try await FileWriter(folder.appending(path: "\(form.files.count)"))
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) async throws {
    if let writer {
      guard writer.size + bytes.count <= limits.file else { throw FormFailure.fileTooLarge(limits.file) }
      self.writer = try await writer.writing(bytes)
      return
    }
    // The unnamed part of a file field left empty holds nothing.
    guard current?.fileName == nil else { throw FormFailure.header }
    fieldBytes += bytes.count
    guard fieldBytes <= limits.fields else { throw FormFailure.fieldsTooLarge }
    guard value.count + bytes.count <= limits.field else { throw FormFailure.fieldTooLarge }
    value.append(contentsOf: bytes)
  }

  private mutating func end() async throws {
    guard let header = current else { return }
    current = nil
    if let writer {
      self.writer = nil
      let size = try await writer.close()
      form.append(
        FormData.File(
          field: header.name,
          fileName: header.fileName ?? "",
          mediaType: header.mediaType,
          url: writer.url,
          size: size
        )
      )
    } else if header.fileName == nil {
      form.append(name: header.name, value: try URLEncodedForm.text(value))
    }
  }
}

/// A file being written, in large pieces and away from the threads that answer.
private struct FileWriter {
  let url: URL
  private(set) var size = 0
  private var pending: [UInt8] = []
  private let handle: FileHandle

  private static let piece = 262_144

  init(_ url: URL) async throws {
    self.url = url
    handle = try await NIOThreadPool.singleton.runIfActive {
      guard
        FileManager.default.createFile(
          atPath: url.path,
          contents: nil,
          attributes: [.posixPermissions: 0o600]
        )
      else { throw FormFailure.unwritable }
      return try FileHandle(forWritingTo: url)
    }
  }

  func writing(_ bytes: ArraySlice<UInt8>) async throws -> FileWriter {
    var next = self
    next.pending.append(contentsOf: bytes)
    next.size += bytes.count
    if next.pending.count >= Self.piece { try await next.flush() }
    return next
  }

  private mutating func flush() async throws {
    let (handle, bytes) = (handle, Data(pending))
    pending = []
    do {
      try await NIOThreadPool.singleton.runIfActive { try handle.write(contentsOf: bytes) }
    } catch { throw FormFailure.unwritable }
  }

  func close() async throws -> Int {
    var last = self
    try await last.flush()
    try handle.close()
    return size
  }

  func discard() async {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }
}

extension FormFailure {
  fileprivate static let unwritable = Failure(
    "form.unwritable",
    .unavailable,
    fr: "Le fichier n’a pas pu être enregistré : le disque est plein ou refuse l’écriture.",
    en: "The file could not be saved: the disk is full or refuses writing."
  )
}
