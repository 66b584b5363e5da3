import Acts
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What the territory keeps in public registers.
  func addPublicRegisters(_ reader: PortalReader, _ plumbing: Plumbing) {
    page(.registers, plumbing) { PublicRegistersPage(snapshot: reader.state.snapshot).page($0) }
    page(.register, plumbing) { try reader.register($0) }
    page(.publicSheet, plumbing) { try reader.publicSheet($0) }
    route(.publicSheetFile) { request, context, route, _ in
      try await reader.publicSheetFile(route).response(to: request, context: context)
    }
    route(.registerTable) { request, _, route, _ in
      try await plumbing.answer(request, mediaType: "text/csv; charset=utf-8") {
        guard case .registerTable(let slug) = route else { throw Problem.unknownAddress }
        return try reader.registerTable(slug)
      }
    }
    route(.algorithmInventory) { request, _, _, _ in
      try await plumbing.answer(request, mediaType: "text/csv; charset=utf-8") {
        Array(AlgorithmInventory.csv(in: reader.state.snapshot).utf8)
      }
    }
    route(.registerRecords) { request, _, route, _ in
      try await plumbing.answer(request, mediaType: "application/json; charset=utf-8") {
        guard case .registerRecords(let slug) = route else { throw Problem.unknownAddress }
        return try reader.registerRecords(slug)
      }
    }
  }
}

extension PortalReader {
  /// The list of a public register.
  func register(_ context: PageContext) throws -> Page {
    guard case .register(let slug) = context.route else { throw Problem.unknownAddress }
    let register = try publicRegister(slug)
    return PublicRegisterReading(register: register, snapshot: state.snapshot).list(context).page(context)
  }

  /// A record of a public register.
  func publicSheet(_ context: PageContext) throws -> Page {
    guard case .publicSheet(let slug, let id) = context.route else { throw Problem.unknownAddress }
    let register = try publicRegister(slug)
    guard let sheet = register.publicSheet(id, in: state.snapshot) else { throw Self.unknownSheet }
    return PublicSheetPage(register: register, sheet: sheet, snapshot: state.snapshot).page(context)
  }

  /// A file of a public record, where its field is shown.
  func publicSheetFile(_ route: Route) throws -> FileDownload {
    guard case .publicSheetFile(let slug, let id, let key) = route else { throw Problem.unknownAddress }
    return try publicSheetFile(publicRegister(slug), id, key)
  }

  /// A file of a public record; refused as an unknown address where the public is not shown its field.
  func publicSheetFile(_ register: RegisterKind, _ id: String, _ key: String) throws -> FileDownload {
    guard let sheet = register.publicSheet(id, in: state.snapshot),
      sheet.fields.contains(where: { $0.key == key && $0.type == .blob }),
      let file = AttachedFile(sheet.values[key])
    else { throw Self.unknownSheet }
    return FileDownload(
      file: try platform.location(of: file),
      bytes: file.bytes,
      digest: file.digest,
      name: file.name,
      mediaType: "application/octet-stream"
    )
  }

  /// A public register as a table.
  func registerTable(_ slug: String) throws -> [UInt8] {
    let register = try publicRegister(slug)
    let sheets = register.publicSheets(in: state.snapshot)
    let rows = SheetTable(open(register)).rows(
      sheets.map { ($0.id, $0.organization, $0.values.setting(.string($0.title), at: ["title"])) }
    )
    return Array(SheetCSV.write(rows).utf8)
  }

  /// A public register as JSON.
  func registerRecords(_ slug: String) throws -> [UInt8] {
    let register = try publicRegister(slug)
    let records = register.publicSheets(in: state.snapshot).map { sheet -> JSONValue in
      let own: [String: JSONValue] = [
        "id": .string(sheet.id), "organization": .string(sheet.organization),
        "title": .string(sheet.title), "updatedAt": .string(sheet.updatedAt.text),
      ]
      return own.reduce(sheet.values) { $0.setting($1.value, at: [$1.key]) }
    }
    return Array(SheetFile.json(register, records).utf8)
  }

  /// The fields that the register may show at all, inner ones for everyone only.
  private func open(_ register: RegisterKind) -> [RecordField] {
    register.fields.filter {
      $0.key == "title" || register.publicFields.contains($0.key) && $0.visibility < .restricted
    }
  }

  /// A register that may be public.
  private func publicRegister(_ slug: String) throws -> RegisterKind {
    guard let register = Registers.named(slug), !register.publicFields.isEmpty else {
      throw Self.unknownRegister
    }
    return register
  }

  private static let unknownRegister = Failure(
    "portal.register.unknown",
    .missing,
    fr: "Aucun registre public n’a cette adresse.",
    en: "No public register has this address.",
    remedy: Bilingual(
      fr: "La page « Registres publics » les liste tous.",
      en: "The page “Public registers” lists them all."
    )
  )

  private static let unknownSheet = Failure(
    "portal.sheet.unknown",
    .missing,
    fr: "Aucune fiche publique n’a cette adresse.",
    en: "No public record has this address.",
    remedy: Bilingual(
      fr: "Elle a pu prendre fin ou ne plus être montrée : voyez la liste du registre.",
      en: "It may have ended, or be shown no more: see the list of the register."
    )
  )
}
