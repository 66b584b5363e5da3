import Catalogue
import Governance
public import Register

/// The kinds of records the register holds: a new kind is declared beside its type and listed here.
public enum Kinds {
  /// All of them.
  public static let all = RecordKinds(
    [
      .dataset, .version, .organization, .territorySettings, .publicationDeclaration, .waiver, .erasure,
      .person, .invitation, .roleGrant, .accessToken, .deposit, .accessRequest, .accessUse, .comment, .reuse,
      .gateState, .updateSource, .registerChoice, .retentionSurvey,
      .algorithmRule, .algorithmDecision, .receivedDelivery, .personSearch,
    ] + Registers.all.map(\.record)
  )
}
