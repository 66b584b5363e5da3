import Foundation
import Governance
import Messages
import Outgoing

/// A server that is spoken to with a token, over its programming interface.
struct RemoteServer: Sendable {
  let address: ServerAddress
  let key: AccessKey
  private let client: HTTPClient

  /// How often a request is made before it is given up, the first time included.
  static let tries = 8

  init(_ address: ServerAddress, key: AccessKey, authorities: TrustedAuthorities = .system) {
    self.address = address
    self.key = key
    // Whoever runs the command named this host: it may be on a private network, on any port.
    client = HTTPClient(policy: HostPolicy(trusted: [address.key]), authorities: authorities)
  }

  /// Makes a request, and again where the server did not answer or asked to wait.
  ///
  /// - Parameters:
  ///   - method: How; `nil` only reads (GET).
  ///   - idempotency: What makes asking twice do no more than asking once, where the method does not.
  func ask(
    _ path: String,
    _ method: HTTPMethod? = nil,
    json: [String: Any]? = nil,
    idempotency: String? = nil,
    seconds: Int = 60
  ) async throws -> [String: Any] {
    var headers = ["Content-Type": "application/json"]
    headers["Idempotency-Key"] = idempotency
    let body = try json.map {
      Array(try JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys, .withoutEscapingSlashes]))
    }
    let answer = try await patiently {
      try await once(path, method ?? .post, headers, method == nil ? nil : body ?? [], seconds: seconds)
    }
    if answer.body.isEmpty { return [:] }
    guard let object = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any] else {
      throw ServerFailure.unreadable
    }
    return object
  }

  /// Sends a piece of a file; once only, since how far the server is must be asked before sending again.
  func send(_ piece: [UInt8], to path: String, at offset: Int) async throws -> HTTPAnswer {
    // Without “Expect” the piece goes at once, rather than after a second of waiting for leave.
    let headers = [
      "Upload-Offset": "\(offset)", "Content-Type": "application/offset+octet-stream", "Expect": "",
    ]
    return try await once(path, .patch, headers, piece, seconds: 600)
  }

  /// One request; what the server refuses is thrown in its own words.
  private func once(
    _ path: String,
    _ method: HTTPMethod,
    _ headers: [String: String],
    _ body: [UInt8]?,
    seconds: Int
  ) async throws -> HTTPAnswer {
    var headers = headers
    headers["Authorization"] = "Bearer " + key.text
    headers["Accept-Language"] = Console.language == .english ? "en" : "fr"
    let answer = try await client.send(
      address.origin + "/api/v1" + path,
      headers: headers,
      method: method,
      post: body,
      limits: HTTPLimits(bytes: 4_194_304, seconds: seconds)
    )
    guard (200..<300).contains(answer.status) else { throw RemoteRefusal(answer) }
    return answer
  }

  /// Does something until it is done, waiting longer each time, as long as waiting may help.
  func patiently<Outcome>(_ body: () async throws -> Outcome) async throws -> Outcome {
    var count = 1
    while true {
      do {
        return try await body()
      } catch let refusal as RemoteRefusal {
        guard refusal.isPassing, count < Self.tries else { throw refusal.failure }
        try await pause(count, atLeast: refusal.wait)
      } catch let failure as Failure where failure.kind == .unavailable {
        guard failure.code != "fetch.certificate", count < Self.tries else { throw failure }
        try await pause(count, atLeast: 0)
      }
      count += 1
    }
  }

  /// Half a second, then twice as long each time, up to sixteen; or what the server asked for, within two minutes.
  func pause(_ count: Int, atLeast seconds: Double) async throws {
    let wait = max(min(0.25 * Double(1 << min(count, 6)), 16), min(seconds, 120))
    Console.note(
      Bilingual(
        fr:
          "Le serveur ne répond pas ou demande d’attendre\u{A0}; nouvel essai dans \(Int(wait.rounded(.up)))\u{A0}s.",
        en: "The server does not answer or asks to wait; trying again in \(Int(wait.rounded(.up))) s."
      )[Console.language]
    )
    try await Task.sleep(for: .seconds(wait))
  }
}

/// A server's refusal (RFC 9457).
struct RemoteRefusal: Error {
  let status: Int
  let wait: Double
  let failure: Failure

  private struct Problem: Decodable {
    let code: String?
    let title: String?
    let detail: String?
    let remedy: String?
    let pointer: String?
  }

  init(_ answer: HTTPAnswer) {
    status = answer.status
    wait = answer.headers["retry-after"].flatMap { Double($0) } ?? 0
    let problem = try? JSONDecoder().decode(Problem.self, from: Data(answer.body))
    let text = problem?.detail ?? problem?.title ?? "HTTP \(answer.status)"
    let kind: Failure.Kind =
      switch answer.status {
      case 401: .unauthenticated
      case 403: .forbidden
      case 409, 412: .conflict
      case 429: .tooMany
      case 500...: .unavailable
      case 300..<400: .unavailable
      // What the server does not find is what was asked of it: 4 is kept for what is held.
      default: .invalid
      }
    let named = problem?.code ?? "server.status"
    failure = Failure(
      named,
      kind,
      fr: text,
      en: text,
      remedy: problem?.remedy.map { Bilingual(fr: $0, en: $0) },
      pointer: problem?.pointer
    )
  }

  /// Whether the same request may be granted in a while.
  var isPassing: Bool {
    [408, 429, 500, 502, 503, 504, 507].contains(status) || failure.code == "api.idempotency.under-way"
  }
}
