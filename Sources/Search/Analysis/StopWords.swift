/// The words so frequent in French that they tell nothing of a document, folded.
enum StopWords {
  static let all: Set<[UInt8]> = Set(
    """
    a ai ainsi alors apres as au aucun aucune aupres auquel aussi autre autres aux auxquels avant avec
    avoir avons avez c car ce ceci cela celle celles celui cent ces cet cette ceux chaque chez ci comme
    comment d dans de depuis des desquels dont du duquel elle elles en encore entre es est et etaient
    etait etant ete etre eu eux fait font il ils j je jusqu jusque l la laquelle le lequel les
    lesquelles lesquels leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni non nos
    notre nous on ont or ou par parce parmi pas pendant peu peut peuvent plus pour pourquoi puis puisque
    qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si sien soit son
    sont sous sur t ta te tel telle telles tels tes ton tous tout toute toutes tres tu un une va vers
    via voici voila vos votre vous y of the and for from in to
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  )

  /// The words that lose their vowel before an apostrophe.
  static let elided: Set<[UInt8]> = Set(
    [
      "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
      "entr",
    ]
    .map { Array($0.utf8) }
  )
}
