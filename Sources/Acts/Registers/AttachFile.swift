public import Foundation
public import Governance
import Lake
import Messages
public import Register

/// Attaches a file to a record of a register, replaces it, or takes it away.
///
/// Only through `Platform.attach`, which has the bytes in hand: a digest alone gives no file.
struct AttachFile: Act {
  static var name: String { "attach-file" }

  let register: RegisterKind
  let id: String
  /// The field's key.
  let field: String
  /// The file; `nil` to take it away.
  let file: AttachedFile?
  /// The digest of the file seen there; empty for none.
  let seen: String

  /// The right to write, or to decide where the record is in force.
  func permissions(in snapshot: Snapshot) -> [Permission] {
    EditSheet(register, id, []).permissions(in: snapshot)
  }

  func decide(in context: ActContext) throws -> Decision<EditedSheet> {
    guard let sheet = register.sheet(id, in: context.snapshot) else { throw RegisterFailure.unknown }
    guard sheet.keeping.status != .ended else { throw SheetFailure.ended }
    let sight = SheetSight(
      register,
      of: sheet.organization,
      for: context.actor,
      in: context.snapshot,
      at: context.now
    )
    guard let declared = register.fileFields.first(where: { $0.key == field }), sight.sees(declared) else {
      throw SheetFailure.notEditable([field])
    }
    let known = sheet.values[field]
    guard AttachedFile(known)?.digest ?? "" == seen else { throw AttachmentFailure.changed }
    let edit = FieldEdit(path: [field], seen: known, wanted: file?.value)
    let edited = try register.edited(id, [edit], in: context.snapshot, at: context.now)
    return Decision([edited.draft].compactMap(\.self), outcome: edited)
  }
}

extension Platform {
  /// The largest file a record takes, in bytes.
  public static let largestAttachment = 20 << 20

  /// Attaches a file to a record, in the place of the one seen there, or takes that one away.
  ///
  /// - Parameters:
  ///   - file: Where its bytes are; `nil` to take the file away.
  ///   - name: The name it came with; folders in it are dropped.
  ///   - seen: The digest of the file that whoever asks saw there; empty for none.
  /// - Throws: `Failure` where the file is empty or too large, another one came meanwhile, or the act is refused.
  @discardableResult
  public func attach(
    _ file: URL?,
    named name: String = "",
    to register: RegisterKind,
    _ id: String,
    field: String,
    seen: String,
    as actor: Register.Actor
  ) async throws -> EditedSheet {
    func act(_ file: AttachedFile?) -> AttachFile {
      AttachFile(register: register, id: id, field: field, file: file, seen: seen)
    }
    guard let file else { return try await perform(act(nil), as: actor) }
    // Nothing is kept for whoever has no right to it.
    for permission in act(nil).permissions(in: state.snapshot) {
      try Authorization.check(permission, of: actor, in: state.snapshot, at: now)
    }
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
    guard size > 0 else { throw AttachmentFailure.empty }
    guard size <= Self.largestAttachment else { throw AttachmentFailure.tooLarge }
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    let blob = try await work.run { try self.lake.addBlob(copying: file) }
    let attached = AttachedFile(digest: blob.digest, name: FileName.sanitized(name), bytes: blob.bytes)
    return try await perform(act(attached), as: actor)
  }

  /// Where the bytes of an attached file are.
  public func location(of file: AttachedFile) throws -> URL { try lake.blobURL(file.digest) }
}

/// Refusals about attached files.
enum AttachmentFailure {
  static let empty = Failure(
    "register.attachment.empty",
    .invalid,
    fr: "Ce fichier est vide.",
    en: "This file is empty.",
    pointer: "fichier"
  )

  static let tooLarge = Failure(
    "register.attachment.size",
    .invalid,
    fr: "Ce fichier dépasse 20\u{A0}Mo.",
    en: "This file is larger than 20 MB.",
    remedy: Bilingual(
      fr: "Réduisez-le, ou joignez-en l’essentiel.",
      en: "Make it smaller, or attach the main part."
    ),
    pointer: "fichier"
  )

  static let changed = Failure(
    "register.attachment.changed",
    .conflict,
    fr: "Un autre fichier a été joint entre-temps\u{A0}: il reste en place.",
    en: "Another file was attached meanwhile: it stays.",
    remedy: Bilingual(
      fr: "Voyez-le, puis recommencez s’il doit être remplacé.",
      en: "Look at it, then try again if it is to be replaced."
    ),
    pointer: "fichier"
  )
}
