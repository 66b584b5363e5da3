import Acts
import Catalogue
import DataContracts
import Governance
import Messages
import Register
import Testing

/// Every act that someone may try, and the roles that may do it on their own organisation.
///
/// The table says what the law of the house is; it is written by hand, not derived from the code it checks.
struct Attempt: Sendable, CustomTestStringConvertible {
  let name: String
  let allowed: Set<Role>
  let run: @Sendable (Cast, Register.Actor) async -> String?

  var testDescription: String { name }

  init<A: Act>(_ act: A, _ allowed: Set<Role>) {
    name = A.name
    self.allowed = allowed
    run = { cast, actor in await cast.refusal(act, actor) }
  }
}

let inAMonth = PlatformConfiguration.systemClock().advanced(byMilliseconds: 30 * 86_400_000)
let administrators: Set<Role> = [.administrator]
let producers: Set<Role> = [.producer, .steward, .publisher]
let publishers: Set<Role> = [.publisher]
let deciders: Set<Role> = [.steward, .publisher]
let everyone = Set(Role.allCases)

let ruleText = "règle r\nentrée n : entier de 0 à 9\nrésultat double : entier = n * 2"
let ruleExample = AlgorithmRule.Example(label: "Trois", inputs: ["n": "3"], expected: ["double": "6"])
let adoptedSheet = DutchAlgorithmSheets.Sheet(
  id: "nl-1",
  title: "eDiensten",
  values: .object(["vendor": .string("Éditeur")]),
  unmapped: []
)

/// A study of CNIL’s PIA that only has a name.
let study: PIADocument = {
  var document = PIADocument()
  document.study = ["name": .string("Vidéoprotection")]
  return document
}()

/// All are about the town: its draft `brouillon`, its open `arbres`, its restricted `agents`.
let attempts: [Attempt] = [
  Attempt(
    DescribeOrganization(Organization(id: "ville", name: "Ville neuve", nature: .commune, parent: "val")),
    administrators
  ),
  Attempt(
    DescribeOrganization(Organization(id: "parcs", name: "Parcs", nature: .direction, parent: "ville")),
    administrators
  ),
  Attempt(RemoveOrganization("voirie"), administrators),
  Attempt(DescribeDataset("brouillon", DatasetChanges(title: "Autre titre")), producers),
  Attempt(DescribeDataset("arbres", DatasetChanges(title: "Autre titre")), publishers),
  Attempt(WithdrawDataset("arbres", reason: "Erreur"), publishers),
  Attempt(
    InvitePerson(
      Invitation(
        id: "i-new",
        name: "Nouvelle",
        email: "nouvelle@exemple.fr",
        roles: [RoleOnOrganization(.reader, on: "ville")],
        secretHash: "h",
        expiresAt: Moment(milliseconds: 4_102_444_800_000),
        createdBy: ""
      )
    ),
    []
  ),
  Attempt(GrantRole(RoleOnOrganization(.publisher, on: "voirie"), to: "reader-ville"), administrators),
  Attempt(GrantRole(RoleOnOrganization(.administrator, on: "ville"), to: "reader-ville"), administrators),
  Attempt(GrantRole(RoleOnOrganization(.administrator), to: "reader-ville"), []),
  Attempt(GrantRole(RoleOnOrganization(.reader, on: "bourg"), to: "reader-ville"), []),
  Attempt(RevokeRole("reader-ville.reader.ville"), administrators),
  Attempt(ChangePerson("reader-ville", status: .suspended), []),
  Attempt(ChangePerson("reader-ville", email: "autre@exemple.fr"), []),
  Attempt(SetTerritorySettings(TerritorySettings()), []),
  Attempt(RevokeToken("t-town"), administrators),
  Attempt(DecideAccess("a-1", .refuse, answer: "Non communicable."), deciders),
  Attempt(EndAccess("a-2", reason: "Terminé"), deciders),
  Attempt(ModerateComment("c-1", isShown: true), deciders),
  Attempt(ModerateReuse("r-1", isShown: true), deciders),
  Attempt(RecordAccess(id: "u-new", dataset: "agents", road: .rows), everyone),
  Attempt(
    WriteComment(
      Comment(
        id: "c-workshop",
        subject: RecordKey(Dataset.self, "agents"),
        author: "",
        name: "",
        text: "À revoir",
        at: Moment(milliseconds: 0),
        audience: .workshop,
        state: .shown
      )
    ),
    everyone
  ),
  Attempt(SetUpdateSource("agents", .http(url: "https://exemple.fr/a.csv"), .daily), publishers),
  Attempt(AskUpdate("arbres"), publishers),
  Attempt(RemoveUpdateSource("arbres"), publishers),
  Attempt(
    NoteUpdate("arbres", .http(url: "https://exemple.fr/a.csv"), UpdateSource.Outcome(etag: "forged")),
    []
  ),
  Attempt(
    OpenDeposit(
      Deposit(id: "d-new", organization: "ville", depositor: "", createdAt: Moment(milliseconds: 0))
    ),
    producers
  ),
  Attempt(
    EditDeposit("d-draft", [FieldEdit(path: ["description", "title"], seen: nil, wanted: .string("Titre"))]),
    producers
  ),
  Attempt(SubmitDeposit("d-file"), producers),
  Attempt(WithdrawDeposit("d-sub", isAbandoned: true), producers),
  Attempt(DecideDeposit("d-sub", isApproval: true), deciders),
  Attempt(DecideDeposit("d-sub", as: .protect, isApproval: true), [.dpo]),
  Attempt(PlanDeposit("d-sub", at: Moment(milliseconds: 4_102_444_800_000)), publishers),
  Attempt(
    GrantWaiver(
      rule: "publication.description",
      dataset: "arbres",
      why: "La description vient avec la prochaine livraison.",
      until: inAMonth
    ),
    publishers
  ),
  Attempt(
    GrantWaiver(
      rule: "publication.personal-data",
      dataset: "arbres",
      why: "Le registre est public de par la loi.",
      until: inAMonth
    ),
    [.dpo]
  ),
  Attempt(
    EndWaiver(rule: "publication.contact", dataset: "arbres", reason: "Le contact est connu."),
    publishers
  ),
  Attempt(
    CreateToken(
      AccessToken(
        id: "t-new",
        label: "Essai",
        organization: "ville",
        actions: [.publish],
        secretHash: "h",
        expiresAt: inAMonth,
        createdBy: "",
        createdAt: Moment(milliseconds: 0)
      )
    ),
    administrators
  ),
  Attempt(OpenSheet(.application, id: "f-new", organization: "ville", title: "Paie"), producers),
  Attempt(
    OpenModels(
      .processingActivity,
      organization: "ville",
      [OpenModels.Opening(id: "f-models", template: "cantine", title: "Cantine")]
    ),
    producers
  ),
  Attempt(
    EditSheet(.application, "f-draft", [FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Éditeur"))]),
    producers
  ),
  Attempt(
    EditSheet(
      .application,
      "f-current",
      [FieldEdit(path: ["contact"], seen: nil, wanted: .string("Le secrétariat"))]
    ),
    deciders
  ),
  Attempt(ChangeSheetStatus(.application, "f-full", .current), deciders),
  Attempt(ChangeSheetStatus(.application, "f-current", .ended, reason: "Logiciel remplacé"), deciders),
  Attempt(ShowSheet(.application, "f-current", isPublic: false), deciders),
  Attempt(RemoveSheet(.application, "f-draft"), producers),
  Attempt(OpenSheet(.processingActivity, id: "t-new", organization: "ville", title: "Cantine"), producers),
  Attempt(OpenSheet(.breach, id: "v-open", organization: "ville", title: "Clé USB perdue"), [.dpo]),
  Attempt(OpenSheet(.subjectRequest, id: "q-open", organization: "ville", title: "Accès"), [.dpo]),
  Attempt(OpenSheet(.dpoDesignation, id: "g-open", organization: "ville", title: "Déléguée"), administrators),
  Attempt(
    ReportBreach(id: "v-new", organization: "ville", title: "Clé USB perdue", facts: "Perdue dans le train."),
    everyone
  ),
  Attempt(ImportStudy(id: "e-new", organization: "ville", document: study), producers),
  Attempt(
    FindPerson(
      PersonSearch(
        id: "s-new",
        organization: "ville",
        at: Moment(milliseconds: 0),
        reason: "Demande d’accès",
        digest: "0"
      )
    ),
    [.dpo]
  ),
  Attempt(
    ImportSheets(
      .application,
      organization: "ville",
      sheets: [ImportedSheet(line: 1, values: .object(["title": .string("Cantine")]))],
      ids: ["f-imported"]
    ),
    producers
  ),
  Attempt(
    ImportSheets(
      .application,
      organization: "ville",
      sheets: [ImportedSheet(line: 1, id: "f-current", values: .object(["title": .string("Paie")]))],
      ids: ["f-unused"]
    ),
    deciders
  ),
  Attempt(
    ChooseRegisterFields(.processingActivity, organization: "ville", fields: ["purposes"]),
    [.dpo]
  ),
  Attempt(
    WriteComment(
      Comment(
        id: "c-sheet",
        subject: RecordKey(Application.self, "f-draft"),
        author: "",
        name: "",
        text: "À compléter",
        at: Moment(milliseconds: 0),
        audience: .workshop,
        state: .shown
      )
    ),
    everyone
  ),
  Attempt(WriteRule("al-1", text: ruleText, examples: [], note: "Essai"), producers),
  Attempt(DiscardRule("al-1.2"), producers),
  Attempt(PutRuleInForce("al-1.2", reason: "Délibération 2026-41"), deciders),
  Attempt(ComputeDecision("al-1", id: "ad-new", inputs: ["n": "4"], salt: "sel"), producers),
  Attempt(AnswerDecision("ad-1"), producers),
  Attempt(ForgetDecision("ad-1", reason: "Délai passé"), deciders),
  Attempt(AdoptAlgorithmSheet(id: "al-new", organization: "ville", sheet: adoptedSheet), producers),
  Attempt(
    NoteDelivery(
      ReceivedDelivery(
        id: "l-new",
        delivery: "v-current",
        organization: "",
        receivedAt: Moment(milliseconds: 0),
        receivedFrom: "",
        fileName: "compteurs.csv",
        digest: "d",
        bytes: 1,
        rows: 1
      )
    ),
    producers
  ),
  Attempt(
    ImportDataContract("v-draft", DataContract(id: "x", name: "Compteurs", version: "2.0.0")),
    producers
  ),
  Attempt(
    ImportDataContract("v-current", DataContract(id: "x", name: "Compteurs", version: "2.0.0")),
    publishers
  ),
  Attempt(PublishEssentialData("ville"), publishers),
  Attempt(
    ImportEssentialData(
      "ville",
      DECPDocument(contracts: [EssentialImportTests.contract()], concessions: nil),
      ids: ["k-decp"],
      isPublished: false
    ),
    producers
  ),
  Attempt(
    ImportEssentialData(
      "ville",
      DECPDocument(contracts: [EssentialImportTests.contract { $0.id = "2026-02" }], concessions: nil),
      ids: ["k-decp-public"],
      isPublished: true
    ),
    publishers
  ),
  Attempt(
    DepositGrants(
      "ville",
      Deposit(id: "d-grants", organization: "ville", depositor: "", createdAt: inAMonth),
      grants: []
    ),
    producers
  ),
  Attempt(RevokeInvitation("i-open"), administrators),
  Attempt(
    InviteFirstAdministrator(id: "i-0", secretHash: "z", expiresAt: inAMonth),
    []
  ),
  Attempt(
    ProposeElimination(
      "e-new",
      rule: "r-free",
      scope: RetentionScope(extent: .series, count: 1),
      description: "Deux boîtes"
    ),
    producers.union([.dpo])
  ),
  Attempt(DecideElimination("e-open", isApproval: true), [.dpo]),
  Attempt(DecideElimination("e-open", isApproval: false, reason: "Non"), [.dpo]),
  Attempt(RecordVisa("e-open", number: "1", date: "2026-01-05", authority: "Archives"), [.dpo]),
  Attempt(RecordTransfer("e-open", slip: "1 W", date: "2026-01-05"), [.dpo]),
  Attempt(ExecuteElimination("e-ready", proof: "Certificat"), [.dpo]),
  Attempt(ChangeOwnProfile(name: "Autre nom", language: "en", notices: .never), everyone),
]
