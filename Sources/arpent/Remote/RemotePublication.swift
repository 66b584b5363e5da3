import Foundation
import Messages
import Outgoing
import Register
import Tabular
import Web

/// A file on its way to the public of another server: upload, deposit, publication.
struct RemotePublication {
  let server: RemoteServer
  let settings: PersonalSettings
  /// What is said of the data, as the interface names it; without the file.
  let fields: [String: Any]
  let recipe: Recipe?

  /// Sends a file and publishes it; a run that was interrupted is taken up where it was.
  func publish(_ file: URL) async throws -> RemoteReport {
    let sent = try FileUpload(file, to: server)
    let deposit = try await deposit(sent)
    guard let id = deposit["id"] as? String else { throw ServerFailure.unreadable }
    do {
      if let recipe {
        let steps = try JSONSerialization.jsonObject(with: JSONEncoder().encode(recipe)) as? [String: Any]
        _ = try await server.ask("/deposits/\(id)/recipe", .put, json: steps ?? [:])
      }
      let outcome = try await server.ask(
        "/deposits/\(id)/publish",
        .post,
        idempotency: "publish-" + id,
        seconds: 3_600
      )
      try? settings.note(nil, for: sent.mark)
      return try RemoteReport(outcome, deposit: id, server: server.address)
    } catch let failure as Failure where failure.kind == .invalid {
      // What is refused leaves no deposit behind: the next run makes its own.
      try? settings.note(nil, for: sent.mark)
      _ = try? await server.ask("/deposits/\(id)", .delete)
      throw failure
    }
  }

  private func deposit(_ sent: FileUpload) async throws -> [String: Any] {
    if let known = settings.upload(sent.mark) {
      if let offset = try await sent.offset(of: known) { try await sent.fill(known, from: offset) }
      do {
        // An upload that is gone may have become a deposit already: the same request gets the same answer.
        return try await open(known, sent)
      } catch let failure as Failure where failure.code == "upload.unknown" {
        try settings.note(nil, for: sent.mark)
      }
    }
    let upload = try await sent.begin()
    try settings.note(upload, for: sent.mark)
    try await sent.fill(upload, from: 0)
    return try await open(upload, sent)
  }

  private func open(_ upload: String, _ sent: FileUpload) async throws -> [String: Any] {
    var body = fields
    body["upload"] = upload
    body["sha256"] = sent.digest
    let said = try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys])
    return try await server.ask(
      "/deposits",
      .post,
      json: body,
      idempotency: "deposit-" + Hash(of: Array(said)).hex,
      seconds: 3_600
    )
  }
}

/// What became of a publication on another server.
struct RemoteReport: Encodable {
  let outcome: String
  let dataset: String?
  let version: Int?
  let deposit: String
  let address: String?
  let reasons: [Reason]

  struct Reason: Encodable {
    let fr: String
    let en: String
  }

  init(_ answer: [String: Any], deposit: String, server: ServerAddress) throws {
    guard let told = answer["outcome"] as? String, ["published", "held"].contains(told) else {
      throw ServerFailure.unreadable
    }
    outcome = answer["unchanged"] as? Bool == true ? "unchanged" : told
    dataset = answer["dataset"] as? String
    version = answer["version"] as? Int
    self.deposit = deposit
    address =
      told == "held" ? nil : dataset.map { server.origin + Route.dataset($0).path(Console.language) }
    reasons = (answer["reasons"] as? [[String: Any]] ?? []).map {
      Reason(fr: $0["fr"] as? String ?? "", en: $0["en"] as? String ?? "")
    }
  }

  /// Whether a person must decide.
  var isHeld: Bool { outcome == "held" }

  func text(_ language: Language) -> String {
    guard isHeld else { return address ?? dataset ?? "" }
    let said = reasons.map { "· " + (language == .english ? $0.en : $0.fr) }
    let first = Bilingual(
      fr: "Le dépôt \(deposit) attend la décision d’une personne\u{A0}:",
      en: "Deposit \(deposit) awaits a person’s decision:"
    )
    return ([first[language]] + said).joined(separator: "\n")
  }
}
