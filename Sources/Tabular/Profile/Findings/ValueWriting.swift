/// Writes a number as its column writes them.
struct NumberText {
  private let rule: ColumnRule

  init(_ rule: ColumnRule) { self.rule = rule }

  /// The number as the column would have it; `nil` when a whole number is expected and it is not.
  func write(_ scan: CellScan) -> String? {
    let number = scan.number
    if rule.type == .integer {
      guard number == number.rounded(), abs(number) < 1e15 else { return nil }
      return String(Int64(number))
    }
    guard abs(number) < 1e15 else { return nil }
    let text = ValueText.plain(number)
    let isComma = rule.separator == .comma
    return isComma ? String(text.map { $0 == "." ? "," : $0 }) : text
  }
}

/// Writes a date as its column writes them.
struct DateText {
  private let rule: ColumnRule

  init(_ rule: ColumnRule) { self.rule = rule }

  func write(_ scan: CellScan) -> String? {
    let isDate = scan.cellClass.family == .date
    let microseconds = isDate ? scan.number * 86_400e6 : scan.number
    let days = (microseconds / 86_400e6).rounded(.down)
    guard let day = write(CivilDay(daysSince1970: Int(days))) else { return nil }
    if rule.type == .date { return day }
    let clock = ValueText.datetime(microseconds - days * 86_400e6).dropFirst(11)
    let time = rule.hasSeconds ? String(clock) : String(clock.prefix(5))
    return day + (rule.hasLetterT ? "T" : " ") + (rule.hasLetterH ? time.replacingColon : time)
      + (rule.isZoned ? "Z" : "")
  }

  private func write(_ day: CivilDay) -> String? {
    if rule.isCompactDate { return day.iso.filter { $0 != "-" } }
    let mark = rule.dateSeparator == .slash ? "/" : rule.dateSeparator == .dot ? "." : "-"
    let parts = [CivilDay.padded(day.year, 4), CivilDay.padded(day.month, 2), CivilDay.padded(day.day, 2)]
    let year = rule.hasTwoDigitYears ? String(parts[0].suffix(2)) : parts[0]
    switch rule.order {
    case .yearFirst: return parts.joined(separator: mark)
    case .monthFirst: return [parts[1], parts[2], year].joined(separator: mark)
    case .monthWord: return nil
    default: return [parts[2], parts[1], year].joined(separator: mark)
    }
  }
}

extension String {
  fileprivate var replacingColon: String { String(map { $0 == ":" ? "h" : $0 }) }
}
