public import Hummingbird
import NIOCore

/// What accompanies a request through the router.
public struct WebContext: RequestContext {
  /// The framework's own part.
  public var coreContext: CoreRequestContextStorage
  /// The peer of the connection; `nil` where it has no internet address (a test, a Unix socket).
  public let peer: ClientAddress?
  /// Who is signed in; only ever known under `/atelier`, so that no public page can depend on it.
  public internal(set) var signedIn: SignedIn?

  /// Makes the context of a new request.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress.flatMap { ClientAddress($0) }
  }
}
