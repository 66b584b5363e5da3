import Acts
import Catalogue
import Governance
import HTTPTypes
import Hummingbird
import Lake
import Messages
import NIOCore
import Web

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Call {
  /// A whole table or a selection of it as a file.
  func export() async throws -> Response {
    let open = try await openTable(.export)
    let format = try exportFormat()
    let selection = try RowSelection(arguments, columns: open.names)
    let name = "\(open.dataset.id)-v\(open.version.number).\(format.fileExtension)"
    if case .parquet = format, selection == RowSelection() {
      let blob = open.table.manifest.parquet
      return try await FileDownload(
        file: open.table.parquetURL,
        bytes: blob.bytes,
        digest: blob.digest,
        name: name,
        mediaType: format.mediaType
      ).response(to: request, context: context)
    }
    let tag = self.tag(dependingOn: open.identity)
    return try await EntityTag.answer(request, tag: tag) {
      let headers: HTTPFields = [
        .contentType: format.mediaType, .contentDisposition: "attachment; filename=\"\(name)\"",
      ]
      guard request.method != .head else { return Response(status: .ok, headers: headers) }
      let pieces = open.table.export(selection, format: format)
      return Response(status: .ok, headers: headers, body: try await Call.body(of: pieces))
    }
  }

  /// The file as it came.
  func original() async throws -> Response {
    let (_, version) = try await openVersion(.original)
    guard version.isOriginalPublic else { throw DatasetVersion.originalWithheld }
    let file = version.original
    return try await FileDownload(
      file: try service.platform.lake.blobURL(file.digest),
      bytes: file.bytes,
      digest: file.digest,
      name: file.name,
      mediaType: file.mediaType
    ).response(to: request, context: context)
  }

  /// A body streamed piece by piece.
  ///
  /// The first piece is waited for, so that what cannot begin is refused properly.
  private static func body(of pieces: AsyncThrowingStream<[UInt8], any Error>) async throws -> ResponseBody {
    var first: [UInt8]?
    for try await piece in pieces {
      first = piece
      break
    }
    guard let first else { return ResponseBody() }
    return ResponseBody { writer in
      try await writer.write(ByteBuffer(bytes: first))
      for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
      try await writer.finish(nil)
    }
  }

  private func exportFormat() throws -> ExportFormat {
    let name = arguments.text("format") ?? ""
    guard let format = ExportFormat(fileExtension: name) else { throw Problem.unknownAddress }
    guard case .csv = format else {
      for parameter in ["delimiter", "bom", "neutralise_formulas"] where arguments.isGiven(parameter) {
        throw RequestFailure.csvOnly(parameter, format: name)
      }
      return format
    }
    let delimiters: [String: Character] = ["comma": ",", "semicolon": ";", "tab": "\t"]
    return .csv(
      CSVStyle(
        delimiter: delimiters[arguments.text("delimiter") ?? "comma"] ?? ",",
        byteOrderMark: arguments.flag("bom"),
        neutralisesFormulas: arguments.flag("neutralise_formulas")
      )
    )
  }
}

extension RequestFailure {
  static func csvOnly(_ parameter: String, format: String) -> Failure {
    Failure(
      "api.export.csv-only",
      .invalid,
      fr: "« \(parameter) » ne vaut que pour l’export CSV.",
      en: "“\(parameter)” is for the CSV export only.",
      pointer: parameter
    )
  }
}
