import Messages

extension PrintedDocument {
  /// The media type of OpenDocument texts.
  public static let openDocumentType = "application/vnd.oasis.opendocument.text"

  /// The document as an OpenDocument text (ISO/IEC 26300, ODF 1.2), which word processors open and edit.
  public func openDocument() -> [UInt8] {
    var zip = ZipWriter()
    // The first entry, stored, is how the type is told from the first bytes (part 3, 3.3).
    zip.add("mimetype", Array(Self.openDocumentType.utf8))
    zip.add("content.xml", Array(content.utf8))
    zip.add("styles.xml", Array(styles.utf8))
    zip.add("meta.xml", Array(meta.utf8))
    zip.add("META-INF/manifest.xml", Array(Self.manifest.utf8))
    return zip.archive()
  }

  // MARK: Content

  private var content: String {
    let body = blocks.enumerated().map { xml($1, $0) }.joined()
    let under = subtitle.isEmpty ? "" : paragraph(subtitle, "Subtitle")
    return Self.head + "<office:document-content \(Self.names) office:version=\"1.2\">"
      + "<office:automatic-styles><style:style style:name=\"Cell\" style:family=\"table-cell\">"
      + "<style:table-cell-properties fo:padding=\"0.1cm\" fo:border=\"0.05pt solid #808080\"/></style:style>"
      + "</office:automatic-styles><office:body><office:text>\(paragraph(title, "Title"))\(under)\(body)"
      + "</office:text></office:body></office:document-content>"
  }

  private func xml(_ block: Block, _ index: Int) -> String {
    switch block {
    case .heading(let level, let text):
      let level = min(max(level, 1), 3)
      return
        "<text:h text:style-name=\"Heading_20_\(level)\" text:outline-level=\"\(level)\">\(inline(text))</text:h>"
    case .paragraph(let text): return paragraph(text, "Text_20_body")
    case .list(let items):
      let items = items.map { "<text:list-item>\(paragraph($0, "Text_20_body"))</text:list-item>" }
      return "<text:list text:style-name=\"Dots\">\(items.joined())</text:list>"
    case .facts(let facts):
      return facts.map { fact in
        "<text:p text:style-name=\"Text_20_body\"><text:span text:style-name=\"Term\">"
          + inline(fact.term) + (language == .french ? "\u{A0}: " : ": ") + "</text:span>"
          + inline(fact.text) + "</text:p>"
      }.joined() + paragraph("", "Table_20_Contents")
    case .table(let columns, let rows): return table(columns, rows, index)
    }
  }

  private func table(_ columns: [String], _ rows: [[String]], _ index: Int) -> String {
    func row(_ cells: [String], _ style: String) -> String {
      "<table:table-row>"
        + cells.map { cell in
          "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">"
            + paragraph(cell, style) + "</table:table-cell>"
        }.joined() + "</table:table-row>"
    }
    return "<table:table table:name=\"T\(index)\">"
      + "<table:table-column table:number-columns-repeated=\"\(max(columns.count, 1))\"/>"
      + "<table:table-header-rows>\(row(columns, "Head"))</table:table-header-rows>"
      + rows.map { row($0, "Table_20_Contents") }.joined() + "</table:table>" + paragraph("", "Text_20_body")
  }

  private func paragraph(_ text: String, _ style: String) -> String {
    "<text:p text:style-name=\"\(style)\">\(inline(text))</text:p>"
  }

  /// Text with its line ends; runs of blanks, which XML would shorten, stay.
  private func inline(_ text: String) -> String {
    Self.escaped(text).replacing("\n", with: "<text:line-break/>").replacing("  ", with: " <text:s/>")
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": continue
      case "\t": escaped += " "
      case "\n": escaped += "\n"
      // What XML 1.0 has no place for, even escaped.
      case "\u{0}"..."\u{1F}", "\u{FFFE}"..."\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  // MARK: Styles and the rest

  private var styles: String {
    let (tag, country) = language == .french ? ("fr", "FR") : ("en", "GB")
    func style(_ name: String, _ display: String, _ paragraph: String, _ text: String) -> String {
      "<style:style style:name=\"\(name)\" style:display-name=\"\(display)\" style:family=\"paragraph\">"
        + "<style:paragraph-properties \(paragraph)/><style:text-properties \(text)/></style:style>"
    }
    let space = "fo:margin-top=\"0cm\" fo:margin-bottom=\"0.2cm\""
    let above = "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\""
    let bold = "fo:font-weight=\"bold\""
    return Self.head + "<office:document-styles \(Self.names) office:version=\"1.2\"><office:styles>"
      + "<style:default-style style:family=\"paragraph\"><style:text-properties fo:font-size=\"11pt\""
      + " style:font-name=\"sans\" fo:font-family=\"'Liberation Sans', Arial, sans-serif\""
      + " fo:language=\"\(tag)\" fo:country=\"\(country)\"/></style:default-style>"
      + style("Title", "Title", space, "fo:font-size=\"20pt\" \(bold)")
      + style(
        "Subtitle",
        "Subtitle",
        "fo:margin-bottom=\"0.6cm\"",
        "fo:font-size=\"12pt\" fo:color=\"#555555\""
      )
      + style("Heading_20_1", "Heading 1", above, "fo:font-size=\"15pt\" \(bold)")
      + style("Heading_20_2", "Heading 2", above, "fo:font-size=\"13pt\" \(bold)")
      + style("Heading_20_3", "Heading 3", above, "fo:font-size=\"11pt\" \(bold)")
      + style("Text_20_body", "Text body", space, "fo:font-size=\"11pt\"")
      + style("Table_20_Contents", "Table Contents", "fo:margin-bottom=\"0cm\"", "fo:font-size=\"10pt\"")
      + style("Head", "Table Heading", "fo:margin-bottom=\"0cm\"", "fo:font-size=\"10pt\" \(bold)")
      + "<style:style style:name=\"Term\" style:family=\"text\"><style:text-properties \(bold)/></style:style>"
      + "<text:list-style style:name=\"Dots\"><text:list-level-style-bullet text:level=\"1\""
      + " text:bullet-char=\"•\"><style:list-level-properties text:space-before=\"0.4cm\""
      + " text:min-label-width=\"0.4cm\"/></text:list-level-style-bullet></text:list-style></office:styles>"
      + "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties"
      + " fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\"/></style:page-layout>"
      + "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\""
      + " style:page-layout-name=\"A4\"/></office:master-styles></office:document-styles>"
  }

  private var meta: String {
    Self.head + "<office:document-meta \(Self.names) office:version=\"1.2\"><office:meta>"
      + "<meta:generator>Arpent</meta:generator><dc:title>\(Self.escaped(title))</dc:title>"
      + "<dc:language>\(language.rawValue)</dc:language></office:meta></office:document-meta>"
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private static let names =
    [
      "office", "style", "text", "table", "meta",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

  private static let manifest =
    head + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    + " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\""
    + " manifest:media-type=\"\(openDocumentType)\"/>"
    + ["content.xml", "styles.xml", "meta.xml"].map {
      "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"text/xml\"/>"
    }.joined() + "</manifest:manifest>"
}
