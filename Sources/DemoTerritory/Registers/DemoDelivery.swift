public import CivilTime

/// A file that a delegate of the demo handed over.
public struct DemoDelivery: Sendable {
  /// The id of the delivery that was expected.
  public let expected: String
  /// The id it is kept under.
  public let id: String
  /// The day it came.
  public let day: CivilDate
  /// The file's name.
  public let fileName: String
  /// The file's text.
  public let text: String
}
