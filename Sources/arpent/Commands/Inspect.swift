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

  func perform() async throws {
    let options = ReadingOptions(headerRow: headerRow, sheet: sheet, encoding: encoding, delimiter: delimiter)
    let progress = ProgressLine(Console.language == .french ? "Lignes lues :" : "Rows read:")
    defer { progress.end() }
    let inspection = try TableOpening.inspect(path: file, options: options) { progress.show(rows: $0) }
    progress.end()
    if json {
      try Console.print(json: inspection)
    } else {
      Console.print(InspectionText(inspection).text(Console.language))
    }
  }
}
