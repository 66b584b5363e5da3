import Acts
import Catalogue
import Foundation
import Governance
import Register
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The order and number of the parts of a transfer, as the schemas of SEDA 2.1 have them (main, technical, management,
/// descriptive, ontology), for the parts that Arpent may write.
@Suite("The structure of a SEDA 2.1 transfer") struct SEDAStructureTests {
  @Test(
    "A dataset, a dataset without a description, and rows past their date all have the structure of the schema"
  )
  func structure() async throws {
    let town = try await RetentionTown()
    try await town.ready(fate: .transfer)
    try await check("sans-description", town) { url in
      _ = try await town.platform.archive(dataset: "demandes", to: url, as: Cast.actor(.dpo))
    }
    try await town.platform.perform(
      DescribeDataset("demandes", DatasetChanges(description: "Demandes reçues.")),
      as: .command
    )
    try await check("decrit", town) { url in
      _ = try await town.platform.archive(dataset: "demandes", to: url, as: Cast.actor(.dpo))
    }
    let elimination = try await town.approved()
    try await check("lignes", town) { url in
      _ = try await town.platform.archive(elimination: elimination.id, to: url, as: Cast.actor(.dpo))
    }
  }

  @Test("A part out of order, missing, twice or unknown is seen")
  func sees() throws {
    let good = "<FileInfo><Filename>a</Filename></FileInfo>"
    #expect(try faults(good) == [])
    #expect(try faults("<FileInfo></FileInfo>") == ["FileInfo: Filename is missing"])
    #expect(
      try faults("<FileInfo><Filename>a</Filename><Filename>b</Filename></FileInfo>")
        == ["FileInfo: Filename is there 2 times"]
    )
    #expect(
      try faults("<Content><Title>a</Title><DescriptionLevel>File</DescriptionLevel></Content>")
        == ["Content: DescriptionLevel out of order"]
    )
    #expect(
      try faults("<FileInfo><Filename>a</Filename><Size>1</Size></FileInfo>")
        == ["FileInfo: Size is not foreseen"]
    )
    #expect(
      try faults("<Content><DescriptionLevel>Box</DescriptionLevel></Content>")
        == ["DescriptionLevel: Box is no word of the schema"]
    )
    #expect(try faults("<MessageDigest>ab</MessageDigest>") == ["MessageDigest: algorithm is missing"])
  }

  private func check(_ name: String, _ town: RetentionTown, _ pack: (URL) async throws -> Void) async throws {
    let url = town.cast.folder.around.appending(path: name + ".zip")
    try await pack(url)
    let data = try #require(try StoredEntries(url)["manifest.xml"])
    #expect(try SEDATree(data).faults == [], "\(name)")
  }

  private func faults(_ xml: String) throws -> [String] { try SEDATree(Data(xml.utf8)).faults }
}

/// A transfer as a tree, checked part by part.
private final class SEDATree: NSObject, XMLParserDelegate {
  private final class Node {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [Node] = []

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// A part that may be there: how many times at least and at most.
  private typealias Part = (name: String, least: Int, most: Int)

  private static let many = 10_000
  private static let parts: [String: [Part]] = [
    "ArchiveTransfer": [
      ("Comment", 0, many), ("Date", 1, 1), ("MessageIdentifier", 1, 1), ("Signature", 0, 1),
      ("ArchivalAgreement", 0, 1), ("CodeListVersions", 1, 1), ("DataObjectPackage", 1, 1),
      ("RelatedTransferReference", 0, many), ("TransferRequestReplyIdentifier", 0, 1),
      ("ArchivalAgency", 1, 1), ("TransferringAgency", 1, 1),
    ],
    "CodeListVersions": [
      "ReplyCodeListVersion", "MessageDigestAlgorithmCodeListVersion", "MimeTypeCodeListVersion",
      "EncodingCodeListVersion", "FileFormatCodeListVersion", "CompressionAlgorithmCodeListVersion",
      "DataObjectVersionCodeListVersion", "StorageRuleCodeListVersion", "AppraisalRuleCodeListVersion",
      "AccessRuleCodeListVersion", "DisseminationRuleCodeListVersion", "ReuseRuleCodeListVersion",
      "ClassificationRuleCodeListVersion", "AcquisitionInformationCodeListVersion",
      "AuthorizationReasonCodeListVersion", "RelationshipCodeListVersion",
    ].map { ($0, 0, 1) },
    "DataObjectPackage": [
      ("DataObjectGroup", 0, many), ("DescriptiveMetadata", 1, 1), ("ManagementMetadata", 1, 1),
    ],
    "DataObjectGroup": [("BinaryDataObject", 0, many), ("LogBook", 0, 1)],
    "BinaryDataObject": [
      ("DataObjectVersion", 0, 1), ("Uri", 0, 1), ("MessageDigest", 1, 1), ("Size", 0, 1),
      ("Compressed", 0, 1), ("FormatIdentification", 0, 1), ("FileInfo", 0, 1), ("Metadata", 0, 1),
    ],
    "FormatIdentification": [
      ("FormatLitteral", 0, 1), ("MimeType", 0, 1), ("FormatId", 0, 1), ("Encoding", 0, 1),
    ],
    "FileInfo": [("Filename", 1, 1), ("CreatingApplicationName", 0, 1)],
    "DescriptiveMetadata": [("ArchiveUnit", 0, many)],
    "ArchiveUnit": [
      ("ArchiveUnitProfile", 0, 1), ("Management", 0, 1), ("Content", 1, 1), ("ArchiveUnit", 0, many),
      ("DataObjectReference", 0, many),
    ],
    "Content": [
      ("DescriptionLevel", 0, 1), ("Title", 0, many), ("FilePlanPosition", 0, many), ("SystemId", 0, many),
      ("OriginatingSystemId", 0, many), ("ArchivalAgencyArchiveUnitIdentifier", 0, many),
      ("OriginatingAgencyArchiveUnitIdentifier", 0, many),
      ("TransferringAgencyArchiveUnitIdentifier", 0, many), ("Description", 0, many),
      ("OriginatingAgency", 0, 1), ("SubmissionAgency", 0, 1), ("StartDate", 0, 1), ("EndDate", 0, 1),
    ],
    "DataObjectReference": [("DataObjectGroupReferenceId", 1, 1)],
    "ManagementMetadata": [
      ("ArchivalProfile", 0, 1), ("ServiceLevel", 0, 1), ("AcquisitionInformation", 0, 1),
      ("LegalStatus", 0, 1), ("OriginatingAgencyIdentifier", 0, 1), ("SubmissionAgencyIdentifier", 0, 1),
      ("StorageRule", 0, 1), ("AppraisalRule", 0, 1), ("AccessRule", 0, 1), ("DisseminationRule", 0, 1),
    ],
    "AppraisalRule": [("Rule", 0, 1), ("StartDate", 0, 1), ("FinalAction", 1, 1)],
    "AccessRule": [("Rule", 0, 1), ("StartDate", 0, 1)],
    "OriginatingAgency": [("Identifier", 1, 1)], "ArchivalAgency": [("Identifier", 1, 1)],
    "TransferringAgency": [("Identifier", 1, 1)],
  ]
  private static let words: [String: Set<String>] = [
    "DescriptionLevel": [
      "Fonds", "Subfonds", "Class", "Collection", "Series", "Subseries", "RecordGrp", "SubGrp", "File",
      "Item", "OtherLevel",
    ],
    "LegalStatus": ["Public Archive", "Private Archive", "Public and Private Archive"],
    "FinalAction": ["Keep", "Destroy"],
  ]
  private static let attributes: [String: String] = [
    "MessageDigest": "algorithm", "DataObjectGroup": "id", "BinaryDataObject": "id", "ArchiveUnit": "id",
  ]

  private(set) var faults: [String] = []
  private var root: Node?
  private var open: [Node] = []

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    if let root { check(root) }
  }

  private func check(_ node: Node) {
    if let attribute = Self.attributes[node.name], (node.attributes[attribute] ?? "").isEmpty {
      faults.append("\(node.name): \(attribute) is missing")
    }
    if node.children.isEmpty, let words = Self.words[node.name], !words.contains(node.text) {
      faults.append("\(node.name): \(node.text) is no word of the schema")
    }
    if node.children.isEmpty, Self.parts[node.name] == nil, node.text.allSatisfy(\.isWhitespace) {
      faults.append("\(node.name) is empty")
    }
    if let parts = Self.parts[node.name] { check(node, parts) }
    for child in node.children { check(child) }
  }

  private func check(_ node: Node, _ parts: [Part]) {
    var reached = 0
    for child in node.children {
      guard let place = parts.firstIndex(where: { $0.name == child.name }) else {
        faults.append("\(node.name): \(child.name) is not foreseen")
        continue
      }
      if place < reached { faults.append("\(node.name): \(child.name) out of order") }
      reached = max(reached, place)
    }
    for part in parts {
      let count = node.children.count { $0.name == part.name }
      if count < part.least { faults.append("\(node.name): \(part.name) is missing") }
      if count > part.most { faults.append("\(node.name): \(part.name) is there \(count) times") }
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    let node = Node(name, attributes)
    open.last?.children.append(node)
    if root == nil { root = node }
    open.append(node)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) { open.removeLast() }
}
