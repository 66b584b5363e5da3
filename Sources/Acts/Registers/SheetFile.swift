import Foundation
public import Governance
import Messages
public import Register

/// A record as a file gives it.
public struct ImportedSheet: Sendable, Equatable {
  /// Where it stands in the file, from 1.
  public let line: Int
  /// The id it had where it comes from.
  public let id: String?
  /// What the file says of it; `null` says that there is nothing.
  public let values: JSONValue

  /// Notes a record of a file.
  public init(line: Int, id: String? = nil, values: JSONValue) {
    self.line = line
    self.id = id
    self.values = values
  }
}

/// Files of a register’s records.
public enum SheetFile {
  /// The most records that one file may hold.
  public static let most = 2_000

  /// The records of a file: JSON where it starts as JSON does, CSV otherwise.
  ///
  /// - Throws: `Failure` when the file cannot be read, or a column is no field of the register.
  public static func read(_ bytes: [UInt8], of register: RegisterKind) throws -> [ImportedSheet] {
    let first = bytes.first { !$0.isBlank && $0 < 0x80 }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let sheets =
      isJSON
      ? try records(json: bytes)
      : try SheetTable(whole: register).records(try SheetCSV.read(bytes))
    guard !sheets.isEmpty else { throw SheetFileFailure.empty }
    guard sheets.count <= most else { throw SheetFileFailure.tooMany(most) }
    return sheets
  }

  /// Records as JSON: all they say, exactly.
  public static func json(_ register: RegisterKind, _ records: [JSONValue]) -> String {
    JSONValue.object([
      "format": .string(format), "register": .string(register.name), "records": .array(records),
    ]).json
  }

  private static let format = "arpent-register-1"

  private static func records(json bytes: [UInt8]) throws -> [ImportedSheet] {
    guard let whole = try? JSONValue(parsing: bytes) else { throw SheetFileFailure.unreadable }
    let items = whole["records"]?.items ?? whole.items
    return try items.enumerated().map { index, item in
      guard case .object = item else { throw SheetFileFailure.unreadable }
      return ImportedSheet(line: index + 1, id: item["id"]?.text, values: item)
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
