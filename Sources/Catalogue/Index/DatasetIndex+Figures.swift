extension DatasetIndex {
  /// The number of rows in the tables that anyone may read.
  public var openRowCount: Int {
    var rows = 0
    cards.forEach { _, indexed in
      if let card = indexed?.card, card.access == .open { rows += card.rows ?? 0 }
    }
    return rows
  }
}
