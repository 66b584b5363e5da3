import Foundation
import Glibc
import Synchronization

/// Stands between the command and a server on this machine, and cuts the connection when told to.
final class CuttingProxy: Sendable {
  /// What happens to a connection once it carried so many bytes to the server.
  enum Fault: Sendable, Equatable {
    case none
    /// It drops, once.
    case cut(after: Int)
    /// Nothing more goes through, for as long as the fault lasts.
    case stall(after: Int)
  }

  private struct State {
    var fault = Fault.none
    var carried = 0
    var hasStruck = false
  }

  private let state: Mutex<State>
  private let listener: Int32
  let port: UInt16

  /// How many bytes went to the server in all.
  var carried: Int { state.withLock { $0.carried } }
  /// Whether the fault happened.
  var hasStruck: Bool { state.withLock { $0.hasStruck } }
  /// The address to speak to instead of the server's.
  var base: String { "http://127.0.0.1:\(port)" }

  init(to server: UInt16, _ fault: Fault) throws {
    state = Mutex(State(fault: fault))
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard let proxy = self else { close(client); return }
        proxy.join(client, to: server)
      }
    }
  }

  /// Lets everything through from now on.
  func heal() { state.withLock { $0.fault = .none } }

  /// Takes no more connections.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private func join(_ client: Int32, to port: UInt16) {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(port)
    let isJoined = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    let end: @Sendable () -> Void = {
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
    }
    guard isJoined else { return end() }
    Thread.detachNewThread { [weak self] in
      Self.carry(from: client, to: server) { self?.goes($0) ?? false }
      end()
    }
    Thread.detachNewThread {
      Self.carry(from: server, to: client) { _ in true }
      end()
    }
  }

  private static func carry(from source: Int32, to target: Int32, _ mayGo: (Int) -> Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { recv(source, $0.baseAddress, $0.count, 0) }
      guard count > 0, mayGo(count) else { return }
      var done = 0
      while done < count {
        let sent = buffer.withUnsafeBytes { raw in
          send(target, raw.baseAddress.map { $0 + done }, count - done, Int32(MSG_NOSIGNAL))
        }
        guard sent > 0 else { return }
        done += sent
      }
    }
  }

  /// Counts bytes on their way, and whether they may go on.
  private func goes(_ count: Int) -> Bool {
    while true {
      let verdict = state.withLock { state -> Bool? in
        switch state.fault {
        case .cut(let limit) where state.carried >= limit:
          state.fault = .none
          state.hasStruck = true
          return false
        case .stall(let limit) where state.carried >= limit:
          state.hasStruck = true
          return nil
        default:
          state.carried += count
          return true
        }
      }
      if let verdict { return verdict }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }
}
