/// How the cells of a column are read: its type and the notation of its numbers, dates or booleans.
///
/// The same rule counts the valid cells in a profile and reads the cells of a table, so both always agree.
struct ColumnRule: Sendable, Equatable {
  /// The pair of values of a boolean column.
  enum BooleanNotation: String, Sendable, CaseIterable {
    case ouiNon = "oui/non"
    case vraiFaux = "vrai/faux"
    case trueFalse = "true/false"
    case yesNo = "yes/no"
    case letterOuiNon = "O/N"
    case letterYesNo = "Y/N"
    case letterVraiFaux = "V/F"
    case letterTrueFalse = "T/F"
    case digits = "1/0"

    /// The pair that a boolean class can be one of.
    func accepts(_ pair: CellClass.BooleanPair) -> Bool {
      switch self {
      case .ouiNon: pair == .ouiNon
      case .vraiFaux: pair == .vraiFaux
      case .trueFalse: pair == .trueFalse
      case .yesNo: pair == .yesNo
      case .letterOuiNon: pair == .letterO || pair == .letterN
      case .letterYesNo: pair == .letterY || pair == .letterN
      case .letterVraiFaux: pair == .letterV || pair == .letterF
      case .letterTrueFalse: pair == .letterT || pair == .letterF
      case .digits: false
      }
    }
  }

  var type: ColumnType
  // Numbers.
  var separator: CellClass.Separator = .none
  var grouping: CellClass.Grouping = .none
  var unit: CellClass.Unit = .none
  // Dates and datetimes.
  var order: CellClass.DateOrder = .yearFirst
  var dateSeparator: CellClass.DateSeparator = .dash
  var hasTwoDigitYears = false
  var isCompactDate = false
  var hasSeconds = false
  var hasLetterT = false
  var isZoned = false
  var hasLetterH = false
  // Booleans.
  var booleans: BooleanNotation = .ouiNon
  // Points.
  var latitudeFirst = true
  /// Whether `NA`, `NC`… are values: codes of countries.
  var keepsCodes = false

  init(_ type: ColumnType) { self.type = type }

  /// Whether a class means there is no value.
  @inline(__always)
  func isMissing(_ cellClass: CellClass) -> Bool {
    cellClass.family == .missing && !(keepsCodes && cellClass.has(CellClass.missingCode))
  }

  /// Whether cells of a class have the type and notation of the column.
  func accepts(_ cellClass: CellClass, _ formats: FormatSet) -> Bool {
    switch type {
    case .text: true
    case .integer: acceptsInteger(cellClass)
    case .number: acceptsNumber(cellClass)
    case .boolean:
      booleans == .digits
        ? cellClass.isPlainInteger && formats.contains(.binary)
        : cellClass.family == .boolean && booleans.accepts(cellClass.pair)
    case .date:
      isCompactDate
        ? cellClass.isPlainInteger && formats.contains(.compactDate)
        : cellClass.family == .date && acceptsDay(cellClass)
    case .datetime: (cellClass.family == .datetime || cellClass.family == .date) && acceptsDay(cellClass)
    case .time: cellClass.family == .time
    case .year: cellClass.isPlainInteger && formats.contains(.year)
    case .duration: cellClass.family == .duration || cellClass.family == .time
    case .geopoint:
      cellClass.family == .point
        && cellClass.has(latitudeFirst ? CellClass.latitudeFirst : CellClass.longitudeFirst)
    case .geometry: cellClass.family == .geometry
    case .json: acceptsJSON(cellClass)
    }
  }

  private func acceptsInteger(_ cellClass: CellClass) -> Bool {
    guard cellClass.family == .number, !cellClass.has(CellClass.tooLong | CellClass.exponent) else {
      return false
    }
    guard cellClass.unit == .none, accepts(cellClass.grouping) else { return false }
    return cellClass.separator == .none || isThousands(cellClass)
      || cellClass.has(CellClass.zeroFraction) && cellClass.separator == .point && grouping != .point
  }

  private func acceptsNumber(_ cellClass: CellClass) -> Bool {
    guard cellClass.family == .number, !cellClass.has(CellClass.tooLong) else { return false }
    guard cellClass.unit == .none || cellClass.unit == unit, accepts(cellClass.grouping) else { return false }
    return cellClass.separator == .none || cellClass.separator == separator || isThousands(cellClass)
  }

  private func accepts(_ other: CellClass.Grouping) -> Bool { other == .none || other == grouping }

  /// `1,234` in a column whose commas are those of thousands.
  @inline(__always)
  func isThousands(_ cellClass: CellClass) -> Bool {
    cellClass.grouping == .none && cellClass.has(CellClass.perhapsGrouped)
      && ((grouping == .comma && cellClass.separator == .comma)
        || (grouping == .point && cellClass.separator == .point))
  }

  private func acceptsDay(_ cellClass: CellClass) -> Bool {
    guard !cellClass.has(CellClass.impossible) else { return false }
    guard hasTwoDigitYears || !cellClass.has(CellClass.twoDigitYear) else { return false }
    switch order {
    case .monthFirst:
      return cellClass.order == .monthFirst || cellClass.order == .ambiguous || cellClass.order == .same
    case .yearFirst, .monthWord: return cellClass.order == order
    default:
      return cellClass.order == .dayFirst || cellClass.order == .ambiguous || cellClass.order == .same
    }
  }

  private func acceptsJSON(_ cellClass: CellClass) -> Bool {
    cellClass.family == .json || (cellClass.family == .geometry && cellClass.has(CellClass.geoJSON))
      || (cellClass.family == .point && cellClass.has(CellClass.bracketed))
  }
}

// MARK: The notation as text

extension ColumnRule {
  /// The notation as a report says it; `nil` where there is nothing to say.
  var notation: String? {
    switch type {
    case .integer, .number: numberNotation
    case .boolean: booleans.rawValue
    case .date: isCompactDate ? "yyyymmdd" : dayNotation
    case .datetime:
      dayNotation + (hasLetterT ? "T" : " ") + (hasLetterH ? "hhhmm" : hasSeconds ? "hh:mm:ss" : "hh:mm")
        + (isZoned ? "Z" : "")
    case .time: hasLetterH ? "hhhmm" : hasSeconds ? "hh:mm:ss" : "hh:mm"
    case .geopoint: latitudeFirst ? "lat,lon" : "lon,lat"
    case .text, .year, .duration, .geometry, .json: nil
    }
  }

  private var numberNotation: String? {
    let decimals = separator == .comma ? "," : separator == .point ? "." : ""
    switch grouping {
    case .none: return decimals.isEmpty ? nil : decimals
    case .blank: return "1 234" + (decimals.isEmpty ? "" : decimals + "5")
    case .point: return "1.234" + (decimals.isEmpty ? "" : ",5")
    case .comma: return "1,234" + (decimals.isEmpty ? "" : ".5")
    }
  }

  private var dayNotation: String {
    let mark =
      switch dateSeparator {
      case .dash: "-"
      case .slash: "/"
      case .dot: "."
      case .blank: " "
      }
    let year = hasTwoDigitYears ? "yy" : "yyyy"
    switch order {
    case .yearFirst: return "yyyy\(mark)mm\(mark)dd"
    case .monthFirst: return "mm\(mark)dd\(mark)\(year)"
    case .monthWord: return "d month \(year)"
    default: return "dd\(mark)mm\(mark)\(year)"
    }
  }

  /// The rule that a report describes.
  init(_ column: ColumnReport) {
    self.init(column.type)
    let notation = column.notation ?? ""
    keepsCodes = column.format?.rawValue == "iso_country_code_alpha2"
    switch type {
    case .integer, .number: readNumbers(notation, column.format?.rawValue)
    case .boolean: booleans = BooleanNotation(rawValue: notation) ?? .ouiNon
    case .date, .datetime: readDays(notation)
    case .time:
      hasSeconds = notation == "hh:mm:ss"
      hasLetterH = notation == "hhhmm"
    case .geopoint: latitudeFirst = notation != "lon,lat"
    case .text, .year, .duration, .geometry, .json: break
    }
  }

  private mutating func readNumbers(_ notation: String, _ format: String?) {
    unit = format == "percent" ? .percent : format == "euro" ? .euro : .none
    if notation.hasPrefix("1 ") {
      grouping = .blank
    } else if notation.hasPrefix("1.") {
      grouping = .point
    } else if notation.hasPrefix("1,") {
      grouping = .comma
    }
    let rest = notation.count > 1 ? notation.dropFirst(5) : notation[...]
    separator = rest.hasPrefix(",") ? .comma : rest.hasPrefix(".") ? .point : .none
  }

  private mutating func readDays(_ notation: String) {
    isCompactDate = notation == "yyyymmdd"
    if notation.hasPrefix("mm") {
      order = .monthFirst
    } else if notation.hasPrefix("d month") {
      order = .monthWord
      dateSeparator = .blank
    } else if notation.hasPrefix("dd") {
      order = .dayFirst
    }
    hasTwoDigitYears = notation.contains("yy") && !notation.contains("yyyy")
    if notation.contains("/") {
      dateSeparator = .slash
    } else if notation.contains(".") {
      dateSeparator = .dot
    }
    hasLetterT = notation.contains("T")
    isZoned = notation.hasSuffix("Z")
    hasLetterH = notation.contains("hhh")
    hasSeconds = notation.contains(":ss")
  }
}
