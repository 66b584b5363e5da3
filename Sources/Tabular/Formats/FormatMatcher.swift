/// Finds the formats that one value shows.
enum FormatMatcher {
  /// The formats of a scanned cell.
  static func match(_ bytes: UnsafePointer<UInt8>, _ scan: CellScan) -> FormatSet {
    switch scan.cellClass.family {
    case .number: return matchNumber(bytes, scan)
    case .text: return TextMatcher.match(bytes, scan.start, scan.end)
    case .boolean: return scan.end &- scan.start <= 3 ? TextMatcher.match(bytes, scan.start, scan.end) : []
    case .missing:
      return scan.cellClass.has(CellClass.missingCode) ? TextMatcher.match(bytes, scan.start, scan.end) : []
    default: return []
    }
  }

  private static func matchNumber(_ bytes: UnsafePointer<UInt8>, _ scan: CellScan) -> FormatSet {
    let cellClass = scan.cellClass
    if cellClass.isPlainInteger {
      return cellClass.has(CellClass.plus)
        ? matchIdentifier(bytes, scan) : matchInteger(UInt64(abs(scan.number)), scan, bytes)
    }
    if cellClass.has(CellClass.tooLong) { return matchIdentifier(bytes, scan) }
    if cellClass.separator == .none, cellClass.grouping == .blank, cellClass.unit == .none {
      let number = UInt64(abs(scan.number))
      return number >= 100_000_000 && number < 1_000_000_000 && CompanyFormats.isSiren(number) ? .siren : []
    }
    return cellClass.unit == .none ? matchCoordinate(scan.number) : []
  }

  @inline(__always)
  private static func matchCoordinate(_ number: Double) -> FormatSet {
    var formats: FormatSet = []
    let size = abs(number)
    if size <= 180 {
      formats.insert(.longitude)
      if size <= 90 { formats.insert(.latitude) }
      if number >= 41.2, number <= 51.3 { formats.insert(.frenchLatitude) }
      if number >= -5.6, number <= 9.8 { formats.insert(.frenchLongitude) }
    } else if number >= 100_000, number <= 1_300_000 {
      formats.insert(.lambertX)
    } else if number >= 6_000_000, number <= 7_200_000 {
      formats.insert(.lambertY)
    }
    return formats
  }

  private static func matchInteger(
    _ number: UInt64,
    _ scan: CellScan,
    _ bytes: UnsafePointer<UInt8>
  ) -> FormatSet {
    if scan.cellClass.has(CellClass.negative) { return matchCoordinate(scan.number) }
    switch scan.cellClass.digits {
    case 1, 2, 3: return matchShort(number, scan)
    case 4:
      var formats: FormatSet = [.canton, .fantoir]
      if number >= 1000, number < 3000 { formats.insert(.year) }
      matchPlace(number, &formats)
      return formats
    case 5:
      var formats: FormatSet = []
      matchPlace(number, &formats)
      if number / 1000 == 97 { formats.insert(.canton) }
      return formats
    case 6, 7: return matchCoordinate(scan.number)
    case 8:
      let day = CivilDay.exists(Int(number / 10000), Int(number / 100 % 100), Int(number % 100))
      if day, number >= 1700_01_01, number <= 2200_12_31 { return .compactDate }
      // A SIREN or a FINESS that lost its first zero.
      return CompanyFormats.isSiren(number) ? [.siren, .finess] : []
    case 9: return matchNineDigits(number)
    case 10:
      return scan.cellClass.has(CellClass.leadingZero) && number >= 100_000_000 ? .frenchPhone : []
    case 14: return CompanyFormats.isSiret(number) ? .siret : []
    case 13:
      // Perhaps a SIRET that lost its first zero.
      return matchIdentifier(bytes, scan).union(CompanyFormats.isSiret(number) ? .siret : [])
    case 15, 11, 12: return matchIdentifier(bytes, scan)
    default: return []
    }
  }

  /// A commune and a postal code, of five digits or of four where the first zero was lost.
  @inline(__always)
  private static func matchPlace(_ number: UInt64, _ formats: inout FormatSet) {
    if TerritoryFormats.isCommune(number) { formats.insert(.communeCode) }
    if TerritoryFormats.isPostal(number) {
      formats.insert(.postalCode)
      if number % 10 == 0 { formats.insert(.roundPostalCode) }
    }
  }

  private static func matchShort(_ number: UInt64, _ scan: CellScan) -> FormatSet {
    let digits = scan.cellClass.digits
    var formats = matchCoordinate(scan.number)
    if digits == 1 {
      if number <= 1 { formats.insert(.binary) }
      if number == 1 || number == 2 { formats.insert(.sex) }
    }
    if digits <= 2 {
      if number >= 1, number <= 8 || number >= 10, number <= 86 { formats.insert(.socialCategory) }
      if TerritoryFormats.isRegion(number) { formats.insert(.regionCode) }
      if digits == 1, TerritoryFormats.isDepartment(number, digits: 2) { formats.insert(.departmentCode) }
    }
    if TerritoryFormats.isDepartment(number, digits: digits) { formats.insert(.departmentCode) }
    if digits == 3, Countries.numericCodes.contains(UInt16(number)) { formats.insert(.countryNumeric) }
    return formats
  }

  private static func matchNineDigits(_ number: UInt64) -> FormatSet {
    // A telephone number that lost its first zero.
    var formats: FormatSet = number >= 100_000_000 ? .frenchPhone : []
    if CompanyFormats.isSiren(number) {
      formats.insert(.siren)
      if CompanyFormats.isEPCI(number) { formats.insert(.epci) }
    }
    if CompanyFormats.isFiness(number) { formats.insert(.finess) }
    if TerritoryFormats.isCommune(number / 10_000) { formats.insert(.iris) }
    return formats
  }

  /// The identifiers that need their characters: those with a letter, a sign, or more digits than a number
  /// keeps.
  private static func matchIdentifier(_ bytes: UnsafePointer<UInt8>, _ scan: CellScan) -> FormatSet {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CompactValue.capacity) { buffer in
      guard let storage = buffer.baseAddress,
        let value = CompactValue(bytes, scan.start, scan.end, into: storage)
      else { return [] }
      var formats: FormatSet = []
      IdentifierMatcher.matchDigits(value, &formats)
      return formats
    }
  }
}

/// Finds the formats of a compact value: company numbers, codes, telephones, plates.
enum IdentifierMatcher {
  /// Values of digits alone, perhaps with blanks, dots or a plus sign.
  static func matchDigits(_ value: CompactValue, _ formats: inout FormatSet) {
    if PersonFormats.isFrenchPhone(value) { formats.insert(.frenchPhone) }
    if value.hasPlus {
      if PersonFormats.isInternationalPhone(value) { formats.insert(.internationalPhone) }
      return
    }
    switch value.count {
    case 9:
      if CompanyFormats.isSiren(value.number(0..<9)) { formats.insert(.siren) }
    case 14:
      if CompanyFormats.isSiret(value.number(0..<14)) { formats.insert(.siret) }
    case 13, 15:
      if PersonFormats.isNIR(value) { formats.insert(.nir) }
    default: break
    }
  }

  /// Values with at least one letter and one digit.
  static func matchMixed(_ value: CompactValue, _ formats: inout FormatSet) {
    if value.letters == 1 {
      TerritoryFormats.corsican(value, &formats)
      if value.count == 8, TerritoryFormats.isUAI(value) { formats.insert(.uai) }
      if value.count == 5, CompanyFormats.isNAF(value) { formats.insert(.naf) }
      if value.count == 15 || value.count == 13, PersonFormats.isNIR(value) { formats.insert(.nir) }
      if value.count <= 4, TerritoryFormats.isSocialCategory(value) { formats.insert(.socialCategory) }
    }
    if value.count == 10, CompanyFormats.isRNA(value) { formats.insert(.rna) }
    if value.count <= 11, value.count >= 4, TerritoryFormats.isFantoir(value) { formats.insert(.fantoir) }
    if value.count >= 6, value.count <= 9, PersonFormats.isPlate(value) { formats.insert(.plate) }
    if value.count == 12, TerritoryFormats.isBuilding(value) { formats.insert(.buildingIdentifier) }
    if value.count == 13, CompanyFormats.isVATNumber(value) { formats.insert(.vatNumber) }
    if value.count == 14, TerritoryFormats.isParcel(value) { formats.insert(.parcel) }
    if value.count >= 15, CompanyFormats.isIBAN(value) { formats.insert(.iban) }
  }
}
