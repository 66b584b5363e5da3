import Acts
import Foundation
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

/// The files attached to a record: given, attached, replaced, taken away.
struct SheetFiles: Sendable {
  let sheets: SheetDesk

  private var room: RegisterRoom { sheets.room }

  /// What a form with a file may hold: more than a record takes, so that a file somewhat too large is told at its
  /// field and not by a page of its own.
  var limits: FormLimits {
    .files(
      upTo: 1,
      of: 2 * Platform.largestAttachment,
      in: room.desk.platform.configuration.dataFolder.appending(path: "incoming")
    )
  }

  /// The file of the address, saved and never shown, for whoever sees its field.
  func download(_ request: Request, _ context: PageContext, _ signedIn: SignedIn) async throws -> FileDownload
  {
    let place = try room.place(context, signedIn)
    let key = context.value("field") ?? ""
    guard let field = place.fields.first(where: { $0.key == key && $0.type == .blob }),
      let file = AttachedFile(place.sheet.values[field.key])
    else { throw RegisterFailure.unknown }
    return try FileDownload(file, of: room.desk.platform)
  }

  /// Attaches the file sent, or takes away the one there.
  func change(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try room.place(context, signedIn)
    let key = context.value("field") ?? ""
    guard place.fields.contains(where: { $0.key == key && $0.type == .blob }) else {
      throw RegisterFailure.unknown
    }
    do {
      return try await changed(key, form, place, signedIn)
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .conflict {
      let now = try room.place(place.register, place.sheet.id, signedIn)
      // Without the form there is nowhere to correct it.
      guard now.mayChange else { throw failure }
      let errors = [FieldError(failure, context, field: SheetFields.name([key]))]
      let page = sheets.page(now, context, files: FormFields(context, errors: errors))
      return .page(
        page,
        status: failure.kind == .conflict ? .conflict : .unprocessableContent,
        errors: errors
      )
    }
  }

  private func changed(
    _ key: String,
    _ form: FormData,
    _ place: SheetPlace,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    let removes = form.text("faire") == "retirer"
    let file = removes ? nil : form.files.first
    guard removes || file != nil else { throw Self.none }
    try await room.desk.platform.attach(
      file?.url,
      named: file?.fileName ?? "",
      to: place.register,
      place.sheet.id,
      field: key,
      seen: form.text("vu-fichier"),
      as: .person(signedIn.person)
    )
    return .redirect(
      place.route,
      notice: removes
        ? FlashNotice(fr: "Le fichier est retiré.", en: "The file is taken away.")
        : FlashNotice(fr: "Le fichier est joint.", en: "The file is attached.")
    )
  }

  private static let none = Failure(
    "register.attachment.none",
    .invalid,
    fr: "Choisissez un fichier.",
    en: "Choose a file.",
    pointer: "fichier"
  )
}

extension FileDownload {
  /// A file of a record, under its safe name; its type is not told, so that nothing opens it by itself.
  init(_ file: AttachedFile, of platform: Platform) throws {
    self.init(
      file: try platform.location(of: file),
      bytes: file.bytes,
      digest: file.digest,
      name: file.name,
      mediaType: "application/octet-stream"
    )
  }
}

/// The files of a record under its form, each with its own form: they are sent by themselves, scripts or not.
struct SheetFileForms {
  let place: SheetPlace
  /// A form sent and refused.
  var refused: FormFields?

  /// Whether the record may have files that the person sees and may change.
  static func has(_ place: SheetPlace) -> Bool {
    place.mayChange && place.fields.contains { $0.type == .blob }
  }

  private var fields: [RecordField] {
    place.fields.filter { $0.type == .blob && $0.when?.holds(in: place.sheet.values) ?? true }
  }

  @HTMLBuilder func view(_ context: PageContext) -> HTML {
    if Self.has(place) {
      section(.class("sheet-part"), .id("fichiers"), .ariaLabelledBy("fichiers-titre")) {
        h2(.id("fichiers-titre")) { context.say("Fichiers joints", "Attached files") }
        div(.id(Self.part)) { content(context) }
      }
    }
  }

  /// The part of the page that changes as other answers call for files.
  static let part = "fichiers-champs"

  /// The forms; the script that saves puts them in place where others than those there are called for.
  func content(_ context: PageContext) -> HTML {
    div(Attribute("data-shape", fields.map(\.key).joined(separator: " "))) {
      if fields.isEmpty {
        p { context.say("Rien n’est à joindre pour l’instant.", "Nothing is to be attached for now.") }
      }
      for field in fields { one(field, context) }
    }
  }

  private func one(_ field: RecordField, _ context: PageContext) -> HTML {
    let file = AttachedFile(place.sheet.values[field.key])
    let route = Route.sheetFile(place.register, place.sheet.id, field.key)
    let name = SheetFields.name([field.key])
    let sentences: [String?] = [
      field.help.map { context.say($0) }, context.say("20 Mo au plus.", "20 MB at most."),
    ]
    let help: [String?] = [sentences.compactMap(\.self).joined(separator: " "), field.source]
    return fragment {
      if let file {
        p {
          a(.href(context.link(route)), Attribute("download", true)) { file.name }
          " "
          span(.class("fine")) { context.language.bytes(file.bytes) }
        }
      }
      actionForm(route, context, isUpload: true) {
        input(.type("hidden"), .name("vu-fichier"), .value(file?.digest ?? ""))
        (refused ?? FormFields(context)).files(
          name,
          context.say(field.label),
          help: help.compactMap(\.self).joined(separator: " — "),
          isRequired: field.isRequired && file == nil
        )
        div(.class("buttons")) {
          button(.type("submit"), .class("second"), .name("faire"), .value("joindre")) {
            file == nil
              ? context.say("Joindre ce fichier", "Attach this file")
              : context.say("Remplacer par ce fichier", "Replace with this file")
          }
          if file != nil {
            button(.type("submit"), .class("plain"), .name("faire"), .value("retirer")) {
              context.say("Retirer le fichier", "Take the file away")
            }
          }
        }
      }
    }
  }
}
