// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

// Each edge between our modules is declared here, even where it could be reached through another: an
// undeclared edge is not rebuilt when the module behind it changes.
let package = Package(
  name: "arpent",
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    // C: headers and bytes.
    .target(name: "CAssets", exclude: ["files"]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CDuckDB", linkerSettings: [.linkedLibrary("dl")]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // 0: pure libraries that know nothing of authorities.
    .target(name: "Messages", swiftSettings: strict),
    .target(name: "PlainText", swiftSettings: strict),
    .target(name: "CivilTime", swiftSettings: strict),
    .target(name: "Markup", swiftSettings: strict),
    .target(
      name: "Tabular",
      dependencies: ["Messages", "PlainText", "CZlib", crypto],
      swiftSettings: strict
    ),
    .target(name: "Search", dependencies: ["PlainText", "CStemmer"], swiftSettings: strict),
    .target(name: "RuleLanguage", dependencies: ["CivilTime", "Messages"], swiftSettings: strict),

    // 1: the domain as values and rules; the kernel first, then what is defined on it.
    .target(name: "Register", dependencies: ["Messages", crypto, collections], swiftSettings: strict),
    .target(
      name: "Catalogue",
      dependencies: ["CivilTime", "Messages", "PlainText", "Register", "Search", "Tabular", collections],
      swiftSettings: strict
    ),

    .target(
      name: "Governance",
      dependencies: ["CivilTime", "Messages", "PlainText", "Register"],
      swiftSettings: strict
    ),
    .target(
      name: "DataContracts",
      dependencies: ["Messages", "Register", "Tabular", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),

    // 2: one outside thing each.
    .target(
      name: "JournalSQLite",
      dependencies: ["Messages", "Register", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .target(
      name: "Accounts",
      dependencies: [
        "Messages", "PlainText", "Register", crypto, cryptoExtras,
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .target(name: "SingleSignOn", dependencies: [crypto, cryptoExtras], swiftSettings: strict),
    .target(name: "Outgoing", dependencies: ["Messages", "CCurl"], swiftSettings: strict),
    .target(name: "PostgreSQL", dependencies: ["Messages", "CLibPQ"], swiftSettings: strict),
    .target(
      name: "Lake",
      dependencies: ["Messages", "Tabular", "CDuckDB", "CGDAL", "CZlib", crypto],
      swiftSettings: strict
    ),

    // 3: what someone may do.
    .target(
      name: "Acts",
      dependencies: [
        "CivilTime", "Messages", "PlainText", "Register", "Catalogue", "DataContracts", "Governance",
        "RuleLanguage", "Search", "Tabular", "Lake",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DemoTerritory",
      dependencies: [
        "CivilTime", "Messages", "Tabular", "Catalogue", "Governance", "Register", "RuleLanguage",
      ],
      swiftSettings: strict
    ),

    // 4: the faces.
    .target(
      name: "Web",
      dependencies: [
        "CivilTime", "Register",
        "Messages", "CAssets", "CZlib", "Markup", "RuleLanguage", hummingbird, hummingbirdCore, logging,
        nioCore,
        nioPosix, nioHTTPTypes,
        httpTypes, crypto,
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Portal",
      dependencies: [
        "CivilTime",
        "Messages", "Markup", "Web", "Acts", "Catalogue", "Governance", "Register", "RuleLanguage", "Search",
        "Tabular", "Lake",
        hummingbird, nioCore,
        httpTypes,
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Workshop",
      dependencies: [
        "CivilTime",
        "Messages", "Markup", "PlainText", "Web", "Accounts", "SingleSignOn", "Acts", "Catalogue",
        "Governance",
        "Register", "RuleLanguage", "Search", "Tabular", "Lake", hummingbird, logging, nioCore, httpTypes,
      ],
      swiftSettings: strict
    ),
    .target(
      name: "API",
      dependencies: [
        "CivilTime",
        "Messages", "Web", "Acts", "Catalogue", "Governance", "Register", "Search", "Tabular", "Lake",
        hummingbird, nioCore,
        httpTypes,
      ],
      swiftSettings: strict
    ),

    .target(
      name: "Jobs",
      dependencies: [
        "CivilTime",
        "Messages", "Accounts", "Acts", "Catalogue", "Governance", "Outgoing", "PostgreSQL", "Register",
        crypto,
      ],
      swiftSettings: strict
    ),

    // 5: the command.
    .executableTarget(
      name: "arpent",
      dependencies: [
        "CivilTime",
        "Messages", "Web", "Portal", "API", "Workshop", "Jobs", "Accounts", "Outgoing", "PostgreSQL",
        "SingleSignOn",
        "Governance", "Acts",
        "DemoTerritory",
        "JournalSQLite", "Lake", "Catalogue",
        "Register",
        "Search", "Tabular", crypto, hummingbird, logging, nioCore,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    .executableTarget(
      name: "arpent-benchmarks",
      dependencies: [
        "CivilTime",
        "Acts", "Catalogue", "DemoTerritory", "Governance", "JournalSQLite", "Lake", "Messages",
        "Register", "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Generators",
      swiftSettings: strict
    ),

    .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
    .testTarget(name: "TabularTests", dependencies: ["Messages", "Tabular", "CZlib"], swiftSettings: strict),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"], swiftSettings: strict),
    .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: strict),
    .testTarget(
      name: "RuleLanguageTests",
      dependencies: ["Messages", "RuleLanguage"],
      swiftSettings: strict
    ),
    .testTarget(name: "RegisterTests", dependencies: ["Messages", "Register"], swiftSettings: strict),
    .testTarget(
      name: "GovernanceTests",
      dependencies: ["CivilTime", "Messages", "Governance", "Register"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CatalogueTests",
      dependencies: ["CivilTime", "Messages", "Catalogue", "Register", "Search", "Tabular"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DataContractsTests",
      dependencies: ["Messages", "DataContracts", "Register"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "JournalSQLiteTests",
      dependencies: ["Messages", "JournalSQLite", "Register", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AccountsTests",
      dependencies: ["Messages", "Accounts", "Register", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SingleSignOnTests",
      dependencies: ["SingleSignOn", crypto, cryptoExtras],
      swiftSettings: strict
    ),
    .testTarget(name: "OutgoingTests", dependencies: ["Messages", "Outgoing"], swiftSettings: strict),
    .testTarget(name: "PostgreSQLTests", dependencies: ["Messages", "PostgreSQL"], swiftSettings: strict),
    .testTarget(
      name: "JobsTests",
      dependencies: [
        "CivilTime",
        "Messages", "Jobs", "Accounts", "Acts", "Catalogue", "Governance", "JournalSQLite", "Outgoing",
        "PostgreSQL", "Register",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LakeTests",
      dependencies: ["Messages", "Lake", "Tabular", "CZlib"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ActsTests",
      dependencies: [
        "CivilTime",
        "Messages", "Acts", "Catalogue", "DataContracts", "Governance", "Register", "Lake", "JournalSQLite",
        "RuleLanguage",
        "Tabular", "Search",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DemoTerritoryTests",
      dependencies: [
        "CivilTime", "Messages", "DemoTerritory", "Catalogue", "Governance", "Register", "RuleLanguage",
        "Tabular",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "CivilTime",
        "Messages", "Web", "Portal", "API", "Workshop", "Accounts", "Acts", "Catalogue", "Governance",
        "Register",
        "Lake", "JournalSQLite", "DemoTerritory",
        "Markup", "RuleLanguage", "Search", "Tabular", hummingbird, hummingbirdTesting, logging, nioCore,
        nioPosix, httpTypes,
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "APITests",
      dependencies: [
        "CivilTime",
        "Messages", "API", "Web", "Acts", "Catalogue", "Governance", "Register", "Lake", "JournalSQLite",
        "Search",
        "Tabular",
        hummingbird, hummingbirdTesting, nioCore, httpTypes,
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CivilTime",
        "arpent", "Acts", "Catalogue", "Governance", "JournalSQLite", "Lake", "Messages", "Register",
        "SingleSignOn", "Tabular",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
