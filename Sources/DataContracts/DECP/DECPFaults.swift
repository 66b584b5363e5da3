import Messages
import Register

/// Gathers what is wrong with a contract of the essential data.
struct DECPCheck {
  private(set) var faults: [JSONSchemaFault] = []

  mutating func add(_ pointer: String, _ keyword: String, _ fr: String, _ en: String) {
    faults.append(JSONSchemaFault("/" + pointer, keyword, fr: fr, en: en))
  }

  mutating func missing(_ pointer: String) {
    add(
      pointer,
      "required",
      "«\u{A0}\(pointer)\u{A0}» est demandé et manque.",
      "“\(pointer)” is required and missing."
    )
  }

  mutating func present(_ pointer: String, _ isPresent: Bool) {
    if !isPresent { missing(pointer) }
  }

  mutating func identifier(_ text: String?) {
    guard let text else { return missing("id") }
    if !(1...16).contains(text.unicodeScalars.count) {
      add("id", "maxLength", "L’identifiant a de 1 à 16 caractères.", "The number has 1 to 16 characters.")
    }
  }

  mutating func siret(_ pointer: String, _ text: String?) {
    guard let text else { return missing(pointer) }
    if text.utf8.count != 14 || !text.utf8.allSatisfy({ (48...57).contains($0) }) {
      add(pointer, "pattern", "Le SIRET a quatorze chiffres.", "A SIRET has fourteen digits.")
    }
  }

  mutating func subject(_ text: String?) {
    guard let text else { return missing("objet") }
    if text.unicodeScalars.count > 1_000 {
      add(
        "objet",
        "maxLength",
        "L’objet a 1 000 caractères au plus.",
        "The subject has 1,000 characters at most."
      )
    }
  }

  mutating func word(_ pointer: String, _ text: String?, _ words: [String]) {
    guard let text else { return missing(pointer) }
    if !words.contains(text) {
      add(
        pointer,
        "enum",
        "«\u{A0}\(text)\u{A0}» n’est pas parmi\u{A0}: \(words.joined(separator: ", ")).",
        "“\(text)” is not among: \(words.joined(separator: ", "))."
      )
    }
  }

  mutating func words(_ pointer: String, _ texts: [String], _ words: [String]) {
    guard !texts.isEmpty else { return missing(pointer) }
    for text in texts { word(pointer, text, words) }
    if Set(texts).count < texts.count {
      add(pointer, "uniqueItems", "La même valeur est écrite deux fois.", "The same value is written twice.")
    }
  }

  mutating func count(_ pointer: String, _ number: Int?) {
    guard let number else { return missing(pointer) }
    if number < 1 { add(pointer, "minimum", "Le nombre est au moins 1.", "The number is at least 1.") }
  }

  mutating func amount(
    _ pointer: String,
    _ value: JSONValue?,
    atLeast least: String,
    atMost most: String? = nil
  ) {
    guard let value else { return missing(pointer) }
    guard case .number(let text) = value, let number = JSONNumber(text) else {
      return add(pointer, "type", "Un nombre est attendu.", "A number is expected.")
    }
    if let bound = JSONNumber(least), number < bound {
      add(pointer, "minimum", "Le nombre est au moins \(least).", "The number is at least \(least).")
    }
    if let most, let bound = JSONNumber(most), number > bound {
      add(pointer, "maximum", "Le nombre est au plus \(most).", "The number is at most \(most).")
    }
  }

  mutating func day(_ pointer: String, _ text: String?) {
    guard let text else { return missing(pointer) }
    if text.utf8.count != 10 || Moment(text) == nil {
      add(
        pointer,
        "pattern",
        "«\u{A0}\(text)\u{A0}» n’est pas une date de la forme AAAA-MM-JJ.",
        "“\(text)” is no date of the form YYYY-MM-DD."
      )
    }
  }

  mutating func others(_ rest: [String: JSONValue], besides known: [String] = [], at place: String = "") {
    for key in rest.keys.sorted() where !known.contains(key) {
      add(
        place + key,
        "additionalProperties",
        "«\u{A0}\(key)\u{A0}» n’est pas prévu par le format, ou n’a pas la forme attendue.",
        "“\(key)” is not foreseen by the format, or has not the form expected."
      )
    }
  }

  /// A list that holds one thing at least where it is there, and no thing twice.
  mutating func list<Part: ContractPart>(
    _ pointer: String,
    _ parts: [Part]?,
    _ each: (Part, String, inout DECPCheck) -> Void
  ) {
    guard let parts else { return }
    if parts.isEmpty {
      add(pointer, "minItems", "La liste est vide\u{A0}: ôtez-la.", "The list is empty: leave it out.")
    }
    for (index, part) in parts.enumerated() { each(part, "\(pointer)/\(index)/", &self) }
    if Set(parts.map(\.json.samenessKey)).count < parts.count {
      add(pointer, "uniqueItems", "La même ligne est écrite deux fois.", "The same line is written twice.")
    }
  }

  /// Numbers that grow, as the format’s own words ask.
  mutating func sequence(_ pointer: String, _ numbers: [Int?]?) {
    let numbers = (numbers ?? []).compactMap { $0 }
    if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
      add(
        pointer,
        "sequence",
        "Les numéros doivent former une suite croissante.",
        "The numbers must form a growing sequence."
      )
    }
  }

  mutating func operators(_ pointer: String, _ operators: [DECPOperator]) {
    guard !operators.isEmpty else { return missing(pointer) }
    for (index, one) in operators.enumerated() {
      word("\(pointer)/\(index)/typeIdentifiant", one.kind, DECPWords.operatorKinds)
      present("\(pointer)/\(index)/id", one.id != nil)
    }
    if Set(operators.map(\.json.samenessKey)).count < operators.count {
      add(
        pointer,
        "uniqueItems",
        "Le même titulaire est écrit deux fois.",
        "The same holder is written twice."
      )
    }
  }
}

extension DECPContract {
  /// What is wrong with it, by the schema 2.0.3 and the sense of the words.
  public var faults: [JSONSchemaFault] {
    var check = DECPCheck()
    check.identifier(id)
    check.siret("acheteur", buyer)
    check.word("nature", nature, DECPWords.contractNatures)
    check.subject(subject)
    if let cpv {
      if !isCPV(cpv) {
        check.add("codeCPV", "pattern", "Le code CPV a huit chiffres.", "A CPV code has eight digits.")
      }
    } else {
      check.missing("codeCPV")
    }
    check.words("techniques", techniques, DECPWords.techniques)
    check.words("modalitesExecution", execution, DECPWords.execution)
    if frameworkAgreement != nil {
      var own = DECPCheck()
      own.identifier(frameworkAgreement)
      if !own.faults.isEmpty {
        check.add(
          "idAccordCadre",
          "maxLength",
          "L’identifiant a de 1 à 16 caractères.",
          "1 to 16 characters."
        )
      }
    }
    check.present("marcheInnovant", isInnovative != nil)
    check.word("ccag", ccag, DECPWords.ccag)
    check.count("offresRecues", offers)
    check.present("attributionAvance", hasAdvance != nil)
    if advanceRate != nil { check.amount("tauxAvance", advanceRate, atLeast: "0", atMost: "1") }
    check.word("typeGroupementOperateurs", grouping, DECPWords.groupings)
    check.present("sousTraitanceDeclaree", hasSubcontracting != nil)
    check.word("procedure", procedure, DECPWords.contractProcedures)
    check.present("lieuExecution", placeCode != nil)
    if placeCode != nil { check.word("lieuExecution/typeCode", placeCodeKind, DECPWords.placeCodes) }
    check.count("dureeMois", months)
    check.day("dateNotification", notifiedOn)
    check.day("datePublicationDonnees", publishedOn)
    check.amount("montant", amount, atLeast: "1")
    check.words("typesPrix", priceTypes, DECPWords.priceTypes)
    check.word("formePrix", priceForm, DECPWords.priceForms)
    for (key, share) in [("origineUE", fromUnion), ("origineFrance", fromFrance)] where share != nil {
      check.amount(key, share, atLeast: "0", atMost: "1")
    }
    check.operators("titulaires", holders)
    check.words("considerationsSociales", social, DECPWords.contractSocial)
    check.words("considerationsEnvironnementales", environmental, DECPWords.environmental)
    checkSequel(&check)
    check.others(rest)
    return check.faults
  }

  /// What came after the first publication.
  private func checkSequel(_ check: inout DECPCheck) {
    check.list("actesSousTraitance", subcontracts) { $0.check($1, &$2) }
    check.list("modificationsActesSousTraitance", subcontractModifications) { $0.check($1, &$2) }
    check.list("modifications", modifications) { $0.check($1, &$2) }
    check.sequence("actesSousTraitance", subcontracts?.map(\.number))
    check.sequence("modifications", modifications?.map(\.number))
    for (index, change) in (subcontractModifications ?? []).enumerated() {
      guard let number = change.number, !(subcontracts ?? []).contains(where: { $0.number == number }) else {
        continue
      }
      check.add(
        "modificationsActesSousTraitance/\(index)/id",
        "reference",
        "L’acte de sous-traitance \(number) n’est pas dans le fichier.",
        "The act of subcontracting \(number) is not in the file."
      )
    }
  }

  private func isCPV(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    let rest = Array(text.utf8.dropFirst(digits.count))
    return digits.count == 8
      && (rest.isEmpty || (rest.count == 2 && rest[0] == 0x2D && (48...57).contains(rest[1])))
  }
}

extension DECPConcession {
  /// What is wrong with it, by the schema 2.0.3 and the sense of the words.
  public var faults: [JSONSchemaFault] {
    var check = DECPCheck()
    check.identifier(id)
    check.siret("autoriteConcedante", authority)
    check.word("nature", nature, DECPWords.concessionNatures)
    check.subject(subject)
    check.word("procedure", procedure, DECPWords.concessionProcedures)
    check.count("dureeMois", months)
    check.day("dateSignature", signedOn)
    check.day("datePublicationDonnees", publishedOn)
    check.day("dateDebutExecution", beganOn)
    check.amount("valeurGlobale", value, atLeast: "1")
    check.amount("montantSubventionPublique", subsidy, atLeast: "0")
    check.operators("concessionnaires", holders)
    check.words("considerationsSociales", social, DECPWords.concessionSocial)
    check.words("considerationsEnvironnementales", environmental, DECPWords.environmental)
    check.list("modifications", modifications) { $0.check($1, &$2) }
    check.sequence("modifications", modifications?.map(\.number))
    check.others(rest)
    for (index, year) in (years ?? []).enumerated() {
      let place = "donneesExecution/\(index)/"
      check.day(place + "datePublicationDonneesExecution", year.publishedOn)
      check.amount(place + "depensesInvestissement", year.investment, atLeast: "0")
      check.present(place + "tarifs", year.prices?.isEmpty == false)
      for (row, price) in (year.prices ?? []).enumerated() {
        let cell = place + "tarifs/\(row)/"
        check.present(cell + "intituleTarif", price.name != nil)
        if let name = price.name, name.unicodeScalars.count > 256 {
          check.add(cell + "intituleTarif", "maxLength", "256 caractères au plus.", "256 characters at most.")
        }
        check.amount(cell + "tarif", price.amount, atLeast: "0")
      }
    }
    return check.faults
  }
}
