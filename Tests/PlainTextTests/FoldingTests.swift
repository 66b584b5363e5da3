import PlainText
import Testing

@Suite("Folding") struct FoldingTests {
  static let folding: [(String, String)] = [
    ("Écoles élémentaires", "ecoles elementaires"),
    ("Œuvres d’art", "oeuvres d art"),
    ("LA RÉGION ÎLE-DE-FRANCE", "la region ile de france"),
    ("e\u{301}cole", "ecole"),
    ("ﬁnances", "finances"),
    ("Straße, Łódź, þorn, Ñandú", "strasse lodz thorn nandu"),
    ("CO₂ et m²", "co2 et m2"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("Ελλάδα", "ελλάδα"),
    ("", ""),
    (" — ", ""),
  ]

  @Test("Text folds to small letters without accents", arguments: folding)
  func folds(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test("Every accented letter of French folds to its plain letters")
  func foldsFrench() {
    let accented = "àâäéèêëîïôöùûüÿçœæÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ"
    let plain = "aaaeeeeiioouuuycoeaeaaaeeeeiioouuuycoeae"
    #expect(Folding.fold(accented) == plain)
  }

  @Test(
    "Signs can be kept: only letters change, and typographic apostrophes and blanks",
    arguments: [
      ("contact.Téléphone", "contact.telephone"), ("l’Œuvre d'été", "l'oeuvre d'ete"),
      ("à\u{A0}relire\u{202F}!", "a relire !"), ("P@ssé$", "p@sse$"), ("", ""),
    ]
  )
  func keepsSigns(text: String, folded: String) {
    #expect(Folding.keepingSigns(text) == folded)
  }
}
