import Foundation
import NIOCore

/// A JSON document to look into.
enum JSON: Equatable, Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ body: ByteBuffer) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(body.readableBytesView))
  }

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSON.self, from: Data(bytes)) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(name: String) -> JSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON { array.indices.contains(index) ? array[index] : .null }

  var array: [JSON] { if case .array(let values) = self { values } else { [] } }
  var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var integer: Int? { number.map { Int($0) } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
}
