import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a file is.
typealias FilePlace = URL

/// The bytes of a request's body as they come: the sender is waited for, and nothing is gathered.
struct BodyChunks: AsyncSequence, Sendable {
  private let body: RequestBody

  init(_ body: RequestBody) { self.body = body }

  struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var base: RequestBody.AsyncIterator

    mutating func next() async throws -> [UInt8]? {
      try await base.next().map { Array($0.readableBytesView) }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: body.makeAsyncIterator()) }
}
