import Foundation

/// Runs the queries of strangers.
final class Sandbox: Sendable {
  let library: DuckDBLibrary
  init(library: DuckDBLibrary) { self.library = library }
}
