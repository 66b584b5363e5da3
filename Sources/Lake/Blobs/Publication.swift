/// A token held from the first blob of a publication to its entry in the journal.
public final class Publication: Sendable {
  /// Lets garbage collection run again.
  public func end() {}
}
