import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Packages of archive") struct ArchivePackageTests {
  @Test("A dataset is packed with its file, its table, its metadata and a SEDA manifest that names each")
  func dataset() async throws {
    let town = try await RetentionTown()
    try await town.ready(fate: .transfer)
    try await town.platform.perform(
      DescribeDataset(
        "demandes",
        DatasetChanges(description: "Demandes « reçues » & traitées <ici>, \u{1}et là.")
      ),
      as: .command
    )
    let url = town.cast.folder.around.appending(path: "paquet.zip")
    let package = try await town.platform.archive(dataset: "demandes", to: url, as: Cast.actor(.dpo))
    #expect(
      package.files.map(\.name) == [
        "content/demandes-v1-origine", "content/demandes-v1.csv", "content/demandes-v1.parquet",
        "content/metadonnees.json", "manifest.xml",
      ]
    )
    let read = try StoredEntries(url)
    let manifest = try Manifest(try #require(read["manifest.xml"]))
    #expect(manifest.root == "ArchiveTransfer")
    #expect(manifest.namespace == "fr:gouv:culture:archivesdefrance:seda:v2.1")
    // Each file of the package is named once, with its size and its SHA-512.
    let files = package.files.dropLast()
    #expect(manifest.texts("Uri") == files.map(\.name))
    #expect(manifest.texts("MessageDigest") == files.map(\.sha512))
    #expect(manifest.texts("Size") == files.map { String($0.bytes) })
    #expect(manifest.attributes("MessageDigest", "algorithm") == Array(repeating: "SHA-512", count: 4))
    #expect(manifest.texts("DescriptionLevel") == ["RecordGrp", "File", "Item"])
    #expect(manifest.texts("FinalAction") == ["Keep"])
    #expect(manifest.texts("LegalStatus") == ["Public Archive"])
    #expect(manifest.texts("Description").first == "Demandes « reçues » & traitées <ici>, \u{FFFD}et là.")
    // Every reference leads to a group, and no id is used twice.
    #expect(manifest.texts("DataObjectGroupReferenceId") == manifest.attributes("DataObjectGroup", "id"))
    let ids = ["DataObjectGroup", "BinaryDataObject", "ArchiveUnit"].flatMap { manifest.attributes($0, "id") }
    #expect(Set(ids).count == ids.count)
    let metadata = try JSONValue(parsing: Array(try #require(read["content/metadonnees.json"])))
    #expect(metadata.at(["dataset", "id"]) == .string("demandes"))
    #expect(metadata["files"]?.items.count == 3)
    // The parts of a transfer come in the order of the schema.
    #expect(
      manifest.children == [
        "Comment", "Date", "MessageIdentifier", "CodeListVersions", "DataObjectPackage", "ArchivalAgency",
        "TransferringAgency",
      ]
    )
  }

  @Test("What an elimination of rows covers is packed alone, without the file that holds the others")
  func rows() async throws {
    let town = try await RetentionTown()
    try await town.ready(fate: .transfer)
    let elimination = try await town.approved()
    let url = town.cast.folder.around.appending(path: "lignes.zip")
    let package = try await town.platform.archive(elimination: elimination.id, to: url, as: Cast.actor(.dpo))
    #expect(package.files.count == 4)
    #expect(!package.files.contains { $0.name.hasSuffix("origine") })
    let manifest = try Manifest(try #require(try StoredEntries(url)["manifest.xml"]))
    #expect(manifest.texts("StartDate").contains("2014-03-12"))
    #expect(manifest.texts("EndDate").contains("2015-12-31"))
    let csv = try #require(package.files.first { $0.name.hasSuffix(".csv") })
    // The header and two rows, and nothing of the four that stay.
    let expected =
      "numero,demandeur,recu_le,objet\r\n1,Quetzalcoatline,2014-03-12,Voirie\r\n"
      + "2,Zéphyrinovitch,2015-12-31,Urbanisme\r\n"
    #expect(csv.sha256 == Hash(of: Array(expected.utf8)).hex)
    // Once open to be read, it has no name left in the data folder.
    let (_, file) = try await town.platform.openArchive(elimination: elimination.id, as: Cast.actor(.dpo))
    #expect(try file.readToEnd()?.prefix(2) == Data("PK".utf8))
    #expect(town.cast.folder.stagedFiles() == [])
  }

  @Test("Only who protects people may take a package, and the reading of closed data is noted")
  func rights() async throws {
    let town = try await RetentionTown()
    try await town.ready()
    let elimination = try await town.approved()
    for role in [Role.reader, .producer, .publisher] {
      let url = town.cast.folder.around.appending(path: "\(role.rawValue).zip")
      for body in [
        { try await town.platform.archive(dataset: "demandes", to: url, as: Cast.actor(role)) },
        { try await town.platform.archive(elimination: elimination.id, to: url, as: Cast.actor(role)) },
      ] as [() async throws -> ArchivePackage] {
        #expect(await town.code { _ = try await body() } == "access.forbidden")
      }
      #expect(!FileManager.default.fileExists(atPath: url.path))
    }
    let before = town.platform.state.snapshot.records(AccessUse.self).count
    let url = town.cast.folder.around.appending(path: "dpo.zip")
    _ = try await town.platform.archive(dataset: "demandes", to: url, as: Cast.actor(.dpo))
    #expect(town.platform.state.snapshot.records(AccessUse.self).count == before + 1)
  }
}

/// The files of an archive that are stored as they are, by their names.
struct StoredEntries {
  private var files: [String: Data] = [:]

  subscript(name: String) -> Data? { files[name] }

  init(_ url: URL) throws {
    let data = try Data(contentsOf: url)
    var place = 0
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(data[place + offset + $1]) << (8 * $1) }
    }
    while place + 30 < data.count, number(0, 4) == 0x0403_4B50 {
      let (method, name, extra) = (number(8, 2), number(26, 2), number(28, 2))
      // Sizes are in the extra field of ZIP64.
      let packed = number(30 + name + 12, 8)
      let start = place + 30 + name + extra
      let key = String(decoding: data[(place + 30)..<(place + 30 + name)], as: UTF8.self)
      if method == 0 { files[key] = data.subdata(in: start..<(start + packed)) }
      place = start + packed
    }
  }
}

/// A manifest as a reader of XML sees it: one that is not well formed is refused.
private final class Manifest: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var namespace: String?
  private(set) var children: [String] = []
  private var found: [(name: String, attributes: [String: String], text: String)] = []
  private var open: [Int] = []

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func texts(_ name: String) -> [String] { found.filter { $0.name == name }.map(\.text) }

  func attributes(_ name: String, _ attribute: String) -> [String] {
    found.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if root == nil { (root, namespace) = (name, namespaceURI) }
    if open.count == 1 { children.append(name) }
    open.append(found.count)
    found.append((name, attributes, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { found[last].text += text }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) { open.removeLast() }
}
