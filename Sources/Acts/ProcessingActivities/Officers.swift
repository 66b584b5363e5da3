import Catalogue
public import Governance
public import Register

extension Snapshot {
  /// The designation of the data protection officer of an organisation on a day: its own, or that of the nearest
  /// organisation above that has one.
  public func officer(of organization: String, on day: String) -> DPODesignation? {
    let designations = records(DPODesignation.self).filter { $0.keeping.status != .draft }
      .sorted { ($0.designatedOn ?? "", $0.id) > ($1.designatedOn ?? "", $1.id) }
    var seen: Set<String> = []
    var next: String? = organization
    while let slug = next, seen.insert(slug).inserted {
      if let found = designations.first(where: { $0.covers(slug, on: day) }) { return found }
      next = record(Organization.self, slug)?.parent
    }
    return nil
  }
}
