import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import API

@Suite("Downloads", .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed"))
struct ExportTests {
  private let base = "/api/v1/datasets/arbres/"

  @Test("Each format gives every row under a name of its own", arguments: ["csv", "json", "jsonl"])
  func formats(format: String) async throws {
    let valley = try await Valley.shared()
    let response = try await valley.ask(base + "export." + format)
    #expect(response.status == .ok)
    #expect(response.headers[.contentDisposition] == "attachment; filename=\"arbres-v2.\(format)\"")
    let text = String(buffer: response.body)
    switch format {
    case "csv": #expect(text.split(whereSeparator: \.isNewline).count == 41 && text.contains("nom commun"))
    case "jsonl": #expect(text.split(separator: "\n").count == 40)
    default: #expect(try JSON(response.body).array.count == 40)
    }
  }

  @Test("Filters, order and columns hold for exports")
  func selections() async throws {
    let valley = try await Valley.shared()
    let response = try await valley.ask(
      base + "export.csv?hauteur__greater=10&sort=-hauteur&columns=hauteur&delimiter=semicolon&bom"
    )
    let bytes = Array(response.body.readableBytesView)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(whereSeparator: \.isNewline)
    let heights = lines.dropFirst().compactMap { Double($0) }
    #expect(heights == Valley.trees.rows.compactMap { Double($0[1]) }.filter { $0 >= 10 }.sorted(by: >))
  }

  @Test("A refused selection is a problem, not half a file")
  func refusals() async throws {
    let valley = try await Valley.shared()
    for query in [
      "export.csv?haut__less=1", "export.json?hauteur__less=x", "export.parquet?sort=x", "export.json?bom",
    ] {
      #expect(try await valley.refusal("/datasets/arbres/" + query).status == 400, "\(query)")
    }
    #expect(try await valley.ask(base + "export.xlsx").status.code == 400)
  }

  @Test("HEAD says the type and the tag without making the file", arguments: ["csv", "parquet"])
  func head(format: String) async throws {
    let valley = try await Valley.shared()
    let response = try await valley.ask(base + "export." + format, method: .head)
    #expect(response.status == .ok && response.body.readableBytes == 0)
    #expect(response.headers[.eTag] != nil && response.headers[.contentType] != nil)
    let tag = try #require(response.headers[.eTag])
    #expect(
      try await valley.ask(base + "export." + format, headers: [.ifNoneMatch: tag]).status == .notModified
    )
  }

  @Test(
    "The whole Parquet file and the original are read by parts",
    arguments: ["export.parquet", "original"]
  )
  func ranges(path: String) async throws {
    let valley = try await Valley.shared()
    let whole = Array(try await valley.ask(base + path).body.readableBytesView)
    let part = try await valley.ask(base + path, headers: [.range: "bytes=4-11"])
    #expect(part.status == .partialContent)
    #expect(Array(part.body.readableBytesView) == Array(whole[4...11]))
    #expect(part.headers[.contentRange] == "bytes 4-11/\(whole.count)")
    let beyond = try await valley.ask(base + path, headers: [.range: "bytes=\(whole.count)-"])
    #expect(beyond.status == .rangeNotSatisfiable)
    if path.hasSuffix("parquet") { #expect(whole.starts(with: Array("PAR1".utf8))) }
  }

  @Test("The original is the file byte for byte, saved and never shown, by any name")
  func original() async throws {
    let valley = try await Valley.shared()
    let response = try await valley.ask(base + "original?version=2")
    #expect(String(buffer: response.body) == Valley.trees.csv)
    let disposition = try #require(response.headers[.contentDisposition])
    #expect(
      disposition.hasPrefix("attachment;")
        && disposition.contains("filename*=UTF-8''arbres%20%C3%A9t%C3%A9.csv")
    )
  }
}
