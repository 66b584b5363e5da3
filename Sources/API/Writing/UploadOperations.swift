import Acts
import HTTPTypes
import Hummingbird
import Messages
import Register
import Web

extension Call {
  private var uploads: UploadStore { service.platform.uploads }
  private var uploadID: String { arguments.text("id") ?? "" }

  /// Begins an upload.
  func beginUpload() async throws -> Response {
    guard Authorization.holds(.produce, caller.actor, in: state.snapshot, at: service.platform.now) else {
      throw AccessFailure.forbidden
    }
    let document = try WriteBody(body)
    try document.check(known: ["name", "bytes"])
    let name = try document.requiredText("name")
    let upload = try uploads.create(owner: caller.actor, name: name, bytes: try document.integer("bytes"))
    return answer(upload, offset: 0, status: .created)
  }

  /// How far an upload is.
  func upload() async throws -> Response {
    let upload = try uploads.upload(uploadID, of: caller.actor)
    return answer(upload, offset: try uploads.offset(upload.id, of: caller.actor))
  }

  /// Adds the bytes of the body to an upload.
  func continueUpload() async throws -> Response {
    let upload = try uploads.upload(uploadID, of: caller.actor)
    let here = try uploads.offset(upload.id, of: caller.actor)
    let offset = try requestedOffset()
    guard offset == here else {
      throw Failure(
        "upload.offset",
        .conflict,
        fr: "Ce fichier en est à l’octet \(here).",
        en: "This file is at byte \(here).",
        remedy: Bilingual(fr: "Reprenez de là.", en: "Go on from there."),
        pointer: "Upload-Offset"
      )
    }
    let chunks = BodyChunks(request.body)
    let now = try await uploads.append(upload.id, of: caller.actor, at: offset, chunks)
    return Response(
      status: .noContent,
      headers: [.uploadOffset: "\(now)", .uploadExpires: upload.expiresAt.text]
    )
  }

  /// Throws an upload away.
  func cancelUpload() async throws -> Response {
    try uploads.cancel(uploadID, of: caller.actor)
    return Response(status: .noContent)
  }

  /// Where the sender believes the file is: `Upload-Offset`, or the start of `Content-Range`.
  private func requestedOffset() throws -> Int {
    if let text = request.headers[.uploadOffset] {
      guard let offset = Int(text), offset >= 0 else { throw UploadRequestFailure.offset }
      return offset
    }
    guard let range = request.headers[.contentRange]?.lowercased(), range.hasPrefix("bytes "),
      let first = range.dropFirst(6).split(separator: "-").first, let offset = Int(first), offset >= 0
    else { throw UploadRequestFailure.offset }
    return offset
  }

  private func answer(_ upload: Upload, offset: Int, status: HTTPResponse.Status = .ok) -> Response {
    let address = "/uploads/" + upload.id
    var headers: HTTPFields = [.uploadOffset: "\(offset)", .uploadExpires: upload.expiresAt.text]
    if status == .created { headers[.location] = Endpoint.root + address }
    return document(
      [
        "id": .string(upload.id), "name": .string(upload.name), "bytes": JSONValue(upload.bytes),
        "offset": .integer(offset), "created_at": .string(upload.createdAt.text),
        "expires_at": .string(upload.expiresAt.text), "links": ["self": link(writing: address)],
      ],
      status: status,
      headers: headers
    )
  }
}

/// Why bytes cannot be placed.
enum UploadRequestFailure {
  static let offset = Failure(
    "upload.offset.missing",
    .invalid,
    fr: "La requête ne dit pas à quel octet du fichier elle commence.",
    en: "The request does not say at which byte of the file it begins.",
    remedy: Bilingual(
      fr: "Donnez « Upload-Offset: 0 », ou « Content-Range: bytes 0-99/200 ».",
      en: "Give “Upload-Offset: 0”, or “Content-Range: bytes 0-99/200”."
    ),
    pointer: "Upload-Offset"
  )
}

extension AccessFailure {
  static let forbidden = Failure(
    "access.forbidden",
    .forbidden,
    fr: "Ce jeton n’a pas le droit de faire cela.",
    en: "This token is not allowed to do this.",
    remedy: Bilingual(
      fr: "Demandez ce droit à l’administrateur de la plateforme.",
      en: "Ask the platform’s administrator for this right."
    )
  )
}
