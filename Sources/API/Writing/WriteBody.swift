import Messages
import Register

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The members of a JSON document sent to be written: each is known, or the whole is refused.
struct WriteBody: Sendable {
  private let members: [String: Register.JSONValue]

  /// Reads a document; nothing at all stands for one without members.
  init(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else {
      members = [:]
      return
    }
    guard let document = try? Register.JSONValue(parsing: bytes) else { throw BodyFailure.unreadable }
    guard case .object(let members) = document else { throw BodyFailure.notObject }
    self.members = members
  }

  private init(members: [String: Register.JSONValue]) { self.members = members }

  /// The names, in order.
  var names: [String] { members.keys.sorted() }

  /// The document without a member.
  func without(_ name: String) -> WriteBody { WriteBody(members: members.filter { $0.key != name }) }

  /// The value of a member; `nil` where it is not there.
  subscript(name: String) -> Register.JSONValue? { members[name] }

  /// Refuses members that are not known, and those that are known but are not for callers to set.
  func check(known: Set<String>, readOnly: Set<String> = [], at pointer: String = "") throws {
    for name in names where !known.contains(name) {
      throw readOnly.contains(name)
        ? BodyFailure.readOnly(pointer + name)
        : BodyFailure.unknown(RequestFailure.shortened(pointer + name), known: known.sorted())
    }
  }

  /// The members of a member that is an object.
  func object(_ name: String, at pointer: String = "") throws -> WriteBody? {
    guard let value = members[name] else { return nil }
    guard case .object(let inner) = value else { throw BodyFailure.type(pointer + name) }
    return WriteBody(members: inner)
  }

  /// The text of a member; `nil` where it is not there or `null`.
  func text(_ name: String) throws -> String? {
    switch members[name] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    default: throw BodyFailure.type(name)
    }
  }

  /// The text of a member that must be there.
  func requiredText(_ name: String) throws -> String {
    guard let text = try text(name), !text.allSatisfy(\.isWhitespace) else {
      throw BodyFailure.missing(name)
    }
    return text
  }

  /// The whole number of a member.
  func integer(_ name: String) throws -> Int? {
    switch members[name] {
    case nil, .null?: return nil
    case let value?:
      guard let number = Int(value.json) else { throw BodyFailure.type(name) }
      return number
    }
  }

  /// The moment of a member.
  func moment(_ name: String) throws -> Moment? {
    guard let text = try text(name) else { return nil }
    guard let moment = Moment(text) else { throw BodyFailure.type(name) }
    return moment
  }

  /// Reads a value of ours from some of the members.
  func decoded<Value: Decodable>(_ type: Value.Type, _ names: Set<String>, at pointer: String = "") throws
    -> Value
  {
    let kept = members.filter { names.contains($0.key) }
    for (name, value) in kept where value == .null { throw BodyFailure.type(pointer + name) }
    let json = Register.JSONValue.object(kept).json
    do { return try CanonicalJSON.decode(type, from: Array(json.utf8)) } catch {
      throw BodyFailure.type(pointer + (BodyFailure.path(error) ?? ""))
    }
  }
}

/// Why a document cannot be written.
enum BodyFailure {
  static let unreadable = Failure(
    "api.body.unreadable",
    .invalid,
    fr: "Le corps de la requête n’est pas du JSON.",
    en: "The body of the request is not JSON.",
    remedy: Bilingual(
      fr: "Envoyez un objet JSON, en UTF-8, avec « Content-Type: application/json ».",
      en: "Send a JSON object, in UTF-8, with “Content-Type: application/json”."
    )
  )

  static let notObject = Failure(
    "api.body.not-object",
    .invalid,
    fr: "Le corps de la requête n’est pas un objet JSON.",
    en: "The body of the request is no JSON object."
  )

  static func tooLarge(_ most: Int) -> Failure {
    Failure(
      "api.body.too-large",
      .tooLarge,
      fr: "Le document JSON dépasse \(most) octets.",
      en: "The JSON document is larger than \(most) bytes."
    )
  }

  static func unknown(_ name: String, known: [String]) -> Failure {
    let nearest = NearestName.of(name.split(separator: ".").last.map(String.init) ?? name, among: known)
    let list = known.joined(separator: ", ")
    return Failure(
      "api.body.unknown-field",
      .invalid,
      fr: "Il n’y a pas de champ « \(name) ».",
      en: "There is no field “\(name)”.",
      remedy: Bilingual(
        fr: (nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? "") + "Champs : \(list).",
        en: (nearest.map { "Did you mean “\($0)”? " } ?? "") + "Fields: \(list)."
      ),
      pointer: name
    )
  }

  static func readOnly(_ name: String) -> Failure {
    Failure(
      "api.body.read-only",
      .invalid,
      fr: "Le champ « \(name) » ne se modifie pas ainsi.",
      en: "The field “\(name)” is not changed this way.",
      remedy: Bilingual(fr: "Retirez-le de la demande.", en: "Take it out of the request."),
      pointer: name
    )
  }

  static func type(_ name: String) -> Failure {
    Failure(
      "api.body.type",
      .invalid,
      fr: "La valeur de « \(name) » n’est pas du type attendu.",
      en: "The value of “\(name)” is not of the expected type.",
      remedy: Bilingual(
        fr: "Voyez la description : /api/v1/openapi.json.",
        en: "See the description: /api/v1/openapi.json."
      ),
      pointer: name
    )
  }

  static func missing(_ name: String) -> Failure {
    Failure(
      "api.body.missing",
      .invalid,
      fr: "Il manque le champ « \(name) ».",
      en: "The field “\(name)” is missing.",
      pointer: name
    )
  }

  /// The member a decoder stumbled on.
  static func path(_ error: any Error) -> String? {
    let path =
      switch error {
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
        context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      default: [String]()
      }
    return path.isEmpty ? nil : path.joined(separator: ".")
  }
}
