import Foundation
import Glibc
import Synchronization
import Testing

/// A web server on this machine that answers as the test says.
final class LocalSite: Sendable {
  let port: Int
  private let socket: Int32
  private let heads = Mutex<[String]>([])
  private let answer: Mutex<@Sendable (String) -> String>

  /// The heads of the requests it got.
  var requests: [String] { heads.withLock { $0 } }

  var url: String { "http://127.0.0.1:\(port)/donnees.csv" }

  init(_ answer: @escaping @Sendable (String) -> String) throws {
    self.answer = Mutex(answer)
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    try #require(isBound)
    socket = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = recv(client, &buffer, buffer.count, 0)
        let head = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        guard let self else { return }
        self.heads.withLock { $0.append(head) }
        let bytes = Array(self.answer.withLock { $0 }(head).utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        close(client)
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  func says(_ next: @escaping @Sendable (String) -> String) { answer.withLock { $0 = next } }

  /// A file with a tag; 304 to whoever has it.
  func holds(_ text: String, etag: String) {
    says { head in
      head.contains("If-None-Match: \(etag)")
        ? "HTTP/1.1 304 Not Modified\r\nETag: \(etag)\r\n\r\n"
        : "HTTP/1.1 200 OK\r\nETag: \(etag)\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
    }
  }
}
