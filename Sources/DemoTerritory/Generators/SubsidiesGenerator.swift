internal import Catalogue
internal import CivilTime
public import Foundation

/// A subsidies file of any size in the sixteen columns of the national schema, errors planted at known rows.
public struct SubsidiesGenerator: Sendable {
  /// How many rows of data.
  public let rows: Int
  private let seed: UInt64

  /// An error planted in the file.
  public struct PlantedError: Sendable, Equatable {
    /// What is wrong.
    public enum Fault: String, Sendable, CaseIterable {
      /// A date written dd/mm/yyyy.
      case frenchDate
      /// A date that no calendar has.
      case impossibleDate
      /// An amount with a decimal comma.
      case decimalComma
      /// An amount that is no number.
      case textAmount
      /// A SIRET whose key is wrong.
      case wrongSiret
      /// A boolean that is neither oui nor non.
      case wrongBoolean
    }

    /// The record's number in the file, from 1, the header counted.
    public let row: Int
    /// The column.
    public let column: String
    /// What is wrong.
    public let fault: Fault
    /// The cell as written.
    public let cell: String
  }

  /// Prepares a file of `rows` rows, with an error every 16,667 rows or so: sixty in a million.
  public init(rows: Int, seed: UInt64 = 1) {
    self.rows = rows
    self.seed = seed
  }

  /// The columns, in order.
  public static let columns = [
    "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement", "datesPeriodeVersement", "idRAE",
    "notificationUE", "pourcentageSubvention", "dispositifAide",
  ]

  /// The errors planted, in file order.
  public var plantedErrors: [PlantedError] {
    faultRows.enumerated().map { index, row in
      let fault = PlantedError.Fault.allCases[index % PlantedError.Fault.allCases.count]
      let (column, cell) = SubsidiesGenerator.faulty(fault, index)
      return PlantedError(
        row: row + 2,
        column: SubsidiesGenerator.columns[column],
        fault: fault,
        cell: cell
      )
    }
  }

  /// The rows of data that hold an error, from 0.
  private var faultRows: [Int] {
    let step = 16_667
    return stride(from: min(rows - 1, step / 2), to: rows, by: step).filter { $0 >= 0 }
  }

  private static func faulty(_ fault: PlantedError.Fault, _ index: Int) -> (column: Int, cell: String) {
    switch fault {
    case .frenchDate: (2, "\(Decimals.padded(13 + index % 15, 2))/03/2021")
    case .impossibleDate: (2, "2021-02-3\(index % 2)")
    case .decimalComma: (8, "\(1_000 + index),50")
    case .textAmount: (8, "à préciser")
    case .wrongSiret: (5, wrongSiret(index))
    case .wrongBoolean: (13, "peut-être")
    }
  }

  /// A SIRET with another digit for key than the right one.
  private static func wrongSiret(_ index: Int) -> String {
    let right = Identifiers.siret(siren: Identifiers.siren(number: 3_000 + index), establishment: 1)
    let key = (Int(right.suffix(1)) ?? 0) + 1
    return right.dropLast() + String(key % 10)
  }

  /// Writes the file, a megabyte at a time.
  public func write(to file: FileHandle) throws {
    let faults = Dictionary(uniqueKeysWithValues: zip(faultRows, plantedErrors))
    var random = SplitMix64(seed: seed, "subsidies")
    var block = Data(capacity: 1 << 20)
    block.append(Data((SubsidiesGenerator.columns.joined(separator: ",") + "\n").utf8))
    var table = TableText()
    for row in 0..<rows {
      var cells = cells(row, &random)
      if let fault = faults[row], let column = SubsidiesGenerator.columns.firstIndex(of: fault.column) {
        cells[column] = fault.cell
      }
      table.row(cells)
      if row % 4_096 == 4_095 {
        block.append(contentsOf: table.text.utf8)
        table = TableText()
        try file.write(contentsOf: block)
        block.removeAll(keepingCapacity: true)
      }
    }
    block.append(contentsOf: table.text.utf8)
    try file.write(contentsOf: block)
  }

  private static let firstDay = CivilDate(daysSinceEpoch: 16_801)

  private func cells(_ row: Int, _ random: inout SplitMix64) -> [String] {
    let giver = random.int(0...9)
    let receiver = random.int(0...1_999)
    let day = SubsidiesGenerator.firstDay.adding(days: random.int(0...3_650))
    let end = day.adding(days: 30 * random.int(1...24))
    let receiverSiren = Identifiers.siren(number: 2_000 + receiver)
    return [
      SubsidiesGenerator.givers[giver],
      Identifiers.siret(siren: Identifiers.siren(number: 1_000 + giver), establishment: 1), day.iso,
      "\(day.components.year)-\(Decimals.padded(day.components.month, 2))-\(Decimals.padded(row % 1_000, 3))",
      "\(Words.associations[receiver % Words.associations.count]) n° \(receiver)",
      Identifiers.siret(siren: receiverSiren, establishment: 1), Identifiers.rna(number: receiver),
      "\(random.pick(SubsidiesGenerator.purposes)) – \(random.pick(SubsidiesGenerator.details))",
      Decimals.text(Double(random.int(10_000...4_000_000)) / 100, places: 2),
      random.once(in: 8) ? "aide en nature" : "aide en numéraire",
      random.once(in: 3) ? "échelonné" : "unique", "\(day.iso)/\(end.iso)",
      random.once(in: 4) ? String(random.int(10_000...99_999)) : "", random.once(in: 50) ? "oui" : "non",
      Decimals.text(Double(random.int(1...100)) / 100, places: 2),
      random.once(in: 2) ? Identifiers.uuid(&random) : "",
    ]
  }

  private static let givers = [
    "Communauté de communes du Val d'Arpent", "Commune d'Arpent-sur-Vive", "Commune de Brindelle",
    "Commune de Chaumussac", "Commune d'Écoussy-les-Prés", "Commune de Fontmarelle", "Commune de La Grélière",
    "Commune d'Orvanne-le-Vieux", "Commune de Saint-Amadre", "Syndicat mixte de la Vive",
  ]
  private static let purposes = [
    "Fonctionnement de l'association", "Organisation d'un festival", "Achat de matériel", "Projet éducatif",
    "Animation de quartier", "Rénovation d'un local", "Compétition sportive", "Aide aux vacances",
    "Insertion par l'activité", "Sensibilisation à l'environnement",
  ]
  private static let details = [
    "saison en cours", "première tranche", "deuxième tranche, solde", "jeunes de 12 à 25 ans",
    "public en situation de handicap", "convention pluriannuelle d'objectifs", "hors « temps forts »",
    "écoles du territoire", "quartiers prioritaires, année entière", "projet reconduit",
  ]
}
