public import Messages

/// Which rows an update adds, removes and changes, told by a column that names each row.
public struct RowChanges: Codable, Sendable, Equatable {
  /// The column whose values tell rows apart, unique and filled in both versions.
  public var key: String
  /// How many rows come.
  public var added: Int
  /// How many rows go.
  public var removed: Int
  /// How many rows stay and have another value in some column.
  public var changed: Int
  /// How many rows stay as they are.
  public var unchanged: Int

  /// Counts changes.
  public init(key: String, added: Int, removed: Int, changed: Int, unchanged: Int) {
    self.key = key
    self.added = added
    self.removed = removed
    self.changed = changed
    self.unchanged = unchanged
  }
}

/// What a next version would change of the published one.
public struct VersionComparison: Sendable, Equatable {
  /// The published version.
  public let before: DatasetVersion
  /// The version that would follow.
  public let after: DatasetVersion
  /// What changes in the columns and counts.
  public let difference: VersionDifference
  /// Which rows change; `nil` where no column tells rows apart.
  public let rows: RowChanges?

  /// Compares.
  public init(from before: DatasetVersion, to after: DatasetVersion, rows: RowChanges? = nil) {
    self.before = before
    self.after = after
    difference = VersionDifference(from: before, to: after)
    self.rows = rows
  }

  /// The share of the published rows that go: by their key where there is one, else by count.
  public var rowLossShare: Double {
    Self.share(rows?.removed ?? max(0, before.rows - after.rows), of: before.rows)
  }

  /// How many rows come, as a share of the published ones.
  public var rowGrowthShare: Double {
    Self.share(rows?.added ?? max(0, after.rows - before.rows), of: before.rows)
  }

  /// The share of filled cells that have not the type of their column, in a version.
  public static func invalidShare(of version: DatasetVersion) -> Double {
    share(version.invalidCells, of: version.invalidCells + version.validCells)
  }

  /// Columns that look personal and did not, or were not there.
  public var newlyPersonal: [String] {
    let known = Set(before.columns.filter { $0.personal != nil }.map(\.name))
    return after.columns.filter { $0.personal != nil && !known.contains($0.name) }.map(\.name)
  }

  /// What changes, one sentence a change.
  public var sentences: [Bilingual] {
    guard let rows else { return difference.sentences }
    func count(_ value: Int, _ one: String) -> String {
      Bilingual.count(value, fr: (one, one + "s"), en: ("", "")).fr
    }
    let counts = Bilingual(
      fr: "Lignes reconnues à «\u{A0}\(rows.key)\u{A0}»\u{A0}: \(count(rows.added, "ajoutée")), "
        + "\(count(rows.removed, "retirée")), \(count(rows.changed, "modifiée")), "
        + "\(count(rows.unchanged, "inchangée")).",
      en: "Rows told apart by “\(rows.key)”: \(rows.added) added, \(rows.removed) removed, "
        + "\(rows.changed) changed, \(rows.unchanged) unchanged."
    )
    return difference.sentences + [counts]
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? (part == 0 ? 0 : 1) : Double(part) / Double(whole)
  }
}

// MARK: Bounds

/// Whether an update may be published without anyone looking.
public enum UpdateVerdict: Sendable, Equatable {
  /// It may.
  case withinBounds
  /// It may not, and why.
  case outOfBounds([Bilingual])
}

extension VersionComparison {
  /// Judges the change by bounds.
  public func verdict(_ bounds: UpdateBounds) -> UpdateVerdict {
    let reasons = [
      emptied, loss(bounds), growth(bounds), columns(bounds), invalid(bounds), personal,
    ].compactMap(\.self)
    return reasons.isEmpty ? .withinBounds : .outOfBounds(reasons)
  }

  private var emptied: Bilingual? {
    guard after.rows == 0, before.rows > 0 else { return nil }
    return Bilingual(fr: "Le nouveau fichier n’a plus aucune ligne.", en: "The new file has no row left.")
  }

  private func loss(_ bounds: UpdateBounds) -> Bilingual? {
    guard rowLossShare > bounds.maxRowLossShare, after.rows > 0 else { return nil }
    let (share, most) = (Self.percent(rowLossShare), Self.percent(bounds.maxRowLossShare))
    return Bilingual(
      fr: "\(share)\u{A0}% des lignes publiées disparaissent\u{A0}; la borne est de \(most)\u{A0}%.",
      en: "\(share)% of the published rows go; the bound is \(most)%."
    )
  }

  private func growth(_ bounds: UpdateBounds) -> Bilingual? {
    guard rowGrowthShare > bounds.maxRowGrowthShare else { return nil }
    let (share, most) = (Self.percent(rowGrowthShare), Self.percent(bounds.maxRowGrowthShare))
    return Bilingual(
      fr:
        "Le nombre de lignes ajoutées est de \(share)\u{A0}% de celles qui sont publiées\u{A0}; la borne est "
        + "de \(most)\u{A0}%.",
      en: "Rows that come are \(share)% of those published; the bound is \(most)%."
    )
  }

  private func columns(_ bounds: UpdateBounds) -> Bilingual? {
    guard !bounds.allowsColumnChanges else { return nil }
    let names =
      difference.removed + difference.renamed.map(\.from) + difference.retyped.map(\.name)
      + difference.added
    guard !names.isEmpty else { return nil }
    return Bilingual(
      fr: "Des colonnes changent\u{A0}: \(names.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ")).",
      en: "Columns change: \(names.map { "“\($0)”" }.joined(separator: ", "))."
    )
  }

  private func invalid(_ bounds: UpdateBounds) -> Bilingual? {
    let share = Self.invalidShare(of: after)
    guard share > max(bounds.maxInvalidShare, Self.invalidShare(of: before)) else { return nil }
    return Bilingual(
      fr: "\(Self.percent(share))\u{A0}% des cellules sont invalides\u{A0}; la borne est de "
        + "\(Self.percent(bounds.maxInvalidShare))\u{A0}%.",
      en: "\(Self.percent(share))% of the cells are invalid; the bound is "
        + "\(Self.percent(bounds.maxInvalidShare))%."
    )
  }

  private var personal: Bilingual? {
    guard !newlyPersonal.isEmpty else { return nil }
    let names = newlyPersonal
    return Bilingual(
      fr: "Des colonnes paraissent maintenant personnelles\u{A0}: "
        + "\(names.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ")).",
      en: "Columns look personal now: \(names.map { "“\($0)”" }.joined(separator: ", "))."
    )
  }

  /// To one decimal, in the figures that both languages share where it is whole.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
