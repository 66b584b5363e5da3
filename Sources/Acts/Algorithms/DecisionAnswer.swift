public import Governance
public import Messages
public import RuleLanguage

/// The answer due to a person who asks how a decision was computed (CRPA, article R311-3-1-2).
public struct DecisionAnswer: Sendable {
  /// The algorithm.
  public let algorithm: Algorithm
  /// The version that decided.
  public let version: AlgorithmRule
  /// The decision kept.
  public let decision: AlgorithmDecision
  /// The results with how they were reached.
  public let evaluation: Evaluation
  /// The four points of the article, for this case.
  public let explanation: RuleExplanation

  init(
    algorithm: Algorithm,
    version: AlgorithmRule,
    rule: CheckedRule,
    decision: AlgorithmDecision,
    evaluation: Evaluation
  ) {
    self.algorithm = algorithm
    self.version = version
    self.decision = decision
    self.evaluation = evaluation
    explanation = RuleExplanation(evaluation, of: rule, contribution: algorithm.contribution)
  }

  /// Whether what is computed again is what was decided.
  public var agrees: Bool {
    evaluation.results.allSatisfy { decision.results[$0.name] == $0.value.text }
  }

  /// The answer in parts: a title and its sentences.
  public var parts: [(title: Bilingual, sentences: [Bilingual])] {
    var contribution = explanation.contribution
    if let role = algorithm.role, !role.isEmpty { contribution.append(Bilingual(fr: role, en: role)) }
    return [
      (Bilingual(fr: "Le résultat", en: "The outcome"), explanation.outcome),
      (
        Bilingual(
          fr: "La part du traitement dans la décision",
          en: "The part of the processing in the decision"
        ), contribution
      ),
      (
        Bilingual(fr: "Les données traitées et leurs sources", en: "The data processed and their sources"),
        explanation.data
      ),
      (
        Bilingual(
          fr: "Les paramètres et leur pondération, appliqués à votre situation",
          en: "The parameters and their weighting, applied to your case"
        ), explanation.parameters
      ),
      (Bilingual(fr: "Les opérations effectuées", en: "The operations carried out"), explanation.operations),
    ]
  }
}

extension Algorithm {
  /// How far decisions rest on the processing.
  public var contribution: RuleExplanation.Contribution {
    switch automation {
    case .automatic: .automatic
    case .assistance: .assistance
    case nil: .unknown
    }
  }
}

/// The mention that decisions must carry, ready to print (CRPA, articles L311-3-1 and R311-3-1-1).
public struct AlgorithmMention: Sendable, Equatable {
  /// The text, where nothing is missing.
  public let text: Bilingual?
  /// What is missing to write it.
  public let missing: [Bilingual]

  /// Writes the mention of an algorithm.
  ///
  /// - Parameters:
  ///   - authority: The name of the administration that decides.
  ///   - address: Where the rules are published: of the record, else of Arpent's public register.
  public init(_ algorithm: Algorithm, authority: String, address: String?) {
    var missing: [Bilingual] = []
    let purpose = (algorithm.purpose ?? "").trimmingBlanks
    let contact = (algorithm.answerContact ?? "").trimmingBlanks
    if purpose.isEmpty { missing.append(Bilingual(fr: "la finalité", en: "the purpose")) }
    if contact.isEmpty {
      missing.append(Bilingual(fr: "à qui s’adresser", en: "whom to ask"))
    }
    self.missing = missing
    text = missing.isEmpty ? Self.text(algorithm, purpose, contact, authority, address) : nil
  }

  private static func text(
    _ algorithm: Algorithm,
    _ purpose: String,
    _ contact: String,
    _ authority: String,
    _ address: String?
  ) -> Bilingual {
    let isAutomatic = algorithm.automation == .automatic
    let goal = purpose.last == "." ? String(purpose.dropLast()) : purpose
    let published = address.map {
      Bilingual(fr: " Ses règles sont publiées à l’adresse \($0).", en: " Its rules are published at \($0).")
    }
    let french =
      "Cette décision a été prise par \(authority) "
      + (isAutomatic
        ? "sur le seul fondement d’un traitement algorithmique" : "à l’aide d’un traitement algorithmique")
      + ", qui sert à \(goal).\(published?.fr ?? "") Vous avez le droit d’obtenir communication des règles qui le "
      + "définissent et des principales caractéristiques de sa mise en œuvre dans votre cas (articles L. 311-3-1, "
      + "R. 311-3-1-1 et R. 311-3-1-2 du code des relations entre le public et l’administration). Adressez votre "
      + "demande à : \(contact). Sans réponse dans un délai d’un mois, vous avez deux mois pour saisir la Commission "
      + "d’accès aux documents administratifs (www.cada.fr)."
    let english =
      "This decision was taken by \(authority) "
      + (isAutomatic
        ? "solely on the ground of an algorithmic processing" : "with the help of an algorithmic processing")
      + " (\(goal)).\(published?.en ?? "") You have the right to be told the rules that define it and the main features "
      + "of its application to your case (articles L. 311-3-1, R. 311-3-1-1 and R. 311-3-1-2 of the code of relations "
      + "between the public and the administration). Write to: \(contact). Without an answer within a month, you have "
      + "two months to refer to the Commission on access to administrative documents (www.cada.fr)."
    return Bilingual(fr: french, en: english)
  }
}
