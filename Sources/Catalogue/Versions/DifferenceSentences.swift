public import Messages
internal import Tabular

extension VersionDifference {
  /// What changed, one sentence a change; one sentence that says so when nothing did.
  public var sentences: [Bilingual] {
    var sentences = columnSentences
    if rowsDelta != 0 { sentences.insert(rowsSentence, at: 0) }
    if invalidCellsDelta != 0 { sentences.append(cellsSentence) }
    guard sentences.isEmpty else { return sentences }
    return [
      Bilingual(
        fr: "Mêmes colonnes et même nombre de lignes.",
        en: "Same columns and same number of rows."
      )
    ]
  }

  private var rowsSentence: Bilingual {
    let count = abs(rowsDelta)
    let plural = count > 1 ? "s" : ""
    return rowsDelta > 0
      ? Bilingual(fr: "\(count)\u{A0}ligne\(plural) de plus.", en: "\(count) more row\(plural).")
      : Bilingual(fr: "\(count)\u{A0}ligne\(plural) de moins.", en: "\(count) fewer row\(plural).")
  }

  private var cellsSentence: Bilingual {
    let count = abs(invalidCellsDelta)
    let plural = count > 1 ? "s" : ""
    return invalidCellsDelta > 0
      ? Bilingual(
        fr: "\(count)\u{A0}cellule\(plural) invalide\(plural) de plus.",
        en: "\(count) more invalid cell\(plural)."
      )
      : Bilingual(
        fr: "\(count)\u{A0}cellule\(plural) invalide\(plural) de moins.",
        en: "\(count) fewer invalid cell\(plural)."
      )
  }

  private var columnSentences: [Bilingual] {
    var sentences: [Bilingual] = []
    for name in added {
      sentences.append(
        Bilingual(fr: "Colonne ajoutée\u{A0}: «\u{A0}\(name)\u{A0}».", en: "Column added: “\(name)”.")
      )
    }
    for name in removed {
      sentences.append(
        Bilingual(fr: "Colonne retirée\u{A0}: «\u{A0}\(name)\u{A0}».", en: "Column removed: “\(name)”.")
      )
    }
    for renaming in renamed {
      sentences.append(
        Bilingual(
          fr: "Colonne «\u{A0}\(renaming.from)\u{A0}» renommée «\u{A0}\(renaming.to)\u{A0}».",
          en: "Column “\(renaming.from)” renamed “\(renaming.to)”."
        )
      )
    }
    for change in retyped {
      let before = VersionDifference.name(of: change.from, format: change.formatBefore)
      let after = VersionDifference.name(of: change.to, format: change.formatAfter)
      sentences.append(
        Bilingual(
          fr: "Le type de «\u{A0}\(change.name)\u{A0}» passe de «\u{A0}\(before.fr)\u{A0}» à "
            + "«\u{A0}\(after.fr)\u{A0}».",
          en: "The type of “\(change.name)” goes from “\(before.en)” to “\(after.en)”."
        )
      )
    }
    if reordered {
      sentences.append(
        Bilingual(fr: "Les colonnes sont dans un autre ordre.", en: "The columns are in another order.")
      )
    }
    return sentences
  }

  private static func name(of type: ColumnType, format: ColumnFormat?) -> Bilingual {
    guard let format else { return type.label }
    return Bilingual(fr: format.rawValue, en: format.rawValue)
  }
}
