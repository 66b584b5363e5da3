public import Catalogue
import CivilTime
import Foundation
import Governance
import Lake
import Messages
public import Register

/// Opens a deposit for the file of grants, and notes on each grant in which file it is: whether it is published is
/// read from the versions of datasets from then on.
public struct DepositGrants: Act {
  /// The act's name in the journal.
  public static var name: String { "deposit-grants" }

  /// The slug of the administration.
  public var body: String
  /// The deposit, with its file.
  public var deposit: Deposit
  /// The ids of the grants that are in the file.
  public var grants: [String]

  /// Prepares the act.
  public init(_ body: String, _ deposit: Deposit, grants: [String]) {
    self.body = body
    self.deposit = deposit
    self.grants = grants
  }

  /// The right to produce for the administration, and for the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.produce, on: body)] + OpenDeposit(deposit).permissions(in: snapshot)
  }

  /// The deposit, and the grants with their file.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    let opened = try OpenDeposit(deposit).decide(in: context)
    guard let digest = deposit.file?.digest else { return opened }
    let known = Set(GrantFile(of: body, in: context.snapshot).ready.map(\.id))
    let filed = grants.filter(known.contains).compactMap { context.snapshot.record(Contract.self, $0) }
      .filter { !$0.filedIn.contains(digest) }
      .map { grant in
        var grant = grant
        grant.filedIn.append(digest)
        return grant
      }
    return Decision(try opened.drafts + filed.map { try .put($0) }, outcome: opened.outcome)
  }
}

extension Platform {
  /// Makes the file of grants of an administration and opens a deposit for it: the next version of a dataset, or a new
  /// one, published by the ordinary path.
  public func depositGrants(
    of body: String,
    dataset: String?,
    depositID: String,
    as actor: Register.Actor
  ) async throws -> Deposit {
    let grants = GrantFile(of: body, in: state.snapshot)
    guard !grants.ready.isEmpty else {
      throw Failure(
        "contract.no-grant-ready",
        .conflict,
        fr: "Aucune subvention n’est prête à être publiée.",
        en: "No grant is ready to be published.",
        remedy: Bilingual(
          fr: "Complétez les données essentielles des subventions en vigueur.",
          en: "Complete the essential data of the grants in force."
        )
      )
    }
    let day = WallClock.paris.date(at: now.milliseconds)
    var deposit = Deposit(
      id: depositID,
      organization: dataset.flatMap { state.dataset($0)?.organization } ?? body,
      dataset: dataset,
      depositor: actor.id,
      origin: .drop,
      createdAt: now
    )
    if dataset == nil {
      deposit.description = DatasetChanges(
        title: "Subventions de plus de 23 000 €",
        description: "Données essentielles des conventions de subvention (décret n° 2017-779).",
        keywords: ["subventions", "associations", "conventions"],
        frequency: .quarterly,
        schema: GrantFile.schema
      )
    }
    let folder = configuration.dataFolder.appending(path: "staging").appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "subventions.csv")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(grants.bytes).write(to: file)
    } catch { throw PlatformFailure.unwritable }
    return try await openDeposit(deposit, file: file, named: "subventions-\(day.iso).csv", as: actor) {
      DepositGrants(body, $0, grants: grants.ready.map(\.id))
    }
  }
}

extension Snapshot {
  /// The day on which a grant first was in a version that the public may read, ISO 8601.
  func firstPublication(of grant: Contract) -> String? {
    guard !grant.filedIn.isEmpty else { return nil }
    let digests = Set(grant.filedIn)
    return records(DatasetVersion.self)
      .filter {
        digests.contains($0.original.digest) && record(Dataset.self, $0.dataset)?.hasPublicData == true
      }
      .compactMap { Moment($0.publishedAt) }
      .min()
      .map { WallClock.paris.date(at: $0.milliseconds).iso }
  }

  /// The datasets of an administration and its departments that claim the schema of grants.
  public func grantDatasets(of body: String) -> [Dataset] {
    records(Dataset.self).filter {
      $0.status != .withdrawn && self.body(of: $0.organization) == body
        && ($0.schema ?? "").lowercased().contains(GrantFile.schema)
    }
  }
}

/// The rule of a grant that takes the catalogue.
enum GrantRules {
  static let all = [publication]

  static let publication = Rule<SheetFacts>(
    "contract.grant-publication",
    theme: "open-data",
    article: "Loi n° 2000-321, art. 10\u{A0}; décret n° 2017-779",
    mode: .alert,
    title: Bilingual(
      fr: "Les données essentielles de la subvention sont publiées dans les trois mois",
      en: "The grant’s essential data is published within three months"
    ),
    remedy: Bilingual(
      fr:
        "Déposez le fichier des subventions (schéma scdl/subventions) et publiez-le\u{A0}; ou, s’il est publié "
        + "ailleurs, notez la date.",
      en:
        "Deposit the file of grants (schema scdl/subventions) and publish it; or, where it is published elsewhere, "
        + "note the day."
    )
  ) { facts in
    guard let grant = facts.record(Contract.self) else {
      return Judgement(.unknown, fr: "La fiche est introuvable.", en: "The record cannot be found.")
    }
    let found = facts.snapshot.firstPublication(of: grant)
    let day = [grant.publishedOn, found].compactMap { $0 }.min()
    return grant.grantPublication(publishedOn: day, at: facts.now)
  }
}
