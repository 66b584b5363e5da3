/// The formats and signs that the bytes of one value show, one bit each.
///
/// Bits depend on the value alone, never on its column, so that values seen apart by several workers add
/// up.
struct FormatSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // Numbers with a meaning.
  static let binary = FormatSet(bit: 0)
  static let year = FormatSet(bit: 1)
  static let compactDate = FormatSet(bit: 2)
  static let latitude = FormatSet(bit: 3)
  static let longitude = FormatSet(bit: 4)
  static let frenchLatitude = FormatSet(bit: 5)
  static let frenchLongitude = FormatSet(bit: 6)
  static let lambertX = FormatSet(bit: 7)
  static let lambertY = FormatSet(bit: 8)

  // Companies and associations.
  static let siren = FormatSet(bit: 9)
  static let siret = FormatSet(bit: 10)
  static let rna = FormatSet(bit: 11)
  static let naf = FormatSet(bit: 12)
  static let vatNumber = FormatSet(bit: 13)
  static let iban = FormatSet(bit: 14)

  // Territories and places.
  static let communeCode = FormatSet(bit: 15)
  static let postalCode = FormatSet(bit: 16)
  /// A postal code ending with 0, as most do and few commune codes.
  static let roundPostalCode = FormatSet(bit: 17)
  static let departmentCode = FormatSet(bit: 18)
  static let regionCode = FormatSet(bit: 19)
  static let epci = FormatSet(bit: 20)
  static let canton = FormatSet(bit: 21)
  static let iris = FormatSet(bit: 22)
  static let fantoir = FormatSet(bit: 23)
  static let parcel = FormatSet(bit: 24)
  static let buildingIdentifier = FormatSet(bit: 25)
  static let uai = FormatSet(bit: 26)
  static let finess = FormatSet(bit: 27)
  static let departmentName = FormatSet(bit: 28)
  static let regionName = FormatSet(bit: 29)
  static let countryName = FormatSet(bit: 30)
  static let countryAlpha2 = FormatSet(bit: 31)
  static let countryAlpha3 = FormatSet(bit: 32)
  static let countryNumeric = FormatSet(bit: 33)

  // Persons.
  static let nir = FormatSet(bit: 34)
  static let frenchPhone = FormatSet(bit: 35)
  static let internationalPhone = FormatSet(bit: 36)
  static let email = FormatSet(bit: 37)
  /// The e-mail address of a service rather than of a person: `mairie@`, `contact@`.
  static let serviceEmail = FormatSet(bit: 38)
  static let plate = FormatSet(bit: 39)
  static let sex = FormatSet(bit: 40)
  static let civility = FormatSet(bit: 41)
  static let firstName = FormatSet(bit: 42)
  static let lastName = FormatSet(bit: 43)
  static let fullName = FormatSet(bit: 44)
  /// One to five words of letters alone.
  static let nameLike = FormatSet(bit: 45)
  static let postalAddress = FormatSet(bit: 46)
  static let ipAddress = FormatSet(bit: 47)

  // The web, hours, words.
  static let url = FormatSet(bit: 48)
  static let uuid = FormatSet(bit: 49)
  static let objectIdentifier = FormatSet(bit: 50)
  static let color = FormatSet(bit: 51)
  static let language = FormatSet(bit: 52)
  static let openingHours = FormatSet(bit: 53)
  static let weekday = FormatSet(bit: 54)
  static let month = FormatSet(bit: 55)
  static let yearMonth = FormatSet(bit: 56)
  static let yearInterval = FormatSet(bit: 57)
  static let socialCategory = FormatSet(bit: 58)

  // Signs inside a longer text.
  static let healthWords = FormatSet(bit: 59)
  static let socialWords = FormatSet(bit: 60)
  static let namedPerson = FormatSet(bit: 61)
  static let contactDetails = FormatSet(bit: 62)
  /// UTF-8 read as Windows-1252 somewhere upstream.
  static let mojibake = FormatSet(bit: 63)

  /// The signs of personal data inside a text.
  static let textSigns: FormatSet = [.healthWords, .socialWords, .namedPerson, .contactDetails]
}
