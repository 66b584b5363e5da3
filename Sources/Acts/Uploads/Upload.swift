public import Register

/// A file on its way here, that may come in several goes.
public struct Upload: Codable, Sendable, Equatable {
  /// An opaque id, `f-…`.
  public let id: String
  /// Who sends it: an actor's id.
  ///
  /// Nobody else can see it or add to it.
  public let owner: String
  /// The file's name, without folders and made safe.
  public let name: String
  /// The size that was announced, if it was.
  public let bytes: Int?
  /// When it was begun.
  public let createdAt: Moment
  /// When it is thrown away, finished or not.
  public let expiresAt: Moment
}

/// How much may be sent.
public struct UploadLimits: Sendable, Equatable {
  /// The largest file, in bytes.
  public var largestFile: Int
  /// The most bytes that one actor may keep here at once.
  public var largestOwner: Int
  /// The most uploads that one actor may keep here at once.
  public var mostPerOwner: Int
  /// The days after which an upload is thrown away.
  public var days: Int64

  /// The limits: by default 6 GiB for a file, 24 GiB and 100 files for one actor, 7 days.
  public init(
    largestFile: Int = 6 << 30,
    largestOwner: Int = 24 << 30,
    mostPerOwner: Int = 100,
    days: Int64 = 7
  ) {
    self.largestFile = largestFile
    self.largestOwner = largestOwner
    self.mostPerOwner = mostPerOwner
    self.days = days
  }
}
