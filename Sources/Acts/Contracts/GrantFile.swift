import Catalogue
public import Governance
public import Messages
public import Register
import Tabular

/// The grants of an administration in the national format (SCDL « subventions » 2.1, arrêté of 17 November 2017), as
/// its register has them.
public struct GrantFile: Sendable, Equatable {
  /// A grant that cannot be in the file yet, and why.
  public struct Held: Sendable, Equatable {
    /// The contract's id.
    public let contract: String
    /// What people call it.
    public let title: String
    /// What is missing or wrong, in sentences.
    public let faults: [Bilingual]
  }

  /// The name of the schema.
  public static let schema = "scdl/subventions"

  /// The columns of the schema, in order.
  public static let columns = [
    "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire",
    "idBeneficiaire", "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement",
    "datesPeriodeVersement", "idRAE", "notificationUE", "pourcentageSubvention", "dispositifAide",
  ]

  /// The slug of the administration.
  public let body: String
  /// The grants that are in the file.
  public let ready: [Contract]
  /// Those that are not.
  public let held: [Held]
  private let rows: [[String]]

  /// Gathers the grants in force of an administration and of its departments: those that the law asks to publish, and
  /// smaller ones that someone chose to show.
  public init(of body: String, in snapshot: Snapshot) {
    let name = snapshot.record(Organization.self, body)?.name ?? body
    var ready: [Contract] = []
    var held: [Held] = []
    var rows: [[String]] = []
    let grants = snapshot.records(Contract.self)
      .filter {
        $0.keeping.status != .draft && snapshot.body(of: $0.organization) == body && $0.isInGrantFile
      }
      .sorted { ($0.signedOn ?? "", $0.number ?? "", $0.id) < ($1.signedOn ?? "", $1.number ?? "", $1.id) }
    for grant in grants {
      let faults = grant.grantFaults
      if faults.isEmpty {
        ready.append(grant)
        rows += grant.grantRows(giver: name)
      } else {
        held.append(Held(contract: grant.id, title: grant.title, faults: faults))
      }
    }
    self.body = body
    self.ready = ready
    self.held = held
    self.rows = rows
  }

  /// The file: UTF-8, comma, RFC 4180.
  public var bytes: [UInt8] {
    let lines = [Self.columns] + rows
    return Array(lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// Texts that a spreadsheet would run as a formula are told from those with a no-break space before.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "\u{A0}" + text : text
    guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

extension Contract {
  /// Whether the file of grants is to have it: what the law asks for, and what is shown besides.
  var isInGrantFile: Bool {
    type == .grant && ((amount ?? 0) > Self.publishedGrantThreshold || keeping.isPublic)
  }

  fileprivate var grantSubject: String {
    Catalogue.PlainText.removingMarkdown(from: subject ?? title)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One row for each beneficiary.
  fileprivate func grantRows(giver: String) -> [[String]] {
    let data = grant ?? GrantData()
    return parties.enumerated().map { index, party in
      let share = parties.count == 1 ? 100 : data.shares[index]
      let period = [data.paidOn, data.paidUntil].compactMap { $0 }
      return [
        giver, siret ?? "", signedOn ?? "", data.decision ?? "", party.name ?? "",
        party.identifierKind == "SIRET" ? party.identifier ?? "" : "",
        party.identifierKind == "RNA" ? party.identifier ?? "" : "",
        grantSubject, Self.decimal(amount ?? 0), data.nature ?? "", data.payment ?? "",
        period.joined(separator: "/"), data.aidRegister ?? "", data.isNotifiedToUnion == true ? "oui" : "non",
        Self.decimal(share / 100), data.scheme ?? "",
      ]
    }
  }

  private static func decimal(_ number: Double) -> String {
    guard case .number(let text)? = JSONValue(exactly: (number * 10_000).rounded() / 10_000) else {
      return ""
    }
    return text
  }

  /// What the schema would refuse of it.
  fileprivate var grantFaults: [Bilingual] {
    let data = grant ?? GrantData()
    var faults: [Bilingual] = []
    func need(_ holds: Bool, _ fr: String, _ en: String) {
      if !holds { faults.append(Bilingual(fr: fr, en: en)) }
    }
    func isSaid(_ text: String?) -> Bool { !(text ?? "").isEmpty }
    need(
      ValueFormat("siret")?.matches(siret ?? "") ?? false,
      "Il manque votre SIRET.",
      "Your SIRET is missing."
    )
    need(isSaid(signedOn), "Il manque la date de signature.", "The day of signature is missing.")
    need(
      (1...256).contains(grantSubject.unicodeScalars.count),
      "L’objet a 256 caractères au plus.",
      "The subject has 256 characters at most."
    )
    need((amount ?? 0) > 0, "Il manque le montant.", "The amount is missing.")
    need(isSaid(data.nature), "Il manque la nature de l’aide.", "The kind of help is missing.")
    need(
      isSaid(data.payment) && (data.payment ?? "").unicodeScalars.count <= 256,
      "Il manque les conditions de versement (256 caractères au plus).",
      "The conditions of payment are missing (256 characters at most)."
    )
    need(isSaid(data.paidOn), "Il manque le jour du versement.", "The day of payment is missing.")
    need(
      data.paidUntil.map { $0 >= data.paidOn ?? "" } ?? true,
      "La période de versement finit avant de commencer.",
      "The period of payment ends before it begins."
    )
    need(
      (data.aidRegister ?? "").count <= 5,
      "Le numéro au répertoire des aides a cinq caractères au plus.",
      "The number in the aid register has five characters at most."
    )
    need(
      data.isNotifiedToUnion != nil,
      "Il manque la notification à la Commission européenne.",
      "Notification to the European Commission is missing."
    )
    return faults + beneficiaryFaults(data)
  }

  private func beneficiaryFaults(_ data: GrantData) -> [Bilingual] {
    var faults: [Bilingual] = []
    if parties.isEmpty {
      faults.append(Bilingual(fr: "Il manque le bénéficiaire.", en: "The beneficiary is missing."))
    }
    for party in parties {
      let number = party.identifier ?? ""
      let isRNA = party.identifierKind == "RNA" && number.wholeMatch(of: /W[0-9]{9}/) != nil
      let isSIRET = party.identifierKind == "SIRET" && ValueFormat("siret")?.matches(number) ?? false
      if (party.name ?? "").isEmpty || !(isRNA || isSIRET) {
        faults.append(
          Bilingual(
            fr: "Chaque bénéficiaire a un nom, et un SIRET ou un numéro RNA (W et neuf chiffres).",
            en: "Each beneficiary has a name, and a SIRET or an RNA number (W and nine digits)."
          )
        )
        break
      }
    }
    let shares = data.shares
    if parties.count > 1,
      shares.count != parties.count || !shares.allSatisfy({ (1...100).contains($0) })
        || abs(shares.reduce(0, +) - 100) > 0.5
    {
      faults.append(
        Bilingual(
          fr:
            "Plusieurs bénéficiaires\u{A0}: donnez la part de chacun, dans leur ordre\u{A0}; le total fait 100\u{A0}%.",
          en: "Several beneficiaries: give the share of each, in their order; the total is 100%."
        )
      )
    }
    return faults
  }
}
