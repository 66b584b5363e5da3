public import Messages

/// How a request came.
public enum RequestChannel: String, ChoiceValue {
  case form, email, post, desk

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .form: Bilingual(fr: "Formulaire du site", en: "Form on the site")
    case .email: Bilingual(fr: "Courriel", en: "E-mail")
    case .post: Bilingual(fr: "Courrier", en: "Post")
    case .desk: Bilingual(fr: "Guichet", en: "Desk")
    }
  }
}

/// Whether it is known that who asks is the person.
public enum IdentityStanding: String, ChoiceValue {
  case known, verified, doubtful

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .known: Bilingual(fr: "Aucun doute", en: "No doubt")
    case .verified: Bilingual(fr: "Vérifiée", en: "Verified")
    case .doubtful: Bilingual(fr: "Doute raisonnable", en: "Reasonable doubt")
    }
  }
}

/// What is decided of a request.
public enum RequestDecision: String, ChoiceValue {
  case granted, partly, refused, unfounded

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .granted: Bilingual(fr: "Accordée", en: "Granted")
    case .partly: Bilingual(fr: "Accordée en partie", en: "Granted in part")
    case .refused: Bilingual(fr: "Refusée", en: "Refused")
    case .unfounded:
      Bilingual(
        fr: "Manifestement infondée ou excessive (art. 12(5))",
        en: "Manifestly unfounded or excessive (art. 12(5))"
      )
    }
  }
}

/// What a service has to bring to the answer.
public struct RequestPart: Codable, Sendable, Equatable {
  /// The service.
  public var service: String?
  /// What is asked of it.
  public var asked: String?
  /// When, ISO 8601.
  public var askedOn: String?
  /// By when, ISO 8601.
  public var dueOn: String?
  /// When it came, ISO 8601.
  public var receivedOn: String?
  /// What it says.
  public var content: String?

  /// Asks a service.
  public init(
    service: String? = nil,
    asked: String? = nil,
    askedOn: String? = nil,
    dueOn: String? = nil,
    receivedOn: String? = nil,
    content: String? = nil
  ) {
    self.service = service
    self.asked = asked
    self.askedOn = askedOn
    self.dueOn = dueOn
    self.receivedOn = receivedOn
    self.content = content
  }
}

/// Where a request is.
public enum RequestState: String, ChoiceValue {
  case toDo = "to-do"
  case awaitingIdentity = "awaiting-identity"
  case awaitingServices = "awaiting-services"
  case toAnswer = "to-answer"
  case answered
  case refused

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .toDo: Bilingual(fr: "à traiter", en: "to be dealt with")
    case .awaitingIdentity:
      Bilingual(fr: "attend la confirmation de l’identité", en: "awaits proof of identity")
    case .awaitingServices: Bilingual(fr: "attend la réponse d’un service", en: "awaits a service’s answer")
    case .toAnswer: Bilingual(fr: "réponse à envoyer", en: "answer to be sent")
    case .answered: Bilingual(fr: "traitée", en: "answered")
    case .refused: Bilingual(fr: "refusée", en: "refused")
    }
  }
}
