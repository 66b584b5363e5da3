import Foundation
import Messages

/// A message as it travels (RFC 5322), its words in UTF-8 (RFC 2045, RFC 2047).
public struct MailMessage: Sendable {
  /// Who sends it: an address, with or without a name.
  public var from: MailAddress
  /// To whom.
  public var to: MailAddress
  /// The subject.
  public var subject: String
  /// The content as plain text.
  public var text: String
  /// The content as HTML.
  public var html: String?
  /// Where one unsubscribes by one click (RFC 8058).
  public var unsubscribe: String?

  /// Writes a message.
  public init(
    from: MailAddress,
    to: MailAddress,
    subject: String,
    text: String,
    html: String? = nil,
    unsubscribe: String? = nil
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.html = html
    self.unsubscribe = unsubscribe
  }

  /// The bytes to send.
  ///
  /// - Parameters:
  ///   - seconds: When it is sent, in seconds since 1970-01-01 UTC.
  ///   - id: What makes its identifier unique.
  /// - Throws: `Failure` `mail.header` where a line end would begin another header.
  public func bytes(at seconds: Double, id: String) throws -> [UInt8] {
    for text in [subject, unsubscribe ?? "", id] { try MailAddress.singleLine(text) }
    var lines = [
      "From: " + from.header, "To: " + to.header, "Subject: " + Self.encoded(subject),
      "Date: " + Self.date(seconds), "Message-ID: <\(id)@\(from.domain)>", "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
    ]
    if let unsubscribe {
      lines.append("List-Unsubscribe: <\(unsubscribe)>")
      lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    }
    if let html {
      let boundary = "=_" + id
      lines.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
      lines += ["", "--" + boundary] + Self.part("plain", text) + ["--" + boundary] + Self.part("html", html)
      lines.append("--\(boundary)--")
    } else {
      lines += Self.part("plain", text)
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private static func part(_ subtype: String, _ content: String) -> [String] {
    let text = content.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    let encoded = Data(text.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return ["Content-Type: text/\(subtype); charset=utf-8", "Content-Transfer-Encoding: base64", "", encoded]
  }

  /// Words that are not plain ASCII, in pieces of at most 75 characters (RFC 2047 § 2).
  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }), text.utf8.count <= 60 { return text }
    var words: [String] = []
    var piece = ""
    for character in text {
      if piece.utf8.count + String(character).utf8.count > 42, !piece.isEmpty {
        words.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    words.append(piece)
    return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  private static func date(_ seconds: Double) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(from: Date(timeIntervalSince1970: seconds))
  }
}

/// An address of e-mail, with the name of whom it is.
public struct MailAddress: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The address itself.
  public let address: String

  /// Checks an address.
  ///
  /// - Throws: `Failure` where it holds what would begin another header or another recipient.
  public init(_ address: String, name: String = "") throws {
    try Self.singleLine(name)
    let isPlain =
      address.wholeMatch(of: /[^\s@<>",;:\\()\[\]\p{Cc}]+@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?/) != nil
    guard isPlain, address.utf8.count <= 254 else {
      throw Failure(
        "mail.address",
        .invalid,
        fr: "Cette adresse électronique n’est pas valable.",
        en: "This e-mail address is not valid."
      )
    }
    self.name = name
    self.address = address
  }

  var header: String { name.isEmpty ? address : "\(MailMessage.encodedName(name)) <\(address)>" }

  var domain: String { address.split(separator: "@").last.map { String($0) } ?? "localhost" }

  static func singleLine(_ text: String) throws {
    guard
      !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 || $0.properties.isNewline })
    else {
      throw Failure(
        "mail.header",
        .invalid,
        fr: "Un en-tête de courriel ne peut pas contenir de fin de ligne.",
        en: "A header of an e-mail cannot hold a line end."
      )
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isNewline: Bool {
    generalCategory == .lineSeparator || generalCategory == .paragraphSeparator
  }
}

extension MailMessage {
  /// A name: quoted where it is plain, encoded otherwise.
  static func encodedName(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    return isPlain && name.utf8.count <= 60 ? "\"\(name)\"" : encoded(name)
  }
}
