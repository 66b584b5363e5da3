import Messages

/// Cuts a text into tokens and remarks.
struct Lexer {
  /// A remark: its line, its text without the `#`.
  struct Remark {
    var line: Int
    var text: String
  }

  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private(set) var remarks: [Remark] = []

  init(_ text: String) throws {
    guard text.utf8.count <= RuleLimits.textBytes else {
      throw problem(
        "rule.text.too-large",
        .tooLarge,
        fr: "Le texte de la règle dépasse \(RuleLimits.textBytes / 1024) Kio.",
        en: "The text of the rule is over \(RuleLimits.textBytes / 1024) KiB.",
        remedy: Bilingual(
          fr: "Découpez-la en plusieurs règles, ou raccourcissez ses tables.",
          en: "Split it into several rules, or shorten its tables."
        ),
        at: Place(line: 1, column: 1)
      )
    }
    characters = Array(text)
  }

  /// All tokens, the last being the end.
  mutating func tokens() throws -> [Token] {
    var tokens: [Token] = []
    while true {
      try skipBlanks()
      let place = here
      guard index < characters.count else {
        tokens.append(Token(kind: .end, place: place, lastLine: line))
        return tokens
      }
      tokens.append(Token(kind: try next(), place: place, lastLine: line))
    }
  }

  private var here: Place { Place(line: line, column: index - lineStart + 1) }

  private func peek(_ offset: Int = 0) -> Character? {
    index + offset < characters.count ? characters[index + offset] : nil
  }

  private mutating func skipBlanks() throws {
    while let character = peek() {
      if character.isNewline {
        index += 1
        line += 1
        lineStart = index
      } else if character.isWhitespace {
        index += 1
      } else if character == "#" {
        try skipRemark()
      } else {
        return
      }
    }
  }

  private mutating func skipRemark() throws {
    let place = here
    let end = characters[index...].firstIndex(where: \.isNewline) ?? characters.count
    var text = String(characters[(index + 1)..<end])
    if text.first == " " { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    try Self.check(text, at: place)
    remarks.append(Remark(line: line, text: text))
    index = end
  }

  private mutating func next() throws -> Token.Kind {
    guard let character = peek() else { return .end }
    if character.isASCII, character.isNumber { return try number() }
    if character.isLetter || character == "_" { return try word() }
    if character == "\"" { return try text() }
    return try sign(character)
  }

  private mutating func word() throws -> Token.Kind {
    let place = here
    var word = ""
    while let character = peek(), Self.isWordPart(character) {
      word.append(character)
      index += 1
    }
    guard word.count <= RuleLimits.nameLength, word.unicodeScalars.count <= RuleLimits.nameLength * 2 else {
      throw problem(
        "rule.text.name-too-long",
        .tooLarge,
        fr: "Un nom a plus de \(RuleLimits.nameLength) lettres.",
        en: "A name has more than \(RuleLimits.nameLength) letters.",
        remedy: Bilingual(
          fr: "Choisissez un nom court ; le libellé dit le reste.",
          en: "Choose a short name; its label says the rest."
        ),
        at: place
      )
    }
    return .word(word)
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character == "_" || (character.isASCII && character.isNumber)
  }

  private mutating func number() throws -> Token.Kind {
    let place = here
    var digits = takeDigits()
    if let day = try date(from: digits, at: place) { return .date(day) }
    if digits.count <= 3 {
      while let group = thousands() { digits += group }
    }
    if let point = peek(), point == "," || point == ".", let after = peek(1), Self.isDigit(after) {
      index += 1
      digits += "." + takeDigits()
    }
    guard let value = ExactDecimal(digits), peek().map(Self.isWordPart) != true || peek()?.isLetter == true
    else {
      throw problem(
        "rule.text.number",
        .invalid,
        fr: "Le nombre \(digits.prefix(40)) ne peut pas être lu.",
        en: "The number \(digits.prefix(40)) cannot be read.",
        remedy: Bilingual(
          fr: "Un nombre a au plus 18 chiffres avant la virgule et 12 après.",
          en: "A number has at most 18 digits before the point and 12 after it."
        ),
        at: place
      )
    }
    return .number(value)
  }

  private mutating func takeDigits() -> String {
    var digits = ""
    while let character = peek(), Self.isDigit(character) {
      digits.append(character)
      index += 1
    }
    return digits
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Three digits after a blank: a group of thousands.
  private mutating func thousands() -> String? {
    guard let blank = peek(), blank == " " || blank == "\u{00A0}" || blank == "\u{202F}",
      let first = peek(1), let second = peek(2), let third = peek(3),
      [first, second, third].allSatisfy(Self.isDigit), peek(4).map(Self.isDigit) != true
    else { return nil }
    index += 4
    return String([first, second, third])
  }

  /// A day, where four digits are followed by `-MM-JJ`.
  private mutating func date(from digits: String, at place: Place) throws -> CalendarDay? {
    guard digits.count == 4, index + 6 <= characters.count else { return nil }
    let rest = String(characters[index..<(index + 6)])
    let shape = rest.map { Self.isDigit($0) ? "0" : String($0) }.joined()
    guard shape == "-00-00", peek(6).map(Self.isWordPart) != true else { return nil }
    guard let day = CalendarDay(digits + rest) else {
      throw problem(
        "rule.text.date",
        .invalid,
        fr: "Le \(digits + rest) n’existe pas dans le calendrier, de 1800 à 2299.",
        en: "There is no \(digits + rest) in the calendar, from 1800 to 2299.",
        remedy: Bilingual(
          fr: "Écrivez année-mois-jour : 2026-09-01.",
          en: "Write year-month-day: 2026-09-01."
        ),
        at: place
      )
    }
    index += 6
    return day
  }

  private mutating func text() throws -> Token.Kind {
    let place = here
    index += 1
    var text = ""
    while let character = peek(), !character.isNewline {
      index += 1
      if character == "\"" {
        try Self.check(text, at: place)
        return .text(text)
      }
      if character == "\\", let escaped = peek(), escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        index += 1
      } else {
        text.append(character)
      }
    }
    throw problem(
      "rule.text.unclosed",
      .invalid,
      fr: "Un texte entre guillemets n’est pas fermé sur sa ligne.",
      en: "A text in quotes is not closed on its line.",
      remedy: Bilingual(
        fr: "Ajoutez le guillemet droit « \" » à la fin du texte.",
        en: "Add the straight quote at the end of the text."
      ),
      at: place
    )
  }

  /// Refuses texts that are too long or hold characters that do not show what they do.
  private static func check(_ text: String, at place: Place) throws {
    guard text.unicodeScalars.count <= RuleLimits.textLength else {
      throw problem(
        "rule.text.text-too-long",
        .tooLarge,
        fr: "Un texte a plus de \(RuleLimits.textLength) caractères.",
        en: "A text has more than \(RuleLimits.textLength) characters.",
        remedy: Bilingual(fr: "Raccourcissez-le.", en: "Shorten it."),
        at: place
      )
    }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    guard isPlain else { throw unexpected("?", at: place) }
  }

  private mutating func sign(_ character: Character) throws -> Token.Kind {
    let place = here
    if let next = peek(1) {
      switch (character, next) {
      case ("<", "="), (">", "="):
        index += 2
        return .sign(String(character) + "=")
      case ("<", ">"), ("!", "="):
        index += 2
        return .sign("≠")
      default: break
      }
    }
    guard let sign = Self.signs[character] else {
      throw Self.unexpected(String(character), at: place)
    }
    index += 1
    return .sign(sign)
  }

  private static let signs: [Character: String] = {
    var signs: [Character: String] = ["≤": "<=", "≥": ">=", "×": "*", "÷": "/", "−": "-"]
    for sign in "|()=<>+-*/:;,%€≠" { signs[sign] = String(sign) }
    return signs
  }()

  private static func unexpected(_ character: String, at place: Place) -> Failure {
    let code = character.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
    return problem(
      "rule.text.character",
      .invalid,
      fr: "Le caractère « \(character) » (U+\(code)) n’a pas de sens ici.",
      en: "The character “\(character)” (U+\(code)) has no meaning here.",
      remedy: Bilingual(
        fr: "Retirez-le. Les libellés s’écrivent entre guillemets droits, les remarques après #.",
        en: "Remove it. Labels are written in straight quotes, remarks after #."
      ),
      at: place
    )
  }
}
