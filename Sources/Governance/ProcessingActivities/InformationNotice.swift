public import Messages

/// A text made from records, in parts, as it is printed or copied.
public struct WrittenNotice: Sendable, Equatable {
  /// A part: a heading and its lines.
  public struct Part: Sendable, Equatable {
    /// The heading.
    public let heading: Bilingual
    /// The lines, in the words of the records.
    public let lines: [String]
    /// What is still to be said before this can be sent; `nil` when nothing is.
    public let missing: Bilingual?
  }

  /// The title.
  public let title: Bilingual
  /// The parts in order; one that has nothing to say and nothing to ask is left out.
  public let parts: [Part]

  /// Whether everything the law asks for is said.
  public var isComplete: Bool { parts.allSatisfy { $0.missing == nil } }
}

/// Gathers the parts of a text.
struct NoticeWriter {
  private(set) var parts: [WrittenNotice.Part] = []

  /// Adds a part that must say something.
  mutating func require(_ fr: String, _ en: String, _ lines: [String], ask: (fr: String, en: String)) {
    let said = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    parts.append(
      WrittenNotice.Part(
        heading: Bilingual(fr: fr, en: en),
        lines: said,
        missing: said.isEmpty ? Bilingual(fr: ask.fr, en: ask.en) : nil
      )
    )
  }

  /// Adds a part where there is something to say.
  mutating func add(_ fr: String, _ en: String, _ lines: [String]) {
    let said = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard !said.isEmpty else { return }
    parts.append(WrittenNotice.Part(heading: Bilingual(fr: fr, en: en), lines: said, missing: nil))
  }
}

extension ProcessingActivity {
  /// The notice that people are given (GDPR, articles 13 and 14), from what the register says.
  ///
  /// - Parameters:
  ///   - controller: The name of the organisation.
  ///   - address: Where it is, as its facts say; asked for where they do not (article 13(1)a).
  ///   - officer: The designation of its data protection officer, if there is one.
  public func informationNotice(
    controller: String,
    address: String?,
    officer: DPODesignation?
  ) -> WrittenNotice {
    var text = NoticeWriter()
    identity(controller, address, in: &text)
    text.require("Pourquoi", "What for", purposes, ask: ("Dites les finalités.", "State the purposes."))
    text.require(
      "À quel titre",
      "On which ground",
      legalBasis.map { ["\($0.label.fr) (\($0.article))", legalBasisReason ?? ""] } ?? [],
      ask: ("Choisissez la base légale.", "Choose the legal basis.")
    )
    if origin == .other || origin == .both {
      text.require(
        "Quelles données",
        "Which data",
        categories.compactMap(\.name),
        ask: ("Dites les catégories de données.", "State the categories of data.")
      )
      let source = originSource ?? ""
      text.require(
        "D’où viennent ces données",
        "Where this data comes from",
        origin == .both && !source.isEmpty ? ["Vous-même", source] : [source],
        ask: ("Dites la source des données.", "State where the data comes from.")
      )
    }
    text.require(
      "Qui les reçoit",
      "Who receives it",
      recipients,
      ask: ("Dites qui reçoit les données.", "State who receives the data.")
    )
    text.add("Hors de l’Union européenne", "Outside the European Union", transfers.map(Self.sentence))
    text.require(
      "Combien de temps",
      "For how long",
      categories.compactMap(Self.sentence),
      ask: ("Donnez une durée à chaque catégorie.", "Give each category a period.")
    )
    if isMandatory == true {
      text.add("Si vous ne les donnez pas", "If you do not give it", [refusalConsequence ?? ""])
    }
    if decidesAutomatically == true {
      text.add("Décision automatique", "Automated decision", [automatedLogic ?? ""])
    }
    text.require(
      "Vos droits",
      "Your rights",
      rights,
      ask: ("Choisissez la base légale.", "Choose the legal basis.")
    )
    Self.contacts(officer, rightsContact, in: &text)
    return WrittenNotice(
      title: Bilingual(fr: "Vos données : \(title)", en: "Your data: \(title)"),
      parts: text.parts
    )
  }

  /// Who the controller is and where (articles 13(1)a and 14(1)a).
  private func identity(_ controller: String, _ address: String?, in text: inout NoticeWriter) {
    text.require(
      "Qui est responsable",
      "Who is responsible",
      [controller] + jointControllers,
      ask: ("Nommez le responsable.", "Name the controller.")
    )
    text.require(
      "Où lui écrire",
      "Where to write to it",
      [address ?? ""],
      ask: (
        "Donnez l’adresse de la collectivité dans ses faits (registre « Faits des collectivités »).",
        "Give the address of the authority in its facts (register “Facts of authorities”)."
      )
    )
  }

  /// The officer with their own contacts (articles 13(1)b and 14(1)b), then where rights are exercised, where that
  /// is elsewhere.
  private static func contacts(
    _ officer: DPODesignation?,
    _ rightsContact: String?,
    in text: inout NoticeWriter
  ) {
    let place = rightsContact ?? ""
    if let officer {
      text.add(
        "Le délégué à la protection des données",
        "The data protection officer",
        [officer.title, officer.email, officer.phone, officer.address].compactMap(\.self)
      )
      text.add("Où exercer vos droits", "Where to exercise your rights", [place])
    } else {
      text.require(
        "À qui vous adresser",
        "Whom to write to",
        [place],
        ask: (
          "Désignez un délégué et publiez ses coordonnées.", "Designate an officer and publish the contact."
        )
      )
    }
    text.add(
      "Réclamation",
      "Complaint",
      [
        "Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, 75007 Paris, www.cnil.fr"
      ]
    )
  }

  /// The rights that hold against the legal basis.
  private var rights: [String] {
    guard let legalBasis else { return [] }
    return SubjectRight.allCases
      .filter { $0 != .automatedDecision || decidesAutomatically == true }
      .filter { $0.standing(against: legalBasis).applies }
      .map { "\($0.label.fr) (\($0.article))" }
  }

  private static func sentence(_ transfer: Transfer) -> String {
    [transfer.recipient, transfer.country, transfer.guarantee?.label.fr].compactMap(\.self).joined(
      separator: ", "
    )
  }

  private static func sentence(_ category: DataCategory) -> String? {
    guard let name = category.name, let length = category.activeLength, let unit = category.activeUnit else {
      return nil
    }
    let start = FrenchNoun.after(category.startEvent ?? "collecte")
    var text = "\(name)\u{A0}: \(length)\u{A0}\(unit.label(of: length)) à compter \(start)"
    if let more = category.intermediateLength, let unit = category.intermediateUnit {
      text += ", puis \(more)\u{A0}\(unit.label(of: more)) en archivage intermédiaire"
    }
    return text
  }
}

extension PeriodUnit {
  /// The unit after a number, in French.
  func label(of count: Int) -> String {
    switch self {
    case .day: count < 2 ? "jour" : "jours"
    case .month: "mois"
    case .year: count < 2 ? "an" : "ans"
    }
  }
}
