import CCurl
import Foundation
import Messages

/// How mail leaves.
public enum MailTransport: Sendable, Hashable {
  /// By a relay: `smtps://host:465`, or `smtp://host:587`, where TLS begins by STARTTLS.
  ///
  /// - `isPlainAllowed`: whether to send where the relay has no TLS, for one on this machine.
  case relay(url: String, user: String?, password: String?, isPlainAllowed: Bool)
  /// By a program that takes a message on its standard input: `/usr/sbin/sendmail`.
  case program(String)
}

/// Sends messages one at a time.
public struct MailSender: Sendable {
  private let transport: MailTransport
  private let authorities: TrustedAuthorities
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 2
    return queue
  }()

  /// Sends by a transport.
  ///
  /// - Parameter authorities: Who vouches for the relay besides the authorities of the system.
  public init(_ transport: MailTransport, authorities: TrustedAuthorities = .system) {
    self.transport = transport
    self.authorities = authorities
  }

  /// Why a message did not leave.
  public struct Refusal: Error, Sendable, Equatable {
    /// What the relay or the program said; never the password.
    public let reason: String
    /// Whether trying again is of no use.
    public let isFinal: Bool
  }

  /// Sends a message's bytes.
  public func send(_ bytes: [UInt8], from: MailAddress, to: MailAddress) async throws {
    let refusal = await withCheckedContinuation { (continuation: CheckedContinuation<Refusal?, Never>) in
      Self.queue.addOperation { [transport, authorities] in
        switch transport {
        case .relay(let url, let user, let password, let isPlainAllowed):
          continuation.resume(
            returning: Self.relay(
              url,
              user,
              password,
              !isPlainAllowed,
              bytes,
              from.address,
              to.address,
              authorities
            )
          )
        case .program(let path):
          continuation.resume(returning: Self.pipe(path, bytes, from.address, to.address))
        }
      }
    }
    if let refusal { throw refusal }
  }

  private static func relay(
    _ url: String,
    _ user: String?,
    _ password: String?,
    _ requiresTLS: Bool,
    _ bytes: [UInt8],
    _ from: String,
    _ to: String,
    _ authorities: TrustedAuthorities
  ) -> Refusal? {
    let texts = [url, user, password, "<\(from)>", "<\(to)>"].map { $0.map { strdup($0) } }
    defer { texts.forEach { free($0 ?? nil) } }
    var transfer = arpent_transfer()
    bytes.withUnsafeBytes { message in
      var request = arpent_mail_request()
      request.url = pointer(texts[0])
      request.total_ms = 60_000
      request.requires_tls = requiresTLS ? 1 : 0
      request.user = pointer(texts[1])
      request.password = pointer(texts[2])
      request.from = pointer(texts[3])
      request.to = pointer(texts[4])
      request.message = message.baseAddress
      request.message_size = message.count
      authorities.withBytes { bytes, size in
        (request.authorities, request.authorities_size) = (bytes, size)
        arpent_mail(&request, &transfer)
      }
    }
    guard transfer.code != 0 else { return nil }
    let error = withUnsafeBytes(of: transfer.error) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return Refusal(reason: error, isFinal: (550...559).contains(transfer.status))
  }

  private static func pointer(_ text: UnsafeMutablePointer<CChar>??) -> UnsafePointer<CChar>? {
    (text ?? nil).map { UnsafePointer($0) }
  }

  private static func pipe(_ path: String, _ bytes: [UInt8], _ from: String, _ to: String) -> Refusal? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-i", "-f", from, "--", to]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try input.fileHandleForWriting.close()
    } catch {
      return Refusal(reason: "\(path) could not be run", isFinal: false)
    }
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    return Refusal(reason: "\(path) ended with \(process.terminationStatus)", isFinal: false)
  }
}
