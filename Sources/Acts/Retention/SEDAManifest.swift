import Lake

/// A manifest of the « Standard d’échange de données pour l’archivage », version 2.1 (SIAF, NF Z44-022): what a
/// package holds, and how it is to be kept.
struct SEDAManifest {
  /// A file of the package.
  struct Object {
    let file: PackedFile
    /// What it is for: `BinaryMaster_1`, `Dissemination_1`.
    let version: String
    let name: String
    let mediaType: String
    let format: String
  }

  /// A thing described, with its files.
  struct Unit {
    let title: String
    let level: String
    let identifier: String
    let description: String
    let start: String?
    let end: String?
    let objects: [Object]
    var children: [Unit] = []
  }

  /// How long it is kept, and what becomes of it.
  struct Appraisal {
    let rule: String?
    let start: String?
    let keeps: Bool
  }

  let identifier: String
  let date: String
  let comment: String
  let archivalAgency: String
  let transferringAgency: String
  let originatingAgency: String
  let isPublicArchive: Bool
  let appraisal: Appraisal
  /// The rule of communicability, by its code in the tables of SEDA.
  let access: (rule: String, start: String?)
  let unit: Unit

  static let namespace = "fr:gouv:culture:archivesdefrance:seda:v2.1"

  /// The XML text.
  var xml: String {
    var writer = XMLWriter()
    writer.open(
      "ArchiveTransfer",
      [
        ("xmlns", Self.namespace), ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", Self.namespace + " seda-2.1-main.xsd"), ("xml:id", "ID0"),
      ]
    )
    writer.leaf("Comment", comment)
    writer.leaf("Date", date)
    writer.leaf("MessageIdentifier", identifier)
    codeLists(&writer)
    writer.inside("DataObjectPackage") { writer in
      var next = 1
      groups(unit, &writer, &next)
      writer.inside("DescriptiveMetadata") { writer in
        var next = 1
        describe(unit, &writer, &next, isRoot: true)
      }
      management(&writer)
    }
    agency("ArchivalAgency", archivalAgency, &writer)
    agency("TransferringAgency", transferringAgency, &writer)
    writer.close("ArchiveTransfer")
    return writer.text
  }

  private func codeLists(_ writer: inout XMLWriter) {
    let names = [
      "ReplyCodeListVersion", "MessageDigestAlgorithmCodeListVersion", "MimeTypeCodeListVersion",
      "EncodingCodeListVersion", "FileFormatCodeListVersion", "CompressionAlgorithmCodeListVersion",
      "DataObjectVersionCodeListVersion", "StorageRuleCodeListVersion", "AppraisalRuleCodeListVersion",
      "AccessRuleCodeListVersion", "DisseminationRuleCodeListVersion", "ReuseRuleCodeListVersion",
      "ClassificationRuleCodeListVersion", "AuthorizationReasonCodeListVersion",
      "RelationshipCodeListVersion",
    ]
    writer.inside("CodeListVersions") { writer in for name in names { writer.leaf(name, name + "0") } }
  }

  /// One group of objects a unit: its files are forms of the same thing.
  private func groups(_ unit: Unit, _ writer: inout XMLWriter, _ next: inout Int) {
    if !unit.objects.isEmpty {
      let group = next
      next += 1
      writer.open("DataObjectGroup", [("id", "G\(group)")])
      for (index, object) in unit.objects.enumerated() {
        writer.open("BinaryDataObject", [("id", "G\(group)-\(index + 1)")])
        writer.leaf("DataObjectVersion", object.version)
        writer.leaf("Uri", object.file.name)
        writer.leaf("MessageDigest", object.file.sha512, [("algorithm", "SHA-512")])
        writer.leaf("Size", String(object.file.bytes))
        writer.inside("FormatIdentification") {
          $0.leaf("FormatLitteral", object.format)
          $0.leaf("MimeType", object.mediaType)
        }
        writer.inside("FileInfo") { $0.leaf("Filename", object.name) }
        writer.close("BinaryDataObject")
      }
      writer.close("DataObjectGroup")
    }
    for child in unit.children { groups(child, &writer, &next) }
  }

  private func describe(_ unit: Unit, _ writer: inout XMLWriter, _ next: inout Int, isRoot: Bool) {
    let group = next
    if !unit.objects.isEmpty { next += 1 }
    writer.open("ArchiveUnit", [("id", isRoot ? "U0" : "U\(unit.identifier.hashedID)")])
    writer.inside("Content") { writer in
      writer.leaf("DescriptionLevel", unit.level)
      writer.leaf("Title", unit.title)
      writer.leaf("OriginatingAgencyArchiveUnitIdentifier", unit.identifier)
      if !unit.description.isEmpty { writer.leaf("Description", unit.description) }
      agency("OriginatingAgency", originatingAgency, &writer)
      if let start = unit.start { writer.leaf("StartDate", start) }
      if let end = unit.end { writer.leaf("EndDate", end) }
    }
    for child in unit.children { describe(child, &writer, &next, isRoot: false) }
    if !unit.objects.isEmpty {
      writer.inside("DataObjectReference") { $0.leaf("DataObjectGroupReferenceId", "G\(group)") }
    }
    writer.close("ArchiveUnit")
  }

  private func management(_ writer: inout XMLWriter) {
    writer.inside("ManagementMetadata") { writer in
      writer.leaf("LegalStatus", isPublicArchive ? "Public Archive" : "Private Archive")
      writer.leaf("OriginatingAgencyIdentifier", originatingAgency)
      writer.leaf("SubmissionAgencyIdentifier", transferringAgency)
      writer.inside("AppraisalRule") {
        if let rule = appraisal.rule {
          $0.leaf("Rule", rule)
          if let start = appraisal.start { $0.leaf("StartDate", start) }
        }
        $0.leaf("FinalAction", appraisal.keeps ? "Keep" : "Destroy")
      }
      writer.inside("AccessRule") {
        $0.leaf("Rule", access.rule)
        if let start = access.start { $0.leaf("StartDate", start) }
      }
    }
  }

  private func agency(_ name: String, _ identifier: String, _ writer: inout XMLWriter) {
    writer.inside(name) { $0.leaf("Identifier", identifier) }
  }
}

extension String {
  /// A name fit for an XML id: letters, figures and hyphens of the text, then what tells it from others.
  fileprivate var hashedID: String {
    let plain = unicodeScalars.map { scalar in
      (48...57).contains(scalar.value) || (97...122).contains(scalar.value)
        ? String(scalar) : "-\(scalar.value)-"
    }
    return plain.joined()
  }
}

/// Writes XML 1.0, indented, with every text escaped.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    text += indent + "<" + name + Self.attributes(attributes) + ">\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    text += indent + "</" + name + ">\n"
  }

  mutating func leaf(_ name: String, _ value: String, _ attributes: [(String, String)] = []) {
    text +=
      indent + "<" + name + Self.attributes(attributes) + ">" + Self.escaped(value) + "</" + name + ">\n"
  }

  mutating func inside(_ name: String, _ body: (inout XMLWriter) -> Void) {
    open(name)
    body(&self)
    close(name)
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private static func attributes(_ pairs: [(String, String)]) -> String {
    pairs.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// What XML 1.0 cannot hold, even escaped, becomes a mark of replacement.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n": out.unicodeScalars.append(scalar)
      case "\r": out += "&#13;"
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        out.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return out
  }
}
