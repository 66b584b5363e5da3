import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

extension AnswerStore.Answer {
  /// What an answer says, and the same answer to send.
  ///
  /// Only for answers of the write side, which are short documents.
  static func taken(from response: Response) async throws -> (answer: AnswerStore.Answer, sent: Response) {
    let collected = Collected()
    try await response.body.write(CollectingWriter(collected))
    let bytes = collected.bytes.withLock { $0 }
    var headers: [String: String] = [:]
    for field in response.headers { headers[field.name.rawName] = field.value }
    let answer = AnswerStore.Answer(
      status: response.status.code,
      headers: headers,
      body: String(decoding: bytes, as: UTF8.self)
    )
    var sent = response
    sent.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    return (answer, sent)
  }
}

private final class Collected: Sendable {
  let bytes = Mutex<[UInt8]>([])
}

private struct CollectingWriter: ResponseBodyWriter {
  let collected: Collected

  init(_ collected: Collected) { self.collected = collected }

  func write(_ buffer: ByteBuffer) async throws {
    collected.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
