public import Acts
public import Hummingbird
import Messages
public import Web

/// Serves the programming interface, version 1, under `Endpoint.root`.
extension RouterMethods where Context == WebContext {
  /// Adds every operation's route.
  ///
  /// - Parameters:
  ///   - platform: the register and the lake.
  ///   - plumbing: what the faces share.
  public func addAPI(platform: Platform, plumbing: Plumbing) {
    let service = Service(platform: platform, plumbing: plumbing, operations: Operation.all)
    for operation in service.operations { add(operation, service) }
  }

  private func add(_ operation: Operation, _ service: Service) {
    let variables = operation.parameters.filter { $0.place == .path }.map(\.name)
    on(RouterPath(Endpoint.root + operation.path), method: .get) { request, context in
      var path: [String: String] = [:]
      for variable in variables { path[variable] = try context.parameters.require(variable) }
      let arguments = try Arguments(
        path: path,
        query: try QueryItems(encoded: request.uri.query),
        declared: operation.parameters
      )
      let call = Call(
        service: service,
        state: service.platform.state,
        arguments: arguments,
        request: request,
        context: context,
        origin: service.plumbing.site().publicURL ?? ""
      )
      return try await operation.handle(call)
    }
  }
}
