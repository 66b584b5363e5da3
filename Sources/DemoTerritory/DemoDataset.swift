public import Catalogue

/// A dataset of the demo: what describes it, and its files in time.
public struct DemoDataset: Sendable {
  /// The description, as a draft; `updatedAt` is the day of the last version.
  public let dataset: Dataset
  /// Whether the demo publishes it; if not, it shows what publishing refuses.
  public let isPublished: Bool
  /// What each column means, by its name.
  public let columnDescriptions: [String: String]
  /// The columns that look personal and tell of no person: telephones and mailboxes of services.
  public let serviceColumns: [String]
  /// The versions, oldest first, one at least.
  public let versions: [DemoVersion]
}

/// A file of a dataset, as it was deposited on a day.
public struct DemoVersion: Sendable {
  /// When it was published, ISO 8601 UTC.
  public let publishedAt: String
  /// The name of the file.
  public let fileName: String
  private let write: @Sendable () -> [UInt8]

  init(publishedAt: String, fileName: String, write: @escaping @Sendable () -> [UInt8]) {
    self.publishedAt = publishedAt
    self.fileName = fileName
    self.write = write
  }

  /// Writes the file: the same bytes each time.
  public func bytes() -> [UInt8] { write() }
}
