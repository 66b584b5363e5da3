import Foundation
import Messages

/// A token held from the first blob of a publication to its entry in the journal: meanwhile no garbage
/// collection, of this process or of another, removes anything.
///
/// The lock falls with the process, so a killed publication never blocks collection.
public final class Publication: Sendable {
  private let lock: FolderLock

  init(lock: FolderLock) { self.lock = lock }

  /// Lets garbage collection run again.
  ///
  /// The end of the token's life does the same.
  public func end() { lock.release() }
}
