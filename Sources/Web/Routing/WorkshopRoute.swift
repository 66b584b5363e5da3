/// An address of the workshop, under `/atelier`: its pattern and the values of the pattern's variables.
///
/// To add a page: a line in `Pattern`, and a constant or a function in an extension beside the page.
public struct WorkshopRoute: Sendable, Hashable {
  /// The kind of address.
  public let pattern: Pattern
  /// The values of the pattern's variables, in order.
  public let values: [String]

  /// Makes an address.
  ///
  /// The values are as many as the pattern has variables.
  public init(_ pattern: Pattern, _ values: String...) {
    self.pattern = pattern
    self.values = values
  }

  /// Makes an address from values in a list; `nil` when they are not as many as the variables.
  public init?(_ pattern: Pattern, values: [String]) {
    guard values.count == pattern.variables.count else { return nil }
    self.pattern = pattern
    self.values = values
  }

  /// The root of every address of the workshop.
  public static let root = "/atelier"

  /// Whether a path is the workshop's, in either language.
  public static func holds(_ path: String) -> Bool {
    for prefix in [root, "/en" + root] where path == prefix || path.hasPrefix(prefix + "/") { return true }
    return false
  }

  /// A kind of address: a pattern for the router.
  public enum Pattern: String, CaseIterable, RoutePattern {
    // Signing in
    case home = "/atelier"
    case signIn = "/atelier/connexion"
    case forgotten = "/atelier/mot-de-passe-oublie"
    case signOut = "/atelier/deconnexion"
    case invitation = "/atelier/invitation/{secret}"
    case oneTimeLink = "/atelier/lien/{secret}"
    case ssoStart = "/atelier/sso/aller"
    case ssoReturn = "/atelier/sso/retour"
    case ssoSignedOut = "/atelier/sso/deconnexion"
    // My account
    case account = "/atelier/compte"
    case accountPassword = "/atelier/compte/mot-de-passe"
    case accountSessions = "/atelier/compte/sessions"
    // The sections' first pages
    case notices = "/atelier/avis"
    case datasets = "/atelier/donnees"
    case dataset = "/atelier/donnees/{slug}"
    case datasetDescription = "/atelier/donnees/{slug}/decrire"
    case deposit = "/atelier/deposer"
    case deposited = "/atelier/depots/{id}"
    case depositRecipe = "/atelier/depots/{id}/recette"
    case depositDescription = "/atelier/depots/{id}/decrire"
    case depositGate = "/atelier/depots/{id}/publier"
    case uploads = "/atelier/envois"
    case decisions = "/atelier/a-decider"
    case sources = "/atelier/sources"
    case organizations = "/atelier/organisations"
    case people = "/atelier/personnes"
    case tokens = "/atelier/jetons"
    case settings = "/atelier/reglages"
    case accessLog = "/atelier/acces"
    // People
    case invite = "/atelier/personnes/inviter"
    case revokeInvitation = "/atelier/personnes/invitations/retirer"
    case person = "/atelier/personne/{id}"
    case personChange = "/atelier/personne/{id}/modifier"
    case personRoles = "/atelier/personne/{id}/roles"
    case personLink = "/atelier/personne/{id}/lien"
    case personSessions = "/atelier/personne/{id}/sessions"
    // Organisations
    case newOrganization = "/atelier/organisations/nouvelle"
    case organization = "/atelier/organisation/{slug}"
    case organizationRemoval = "/atelier/organisation/{slug}/retirer"
    // Sources of updates
    case sourceReading = "/atelier/sources/lire"
    case sourcePause = "/atelier/sources/pause"
    case sourceRemoval = "/atelier/sources/retirer"
    case mailRetry = "/atelier/sources/courriels"
    // Tokens
    case tokenRevocation = "/atelier/jetons/revoquer"
    // What is decided and said
    case depositReview = "/atelier/a-decider/depots/{id}"
    case depositPublication = "/atelier/a-decider/depots/{id}/publication"
    case depositComments = "/atelier/a-decider/depots/{id}/commentaires"
    case accesses = "/atelier/a-decider/acces"
    case accessDecision = "/atelier/a-decider/acces/{id}"
    case accessEnd = "/atelier/a-decider/acces/{id}/fin"
    case moderation = "/atelier/a-decider/moderation"
    case datasetComments = "/atelier/commentaires/{slug}"
    case gate = "/atelier/regles"
    case datasetRules = "/atelier/regles/{slug}"
    case recordHistory = "/atelier/historique/{kind}/{id}"
    // Inventory
    case inventory = "/atelier/inventaire"
    case inventoryCampaign = "/atelier/inventaire/campagnes/{id}"
    // Data protection
    case protection = "/atelier/protection"
    case yearlyReport = "/atelier/protection/rapport"
    case yearlyReportDocument = "/atelier/protection/rapport/document"
    // Algorithms
    case algorithmRule = "/atelier/algorithmes/{id}/regle"
    case algorithmComparison = "/atelier/algorithmes/{id}/comparer"
    case algorithmMention = "/atelier/algorithmes/{id}/mention"
    case algorithmDecisions = "/atelier/algorithmes/{id}/decisions"
    case algorithmDecision = "/atelier/algorithmes/{id}/decisions/{decision}"
    case algorithmAdoption = "/atelier/algorithmes/adopter"
    // Contracts and duties
    case contract = "/atelier/contrats/{id}"
    case delivery = "/atelier/livraisons/{id}"
    case deliveryVersion = "/atelier/livraisons/{id}/version"
    case deliveryContract = "/atelier/livraisons/{id}/contrat-de-donnees"
    case deliveryLetter = "/atelier/livraisons/{id}/lettre/{day}"
    case deliveryLetterDocument = "/atelier/livraisons/{id}/lettre/{day}/document"
    case essentialData = "/atelier/donnees-essentielles"
    case essentialDataImport = "/atelier/donnees-essentielles/importer"
    case grants = "/atelier/subventions"
    case grantFile = "/atelier/subventions/{id}/fichier"
    case duties = "/atelier/obligations"
    // Personal data
    case legalText = "/atelier/donnees-personnelles/textes/{text}/{id}"
    case breachReport = "/atelier/donnees-personnelles/signaler"
    case personSearch = "/atelier/donnees-personnelles/chercher"
    case personErasure = "/atelier/donnees-personnelles/effacer"
    case personRectification = "/atelier/donnees-personnelles/rectifier"
    case studyImport = "/atelier/donnees-personnelles/aipd/importer"
    case studyFile = "/atelier/donnees-personnelles/aipd/{id}/pia/{shape}"
    // Registers
    case retention = "/atelier/conservation"
    case elimination = "/atelier/conservation/{id}"
    case eliminationPackage = "/atelier/conservation/{id}/paquet"
    case recordProposals = "/atelier/propositions"
    case registers = "/atelier/registres"
    case register = "/atelier/registres/{register}"
    case newSheet = "/atelier/registres/{register}/nouvelle"
    case registerStart = "/atelier/registres/{register}/commencer"
    case registerImport = "/atelier/registres/{register}/importer"
    case registerExport = "/atelier/registres/{register}/exporter"
    case registerPrint = "/atelier/registres/{register}/imprimer"
    case registerDocument = "/atelier/registres/{register}/document"
    case registerPublic = "/atelier/registres/{register}/public"
    case sheet = "/atelier/registres/{register}/{id}"
    case sheetState = "/atelier/registres/{register}/{id}/etat"
    case sheetComments = "/atelier/registres/{register}/{id}/commentaires"
    case sheetPrint = "/atelier/registres/{register}/{id}/imprimer"
    case sheetDocument = "/atelier/registres/{register}/{id}/document"
    case sheetFile = "/atelier/registres/{register}/{id}/fichiers/{field}"

    /// The path with its variables in braces.
    public var template: String { rawValue }

    /// The route with these values of the variables.
    public func route(_ values: [String]) -> Route? {
      WorkshopRoute(self, values: values).map { .workshop($0) }
    }
  }
}

extension Route {
  /// What needs the person, and what they hold.
  public static let workshopHome = Route.workshop(WorkshopRoute(.home))
  /// The form to sign in.
  public static let signIn = Route.workshop(WorkshopRoute(.signIn))
  /// The form for who forgot a password.
  public static let forgotten = Route.workshop(WorkshopRoute(.forgotten))
  /// Where signing out is sent.
  public static let signOut = Route.workshop(WorkshopRoute(.signOut))
  /// The person's own account.
  public static let account = Route.workshop(WorkshopRoute(.account))
  /// The form of an invitation.
  public static func invitation(_ secret: String) -> Route { .workshop(WorkshopRoute(.invitation, secret)) }
  /// A link that works once.
  public static func oneTimeLink(_ secret: String) -> Route { .workshop(WorkshopRoute(.oneTimeLink, secret)) }
}
