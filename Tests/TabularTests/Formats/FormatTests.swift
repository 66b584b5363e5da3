import Testing

@testable import Tabular

@Suite("A value shows the formats it has, and no other")
struct FormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let format: FormatSet
    let valid: [String]
    let invalid: [String]

    var testDescription: String { name }
  }

  static let companies: [Case] = [
    Case(
      name: "siren",
      format: .siren,
      valid: ["443061841", "217500016", "443 061 841"],
      invalid: ["123456789", "44306184", "443061842", "4430618411"]
    ),
    Case(
      name: "siret",
      format: .siret,
      valid: ["24350013900189", "35600000000048", "356 000 000 00048", "21440109300015", "35600000049837"],
      invalid: ["21860194600014", "2435001390018", "35600000049838", "00000000000000", "2,43E+13"]
    ),
    Case(
      name: "epci",
      format: .epci,
      valid: ["243300316", "200057990"],
      invalid: ["443061841", "243300317"]
    ),
    Case(
      name: "rna",
      format: .rna,
      valid: ["W333216789", "W2A1234567"],
      invalid: ["W33321678", "X333216789", "W33321678A"]
    ),
    Case(
      name: "naf",
      format: .naf,
      valid: ["84.11Z", "8411Z", "01.11Z"],
      invalid: ["04.11Z", "84.11", "Z84.11"]
    ),
    Case(
      name: "vat",
      format: .vatNumber,
      valid: ["FR07130025265", "FR 83 404 833 048"],
      invalid: ["FR33130025265", "DE123456789"]
    ),
    Case(
      name: "iban",
      format: .iban,
      valid: ["FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189", "DE89370400440532013000"],
      invalid: ["FR7630006000011234567890188", "FR763000600001123456789018", "FR76"]
    ),
    Case(name: "finess", format: .finess, valid: ["750000549"], invalid: ["750000548", "000000000"]),
  ]

  static let territories: [Case] = [
    Case(
      name: "commune",
      format: .communeCode,
      valid: ["75056", "01001", "2A004", "2B033", "97105", "98818", "20004"],
      invalid: ["00001", "96001", "75000", "@@@", "2C004", "97900"]
    ),
    Case(
      name: "postal",
      format: .postalCode,
      valid: ["75001", "01000", "20000", "97400", "98800"],
      invalid: ["00100", "96000", "75001A"]
    ),
    Case(
      name: "département",
      format: .departmentCode,
      valid: ["01", "75", "2A", "2b", "971", "988"],
      invalid: ["00", "20", "96", "970", "2C"]
    ),
    Case(name: "region", format: .regionCode, valid: ["11", "53", "01", "94"], invalid: ["00", "99", "12"]),
    Case(name: "canton", format: .canton, valid: ["4401", "2A01"], invalid: ["44", "44A1"]),
    Case(name: "iris", format: .iris, valid: ["751010101", "2A0040101"], invalid: ["001010101"]),
    Case(name: "uai", format: .uai, valid: ["0440001M", "0750655E"], invalid: ["0440001A", "440001M"]),
    Case(
      name: "parcel",
      format: .parcel,
      valid: ["44109000AB0123", "2A0040000A0001"],
      invalid: ["44109000AB012"]
    ),
    Case(
      name: "rnb",
      format: .buildingIdentifier,
      valid: ["QBAAG16VCJWA", "QBAA-G16V-CJWA"],
      invalid: ["QBAAG16VCJW", "QBAAO16VCJWA"]
    ),
    Case(name: "fantoir", format: .fantoir, valid: ["441090123A", "0340", "B012C"], invalid: ["44109"]),
    Case(
      name: "département name",
      format: .departmentName,
      valid: ["Finistère", "COTE D OR", "val-d'oise"],
      invalid: ["Bretagne", "Finister"]
    ),
    Case(
      name: "region name",
      format: .regionName,
      valid: ["Bretagne", "PAYS DE LA LOIRE", "Île-de-France"],
      invalid: ["Finistère"]
    ),
    Case(
      name: "country",
      format: .countryName,
      valid: ["France", "ROYAUME-UNI", "États-Unis", "cote d'ivoire"],
      invalid: ["Francie"]
    ),
    Case(name: "alpha-2", format: .countryAlpha2, valid: ["FR", "DE", "NA", "NO"], invalid: ["XX", "FRA"]),
    Case(name: "alpha-3", format: .countryAlpha3, valid: ["FRA", "DEU"], invalid: ["XXX", "FR"]),
    Case(name: "numeric", format: .countryNumeric, valid: ["250", "004"], invalid: ["999", "4"]),
    Case(name: "latitude", format: .latitude, valid: ["48.85", "-21,1", "90"], invalid: ["90.1", "185"]),
    Case(name: "longitude", format: .longitude, valid: ["2.35", "-178.5"], invalid: ["180.5", "185"]),
    Case(
      name: "lambert",
      format: .lambertX,
      valid: ["652000.12", "164351"],
      invalid: ["99999.9", "6862000.2"]
    ),
    Case(name: "lambert y", format: .lambertY, valid: ["6862000.12", "6771843"], invalid: ["652000.12"]),
  ]

  static let persons: [Case] = [
    Case(
      name: "nir",
      format: .nir,
      valid: [
        "145072A39046124", "1 67 05 31 087 316 65", "1 79 09 2B 264 363 64", "279103125940380",
        "2670531087316",
      ],
      invalid: ["882768595572678", "167053108731666", "167133108731665", "567053108731665", "16705310873"]
    ),
    Case(
      name: "phone",
      format: .frenchPhone,
      valid: [
        "01 23 45 67 89", "0123456789", "+33 3 93 90 92 66", "+33102030405", "0033123456789",
        "01.23.45.67.89", "+33 (0)1 23 45 67 89", "+262 262 12 34 56",
      ],
      invalid: ["00 23 45 67 89", "012345678", "+44 20 7946 0958", "12 34 56 78 90"]
    ),
    Case(
      name: "international phone",
      format: .internationalPhone,
      valid: ["+44 20 7946 0958", "+33123456789"],
      invalid: ["020 7946 0958", "+12"]
    ),
    Case(
      name: "email",
      format: .email,
      valid: ["a@b.fr", "pierre.martin@mairie-nantes.fr", "x+y@sub.domaine.org"],
      invalid: ["contact(at)ville.fr", "a@b", "@b.fr", "a b@c.fr", "a@.fr", "a@b..fr", "a.@b.fr"]
    ),
    Case(
      name: "service e-mail",
      format: .serviceEmail,
      valid: ["contact@ville.fr", "mairie@x.fr", "service-urbanisme@x.fr"],
      invalid: ["jean.martin@ville.fr"]
    ),
    Case(
      name: "plate",
      format: .plate,
      valid: ["LF-140-SS", "AA123BB", "1234 AB 75", "123 ABC 2A"],
      invalid: ["LF-14-SS", "IO-140-SS", "1234 AB 99"]
    ),
    Case(name: "civility", format: .civility, valid: ["M.", "Mme", "Monsieur", "MLLE"], invalid: ["Mairie"]),
    Case(name: "sex", format: .sex, valid: ["F", "M", "Homme", "féminin", "1"], invalid: ["X", "3"]),
    Case(
      name: "first name",
      format: .firstName,
      valid: ["Pierre", "MAËLLE", "Jean-Pierre", "Zoé"],
      invalid: ["Nantes", "École", "Xyzzy"]
    ),
    Case(
      name: "last name",
      format: .lastName,
      valid: ["MARTIN", "Le Bihan", "BENALI", "Dos Santos"],
      invalid: ["Nantes Métropole"]
    ),
    Case(
      name: "full name",
      format: .fullName,
      valid: ["Pierre Bernard", "MARTIN Sophie", "Kévin Dos Santos", "Mme Durand"],
      invalid: [
        "École Jean Moulin", "rue Victor Hugo", "Saint-Jean", "Ville de Nantes", "Association Marie Curie",
      ]
    ),
    Case(
      name: "address",
      format: .postalAddress,
      valid: ["12 rue de la Paix", "3 bis avenue Foch 44000 Nantes", "Place Charles le Roux"],
      invalid: ["Nantes", "la rue", "12 logements neufs"]
    ),
    Case(
      name: "ip",
      format: .ipAddress,
      valid: ["192.168.1.10", "2001:db8::1", "::1"],
      invalid: ["192.168.1.256", "1.2.3", "12:30:45"]
    ),
  ]

  static let others: [Case] = [
    Case(
      name: "url",
      format: .url,
      valid: ["https://data.gouv.fr/x?y=1", "http://a.b.fr", "www.nantes.fr", "ftp://x.org/a"],
      invalid: ["pas une url", "http", "https://", "http://a b.fr", "data.gouv.fr"]
    ),
    Case(
      name: "uuid",
      format: .uuid,
      valid: ["0246e48c-f33d-433a-8984-034219000000"],
      invalid: ["0246e48c-f33d-433a-8984-03421900000g"]
    ),
    Case(
      name: "object id",
      format: .objectIdentifier,
      valid: ["601ddcfc85a59c3a45c2435a"],
      invalid: ["601ddcfc85a59c3a45c2435"]
    ),
    Case(name: "colour", format: .color, valid: ["#fff", "#FF00AA"], invalid: ["#ggg", "fff"]),
    Case(name: "language", format: .language, valid: ["fr", "fr-FR", "en_GB"], invalid: ["xx", "fra"]),
    Case(
      name: "hours",
      format: .openingHours,
      valid: [
        "24/7", "Mo-Fr 08:30-12:00,14:00-18:00", "Mo-Sa 11:00-06:00; Su,PH 10:00-12:00",
        "PH off; Mo 09:00-10:00",
      ],
      invalid: ["00:00", "du lundi au vendredi", "Mo-Fr 8h-12h", "Mo-Fr 08:75-12:00"]
    ),
    Case(name: "weekday", format: .weekday, valid: ["lundi", "DIMANCHE", "mar"], invalid: ["janvier"]),
    Case(name: "month", format: .month, valid: ["janvier", "Août", "déc"], invalid: ["lundi"]),
    Case(
      name: "year and month",
      format: .yearMonth,
      valid: ["2023-05", "05/2023"],
      invalid: ["2023-13", "2023"]
    ),
    Case(
      name: "years",
      format: .yearInterval,
      valid: ["2023/2024", "2015-2016"],
      invalid: ["2024/2023", "2023/23"]
    ),
    Case(name: "compact date", format: .compactDate, valid: ["20230512"], invalid: ["20231312", "12052023"]),
    Case(
      name: "social category",
      format: .socialCategory,
      valid: ["3", "37", "372f"],
      invalid: ["9", "372"]
    ),
    Case(
      name: "mojibake",
      format: .mojibake,
      valid: ["communautÃ©", "lâ\u{20AC}\u{2122}Ã©tÃ©", "a\u{FFFD}b"],
      invalid: ["communauté", "Ãgua", "naïve"]
    ),
    Case(
      name: "health",
      format: .healthWords,
      valid: ["Dossier MDPH en cours", "allergie arachide"],
      invalid: ["rien à signaler"]
    ),
    Case(
      name: "contact",
      format: .contactDetails,
      valid: ["Rappeler au 0468484751", "voir maëlle@exemple.org demain", "tél : 01 23 45 67 89"],
      invalid: ["réf 123456789012", "12 rue du 8 mai 1945"]
    ),
    Case(
      name: "person named",
      format: .namedPerson,
      valid: ["Rappeler Mme Le Goff", "vu avec M. Dupont"],
      invalid: ["2 m Large", "Rappeler la mairie"]
    ),
  ]

  @Test(
    "Each format takes what it should and nothing else",
    arguments: companies + territories + persons + others
  )
  func formatsTakeTheirValues(_ test: Case) {
    for cell in test.valid {
      #expect(!Fixture.formats(cell).isDisjoint(with: test.format), "\(cell) is \(test.name)")
    }
    for cell in test.invalid {
      #expect(Fixture.formats(cell).isDisjoint(with: test.format), "\(cell) is not \(test.name)")
    }
  }

  @Test("Fifteen random digits are a social security number far less often than one time in ninety-seven")
  func randomDigitsAreNoNIR() {
    var generator = SeededGenerator(seed: 11)
    var passed = 0
    for _ in 0..<20_000 {
      let digits = (0..<15).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      if Fixture.formats(digits).contains(.nir) { passed += 1 }
    }
    #expect(passed < 20_000 / 97)
  }

  @Test("The keys of generated company numbers are right, and any other digit makes them wrong")
  func keysCatchOneWrongDigit() {
    var generator = SeededGenerator(seed: 3)
    var checked = 0
    while checked < 200 {
      let number = UInt64.random(in: 100_000_000...999_999_999, using: &generator)
      guard CompanyFormats.isSiren(number) else { continue }
      checked += 1
      let other = number / 10 * 10 + (number % 10 + UInt64.random(in: 1...9, using: &generator)) % 10
      #expect(!CompanyFormats.isSiren(other))
    }
  }

  @Test(
    "A column's name is cut into words, whatever its writing",
    arguments: [
      ("COLL_SIRET", ["coll", "siret"]), ("idBénéficiaire", ["id", "beneficiaire"]),
      ("Code Postal", ["code", "postal"]),
      ("N° sécurité sociale", ["n", "securite", "sociale"]), ("tel1", ["tel", "1"]),
      ("HAUTEUR (m)", ["hauteur", "m"]),
    ]
  )
  func headersAreCut(_ name: String, _ words: [String]) {
    #expect(HeaderWords(name).words == Set(words))
  }

  @Test("Words run together are recognised")
  func headersMatchJoinedWords() {
    #expect(HeaderWords("ADR_CODEPOSTAL").matches(["code postal"]))
    #expect(HeaderWords("codePostal").matches(["code postal"]))
    #expect(!HeaderWords("barcode").matches(["code"]))
  }

  @Test("All countries of ISO 3166 are there, once")
  func countriesAreComplete() {
    #expect(Countries.all.count == 249)
    #expect(Set(Countries.all.map(\.alpha2)).count == 249)
    #expect(Set(Countries.all.map(\.alpha3)).count == 249)
    #expect(Countries.numericCodes.count == 249)
  }

  @Test("Formats have different names, and a rule each")
  func formatsAreDifferent() {
    #expect(Set(FormatRule.all.map(\.format)).count == FormatRule.all.count)
  }
}
