import ArgumentParser
import Foundation
import Lake
import Messages
import Tabular

/// `arpent inspect`: reads a whole table and tells what it holds and what to mend.
struct Inspect: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a whole file and tell what it holds and what to mend.",
    discussion: "Exit code 0 when the file can be read, 2 when it cannot, with the reason."
  )

  @Argument(
    help:
      "The file: CSV and its cousins, XLSX, ODS, XLS, GeoJSON, JSON, Shapefile, GeoPackage; gzipped or zipped."
  )
  var file: String

  @Flag(help: "Answer with the whole report as JSON.")
  var json = false

  @Option(help: "The sheet or layer to read, where there are several.")
  var sheet: String?

  @Option(help: "The record that holds the column names, from 1; 0 when there is none.")
  var headerRow: Int?

  @Option(
    help: "The character encoding, when the one found is wrong: utf-8, windows-1252, iso-8859-15, macintosh…"
  )
  var encoding: String?

  @Option(help: "The separator between cells, when the one found is wrong.")
  var delimiter: String?

  @Option(help: "The schema to check the table against, such as scdl/subventions.")
  var schema: String?

  func perform() async throws {
    let schema = try schema.map(knownSchema)
    let options = ReadingOptions(headerRow: headerRow, sheet: sheet, encoding: encoding, delimiter: delimiter)
    let progress = ProgressLine(Console.language == .french ? "Lignes lues :" : "Rows read:")
    defer { progress.end() }
    let inspection = try TableOpening.inspect(path: file, options: options, schema: schema) {
      progress.show(rows: $0)
    }
    progress.end()
    if json {
      try Console.print(json: inspection)
    } else {
      Console.print(InspectionText(inspection).text(Console.language))
    }
  }

  private func knownSchema(_ name: String) throws -> TableSchema {
    if let schema = TableSchema.known(name) { return schema }
    let known = TableSchema.all.map(\.id).joined(separator: ", ")
    throw Failure(
      "inspection.schema.unknown",
      .missing,
      fr: "Le schéma «\u{A0}\(name)\u{A0}» n’est pas connu ici.",
      en: "The schema “\(name)” is not known here.",
      remedy: Bilingual(fr: "Choisissez parmi\u{A0}: \(known).", en: "Choose one of: \(known)."),
      pointer: "schema"
    )
  }
}
