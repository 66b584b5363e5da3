public import DataContracts
public import Governance
import Messages
public import Register

/// Takes over in an expected delivery what an ODCS data contract says.
public struct ImportDataContract: Act {
  /// The act's name in the journal.
  public static var name: String { "import-data-contract" }

  /// The expected delivery's id.
  public var delivery: String
  /// The data contract.
  public var contract: DataContract

  /// Prepares the act.
  public init(_ delivery: String, _ contract: DataContract) {
    self.delivery = delivery
    self.contract = contract
  }

  /// Reads the contract from a file in YAML or JSON.
  ///
  /// - Throws: `Failure` with the line and column of what cannot be read.
  public init(_ delivery: String, reading bytes: [UInt8]) throws {
    self.init(delivery, try DataContract(reading: bytes))
  }

  /// The right to write it, or to decide where it is in force.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(ExpectedDelivery.self, delivery)
    let rights = ExpectedDelivery.register.rights
    let isDraft = known.map { $0.keeping.status == .draft } ?? true
    return [Permission(isDraft ? rights.write : rights.decide, on: known?.organization)]
  }

  /// The delivery with what the contract says.
  public func decide(in context: ActContext) throws -> Decision<ExpectedDelivery> {
    guard var known = context.snapshot.record(ExpectedDelivery.self, delivery) else {
      throw RegisterFailure.unknown
    }
    guard known.keeping.status != .ended else { throw SheetFailure.ended }
    let faults = contract.faults
    guard faults.isEmpty else {
      let count = Bilingual.count(faults.count, fr: ("défaut", "défauts"), en: ("fault", "faults"))
      throw Failure(
        "contract.odcs.invalid",
        .invalid,
        fr: "Ce contrat de données a \(count.fr)\u{A0}: "
          + faults.prefix(5).map { "\($0.pointer.isEmpty ? "/" : $0.pointer) — \($0.message.fr)" }.joined(
            separator: " "
          ),
        en: "This data contract has \(count.en): "
          + faults.prefix(5).map { "\($0.pointer.isEmpty ? "/" : $0.pointer) — \($0.message.en)" }.joined(
            separator: " "
          ),
        remedy: Bilingual(
          fr: "Corrigez le fichier d’après ODCS 3.1, puis recommencez.",
          en: "Mend the file by ODCS 3.1, then try again."
        ),
        pointer: faults.first?.pointer
      )
    }
    let before = known
    known.read(contract)
    guard known != before else { return Decision([], outcome: known) }
    known.keeping.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}
