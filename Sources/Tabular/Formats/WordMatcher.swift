/// Finds what the words of a text tell: names of places and of persons, addresses, signs of personal data.
enum WordMatcher {
  /// What the words of a text are, counted.
  private struct Count {
    var words = 0
    var first = 0
    var last = 0
    var common = 0
    var particles = 0
    var digits = 0
    var startsWithFirstName = false
    var endsWithFirstName = false
    var startsWithCivility = false
    var streetAt = -1
    var hasNamedPerson = false
    var signs: FormatSet = []
  }

  static func match(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ features: TextMatcher.Features,
    _ formats: inout FormatSet
  ) {
    let lexicon = Lexicon.french
    var reader = WordReader(bytes, start, end)
    var count = Count()
    var previous: Lexicon.Lists = []
    var previousIsCapitalized = false
    while reader.next() {
      let lists = lexicon.lists(of: reader.wordHash)
      add(lists, reader, previous, previousIsCapitalized, &count)
      if count.words > 1 {
        let pair = lexicon.lists(of: reader.pairHash)
        if pair.contains(.health) { count.signs.insert(.healthWords) }
        if pair.contains(.social) { count.signs.insert(.socialWords) }
      }
      previous = lists
      previousIsCapitalized = reader.wordIsCapitalized
    }
    if count.words == 0 { return }
    if count.words <= 9 {
      let phrase = count.words == 1 ? previous : lexicon.lists(of: reader.phraseHash)
      matchPhrase(phrase, bytes, start, end, &formats)
      matchNames(phrase, count, features, &formats)
    }
    matchAddress(count, features, &formats)
    if count.words >= 2, end &- start > 8 {
      formats.formUnion(count.signs)
      if count.hasNamedPerson { formats.insert(.namedPerson) }
      if features.digits >= 10 || features.hasAt, ContactFinder.hasContact(bytes, start, end) {
        formats.insert(.contactDetails)
      }
    }
  }

  private static func add(
    _ lists: Lexicon.Lists,
    _ reader: WordReader,
    _ previous: Lexicon.Lists,
    _ previousIsCapitalized: Bool,
    _ count: inout Count
  ) {
    let isFirst = lists.contains(.firstName)
    if count.words == 0 {
      count.startsWithFirstName = isFirst
      count.startsWithCivility = lists.contains(.civility)
    }
    count.endsWithFirstName = isFirst
    if isFirst { count.first &+= 1 }
    if lists.contains(.lastName) { count.last &+= 1 }
    if lists.contains(.common) { count.common &+= 1 }
    if lists.contains(.particle) { count.particles &+= 1 }
    if lists.contains(.street), count.streetAt < 0, count.words < 5 { count.streetAt = count.words }
    if reader.wordHasDigit { count.digits &+= 1 }
    if lists.contains(.health) { count.signs.insert(.healthWords) }
    if lists.contains(.social) { count.signs.insert(.socialWords) }
    if reader.wordIsCapitalized, previousIsCapitalized, reader.wordLength > 1, count.words > 0,
      previous.contains(.civility), lists.isDisjoint(with: [.common, .civility])
    {
      count.hasNamedPerson = true
    }
    count.words &+= 1
  }

  /// A text that is, as a whole, in a list.
  private static func matchPhrase(
    _ phrase: Lexicon.Lists,
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ formats: inout FormatSet
  ) {
    let count = end &- start
    if count == 5, bytes[start &+ 2] == UInt8(ascii: "-") || bytes[start &+ 2] == UInt8(ascii: "_") {
      matchLocale(bytes, start, &formats)
    }
    if phrase.isEmpty { return }
    if phrase.contains(.weekday) { formats.insert(.weekday) }
    if phrase.contains(.month) { formats.insert(.month) }
    if phrase.contains(.civility) { formats.insert(.civility) }
    if phrase.contains(.sex) { formats.insert(.sex) }
    if phrase.contains(.country) { formats.insert(.countryName) }
    if phrase.contains(.region) { formats.insert(.regionName) }
    if phrase.contains(.department) { formats.insert(.departmentName) }
    if phrase.contains(.health) { formats.insert(.healthWords) }
    if phrase.contains(.social) { formats.insert(.socialWords) }
    if count == 2, phrase.contains(.language) { formats.insert(.language) }
    if count == 2, phrase.contains(.alpha2) { formats.insert(.countryAlpha2) }
    if count == 3, phrase.contains(.alpha3) { formats.insert(.countryAlpha3) }
  }

  /// `fr-FR`.
  private static func matchLocale(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ formats: inout FormatSet) {
    var reader = WordReader(bytes, start, start &+ 5)
    guard reader.next(), Lexicon.french.lists(of: reader.wordHash).contains(.language), reader.next(),
      Lexicon.french.lists(of: reader.wordHash).contains(.alpha2)
    else { return }
    formats.insert(.language)
  }

  private static func matchNames(
    _ phrase: Lexicon.Lists,
    _ count: Count,
    _ features: TextMatcher.Features,
    _ formats: inout FormatSet
  ) {
    guard features.digits == 0, count.words <= 6, !features.hasAt, !features.hasColon else { return }
    if count.words <= 5 { formats.insert(.nameLike) }
    guard count.common == 0 else { return }
    if count.words <= 3, count.first == count.words { formats.insert(.firstName) }
    if phrase.contains(.lastName) || (count.words <= 3 && count.last >= 1 && count.last + 1 >= count.words) {
      formats.insert(.lastName)
    }
    guard count.words >= 2 else { return }
    let named = count.startsWithFirstName || count.endsWithFirstName
    if named && count.particles < count.words - 1 || count.startsWithCivility && count.words >= 2 {
      formats.insert(.fullName)
    }
  }

  /// A number and a kind of street, or a kind of street and a name.
  private static func matchAddress(
    _ count: Count,
    _ features: TextMatcher.Features,
    _ formats: inout FormatSet
  ) {
    guard count.streetAt >= 0, count.words >= 3, count.words <= 20 else { return }
    if count.digits >= 1 && count.streetAt <= 3 || count.streetAt == 0 { formats.insert(.postalAddress) }
  }
}

/// Finds a telephone number or an e-mail address inside a text.
enum ContactFinder {
  static func hasContact(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "@"), isEmailAround(bytes, start, at, end) { return true }
      let afterDigit = at > start && CellScanner.isDigit(bytes[at &- 1])
      if !afterDigit, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "+") {
        if isPhone(bytes, at, end) { return true }
      }
      at &+= 1
    }
    return false
  }

  private static func isEmailAround(
    _ bytes: UnsafePointer<UInt8>,
    _ start: Int,
    _ at: Int,
    _ end: Int
  ) -> Bool {
    guard at > start, CellScanner.isLetterOrDigit(bytes[at &- 1]) else { return false }
    var domainEnd = at &+ 1
    while domainEnd < end,
      CellScanner.isLetterOrDigit(bytes[domainEnd]) || bytes[domainEnd] == UInt8(ascii: ".")
        || bytes[domainEnd] == UInt8(ascii: "-")
    { domainEnd &+= 1 }
    while domainEnd > at &+ 1, bytes[domainEnd &- 1] == UInt8(ascii: ".") { domainEnd &-= 1 }
    return domainEnd > at &+ 3 && WebFormats.isDomain(bytes, at &+ 1, domainEnd)
  }

  /// `0` or `+33`, then nine digits, with at most one blank, dot or dash between two of them.
  private static func isPhone(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    var wanted = 10
    if bytes[at] == UInt8(ascii: "+") {
      guard at &+ 2 < end, bytes[at &+ 1] == UInt8(ascii: "3"), bytes[at &+ 2] == UInt8(ascii: "3") else {
        return false
      }
      at &+= 3
      wanted = 9
    }
    var digits = 0
    var fillers = 0
    while at < end, digits < wanted {
      if CellScanner.isDigit(bytes[at]) {
        if digits == (wanted == 10 ? 1 : 0), bytes[at] == UInt8(ascii: "0") { return false }
        digits &+= 1
        fillers = 0
      } else if bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: ".")
        || bytes[at] == UInt8(ascii: "-")
      {
        fillers &+= 1
        if fillers > 1 { return false }
      } else {
        return false
      }
      at &+= 1
    }
    return digits == wanted && (at == end || !CellScanner.isDigit(bytes[at]))
  }
}
