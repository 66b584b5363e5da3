import Catalogue
import Governance
public import Register

extension Snapshot {
  /// Where an organisation is, by its own facts or those of the nearest one above it that say.
  public func address(of organization: String) -> String? {
    var (next, seen): (String?, Set<String>) = (organization, [])
    while let slug = next, seen.insert(slug).inserted {
      if let address = BodyFacts.of(slug, in: self)?.address, !address.allSatisfy(\.isWhitespace) {
        return address
      }
      next = record(Organization.self, slug)?.parent
    }
    return nil
  }
}
