public import Acts
import Governance
import HTTPTypes
public import Hummingbird
import Messages
import NIOCore
public import Web

/// Serves the programming interface, version 1, under `Endpoint.root`.
extension RouterMethods where Context == WebContext {
  /// Adds every operation's route.
  ///
  /// - Parameters:
  ///   - platform: the register and the lake.
  ///   - plumbing: what the faces share.
  ///   - noteUse: told the id of a token each time it is used.
  public func addAPI(
    platform: Platform,
    plumbing: Plumbing,
    noteUse: @escaping @Sendable (String) async -> Void = { _ in }
  ) {
    let service = Service(
      platform: platform,
      plumbing: plumbing,
      operations: Operation.every,
      noteUse: noteUse
    )
    for operation in service.operations { add(operation, service) }
  }

  private func add(_ operation: Operation, _ service: Service) {
    let variables = operation.parameters.filter { $0.place == .path }.map(\.name)
    on(RouterPath(Endpoint.root + operation.path), method: operation.method) { request, context in
      let caller = try await service.caller(of: request)
      if operation.needsToken, caller.token == nil { throw CallerFailure.missing }
      var path: [String: String] = [:]
      for variable in variables { path[variable] = try context.parameters.require(variable) }
      let arguments = try Arguments(
        path: path,
        query: try QueryItems(encoded: request.uri.query),
        declared: operation.parameters
      )
      // What only its holder may see has no copy to be revalidated.
      let request = caller.token == nil ? request : request.withoutCopy
      let call = Call(
        service: service,
        caller: caller,
        body: try await operation.document(of: request),
        state: service.platform.state,
        arguments: arguments,
        request: request,
        context: context,
        origin: service.plumbing.site().publicURL ?? ""
      )
      var response = try await call.answeringOnce(operation)
      if caller.token != nil {
        response.headers[.cacheControl] = "private, no-store"
        response.headers[.vary] = "Authorization"
      }
      return response
    }
  }
}

extension Request {
  /// The request of someone who holds no copy of the answer.
  fileprivate var withoutCopy: Request {
    var head = head
    head.headerFields[.ifNoneMatch] = nil
    return Request(head: head, body: body)
  }
}

extension Service {
  /// Recognises the caller, counts its request and notes the use of its token.
  fileprivate func caller(of request: Request) async throws -> Caller {
    let caller = try Caller(request, in: platform.state.snapshot, at: platform.now)
    guard let token = caller.token else { return caller }
    if let kind = RateLimitMiddleware.class(of: request.uri.path, isQuery: request.uri.query != nil) {
      let client = ClientAddress(named: "token:" + token.id)
      let decision = limiter.take(kind, from: client, now: plumbing.now())
      guard decision.isAllowed else { throw RefusedForNow(decision: decision) }
    }
    await noteUse(token.id)
    return caller
  }
}

extension Operation {
  /// The most bytes of a JSON document.
  private static let largestDocument = 1 << 20

  /// The JSON document of a request, where the operation takes one and it is there.
  fileprivate func document(of request: Request) async throws -> [UInt8] {
    switch body {
    case .none: return []
    case .bytes(let schema):
      let isDocument = request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true
      guard schema != nil, isDocument else { return [] }
    case .json: break
    }
    guard let buffer = try? await request.body.collect(upTo: Self.largestDocument) else {
      throw BodyFailure.tooLarge(Self.largestDocument)
    }
    return Array(buffer.readableBytesView)
  }
}
