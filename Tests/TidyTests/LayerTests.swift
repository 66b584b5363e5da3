import Foundation
import Testing

/// The architecture as a table: what each module may import of ours, and nothing else.
private let edges: [String: Set<String>] = [
  "Messages": [],
  "PlainText": [],
  "CivilTime": [],
  "Markup": [],
  "Tabular": ["Messages", "PlainText", "CZlib"],
  "Search": ["PlainText", "CStemmer"],
  "RuleLanguage": ["CivilTime", "Messages"],
  "Register": ["Messages"],
  "Catalogue": ["CivilTime", "Messages", "PlainText", "Register", "Search", "Tabular"],
  "Governance": ["CivilTime", "Messages", "PlainText", "Register"],
  "DataContracts": ["Messages", "Register", "Tabular"],
  "JournalSQLite": ["Messages", "Register"],
  "Accounts": ["Messages", "PlainText", "Register"],
  "Outgoing": ["Messages", "CCurl"],
  "SingleSignOn": [],
  "PostgreSQL": ["Messages", "CLibPQ"],
  "Jobs": [
    "CivilTime", "Messages", "Accounts", "Acts", "Catalogue", "Governance", "Outgoing", "PostgreSQL",
    "Register",
  ],
  "Lake": ["Messages", "Tabular", "CDuckDB", "CGDAL", "CZlib"],
  "Acts": [
    "CivilTime", "Messages", "PlainText", "Register", "Catalogue", "DataContracts", "Governance",
    "RuleLanguage", "Search", "Tabular", "Lake",
    "JournalSQLite",
  ],
  "DemoTerritory": [
    "CivilTime", "Messages", "Tabular", "Catalogue", "Governance", "Register", "RuleLanguage",
  ],
  "Web": ["CivilTime", "Messages", "CAssets", "CZlib", "Markup", "Acts", "Register", "RuleLanguage"],
  "Portal": [
    "CivilTime", "Messages", "Markup", "Web", "Acts", "Catalogue", "Governance", "Register", "RuleLanguage",
    "Search",
    "Tabular", "Lake",
  ],
  "Workshop": [
    "CivilTime", "Messages", "Markup", "PlainText", "Web", "Accounts", "SingleSignOn", "Acts", "Catalogue",
    "Governance", "Register",
    "RuleLanguage", "Search", "Tabular", "Lake",
  ],
  "API": [
    "CivilTime", "Messages", "Web", "Acts", "Catalogue", "Governance", "Register", "Search", "Tabular",
    "Lake",
  ],
  "arpent": [
    "CivilTime", "Messages", "Web", "Portal", "API", "Workshop", "Jobs", "Accounts", "Outgoing", "PostgreSQL",
    "SingleSignOn",
    "Governance", "Acts",
    "DemoTerritory",
    "JournalSQLite",
    "Lake", "Catalogue",
    "Register",
    "Search", "Tabular",
  ],
]

private let modules = Set(edges.keys).union([
  "CAssets", "CCurl", "CDuckDB", "CGDAL", "CLibPQ", "CStemmer", "CZlib",
])

/// The module that an import line names, or nil when the line is no import.
private func importedModule(_ line: String) -> String? {
  let words = line.split(separator: " ")
  guard let keyword = words.firstIndex(of: "import"), keyword <= 2, keyword + 1 < words.count else {
    return nil
  }
  return String(words[keyword + 1].prefix { $0 != "." })
}

@Suite("The layers") struct LayerTests {
  @Test("A module imports only what lies below it", arguments: edges.keys.sorted())
  func importsFollowTheTable(module: String) throws {
    let allowed = try #require(edges[module])
    for file in Source.swiftFiles(under: "Sources/\(module)") {
      for line in file.lines {
        guard let imported = importedModule(line), modules.contains(imported) else { continue }
        #expect(allowed.contains(imported), "\(file.path) may not import \(imported)")
      }
    }
  }

  @Test(
    "The manifest declares every import: an undeclared edge is not rebuilt",
    arguments: edges.keys.sorted()
  )
  func manifestDeclaresEveryImport(module: String) throws {
    let manifest = try Source.text("Package.swift")
    let start = try #require(manifest.firstRange(of: try Regex("arget\\(\\s*name: \"\(module)\"")))
    let rest = manifest[start.upperBound...]
    let block = rest[..<(rest.range(of: "arget(")?.lowerBound ?? rest.endIndex)]
    for file in Source.swiftFiles(under: "Sources/\(module)") {
      for imported in file.lines.compactMap(importedModule) where modules.contains(imported) {
        #expect(block.contains("\"\(imported)\""), "\(module) must declare \(imported)")
      }
    }
  }

  @Test("Every module of the package is in the table")
  func tableIsComplete() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Source.root.appending(path: "Sources").path
    )
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == modules)
  }

  @Test("Nothing is re-exported: incremental builds miss layout changes behind a re-export")
  func nothingIsReexported() {
    for file in Source.swiftFiles(under: "Sources") {
      #expect(!file.lines.contains { $0.contains("@_exported") }, "\(file.path)")
    }
  }
}
