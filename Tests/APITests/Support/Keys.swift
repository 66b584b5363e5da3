import Acts
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Register
import Web

@testable import API

/// A key of the valley, made as an administrator makes it.
func key(
  _ valley: TestTerritory,
  _ actions: Set<AccessToken.Action>,
  organization: String,
  datasets: Set<String>? = nil,
  expired: Bool = false,
  revoked: Bool = false
) async throws -> String {
  let key = AccessKey.make(randomBytes: PlatformConfiguration.systemRandomBytes)
  var token = AccessToken(
    id: key.token,
    label: "Essai",
    organization: organization,
    actions: actions,
    datasets: datasets,
    secretHash: key.secretHash,
    expiresAt: TestTerritory.now.advanced(byMilliseconds: expired ? -1 : 86_400_000),
    createdBy: "command",
    createdAt: TestTerritory.now
  )
  if revoked { token.revokedAt = TestTerritory.now }
  try await valley.put([.put(token)])
  return "Bearer " + key.text
}

extension TestTerritory {
  /// Makes a request with a key, or without.
  func send(
    _ method: HTTPRequest.Method,
    _ address: String,
    _ key: String?,
    body: String = "",
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if let key { headers[.authorization] = key }
    let sent = headers
    return try await Application(router: router()).test(.router) { client in
      try await client.execute(
        uri: "/api/v1" + address,
        method: method,
        headers: sent,
        body: ByteBuffer(string: body)
      )
    }
  }
}
