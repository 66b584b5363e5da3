/// Puts an event that a record names by itself, « Fin de l’année scolaire », into a French sentence.
enum FrenchNoun {
  private static let feminine: Set<String> = [
    "cessation", "clôture", "cloture", "collecte", "communication", "consultation", "création", "date",
    "demande", "dernière", "destruction", "décision", "délibération", "délivrance", "facturation",
    "fermeture",
    "fin", "livraison", "mise", "mutation", "naissance", "notification", "perte", "publication", "radiation",
    "remise", "restitution", "rupture", "réception", "résiliation", "réponse", "saisie", "signature",
    "sortie",
    "suppression", "transmission", "validation", "vente", "visite",
  ]
  private static let masculine: Set<String> = [
    "contrôle", "dernier", "dépôt", "décès", "départ", "désabonnement", "jour", "jugement", "mandatement",
    "paiement", "premier", "recrutement", "refus", "rejet", "renouvellement", "retour", "retrait", "solde",
    "terme", "traitement", "vote", "versement",
  ]

  /// The event after « à compter »: `de la fin…`, `du départ…`, `de l’inscription…`.
  ///
  /// One that comes with its article keeps it; a word of unknown gender is quoted, with no article.
  static func after(_ event: String) -> String {
    let event = event.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let first = event.prefix { $0.isLetter }.lowercased()
    let isWord = event.dropFirst(first.count).first.map { $0 == " " || $0 == "," } ?? true
    let text = first + event.dropFirst(first.count)
    let rest = event.dropFirst(first.count).drop { $0 == " " }
    guard isWord, !first.isEmpty else {
      return event.hasPrefix("L’") || event.hasPrefix("l’") ? "de l’\(event.dropFirst(2))" : "de « \(event) »"
    }
    switch first {
    case "la": return "de \(text)"
    case "le": return "du \(rest)"
    case "les": return "des \(rest)"
    default: break
    }
    if feminine.contains(first) { return "de la \(text)" }
    if masculine.contains(first) { return "du \(text)" }
    let opening = first.first.map { String($0).folding }
    return opening.map { "aeiou".contains($0) } ?? false ? "de l’\(text)" : "de « \(event) »"
  }
}

extension String {
  /// A letter without its accent.
  fileprivate var folding: Character {
    switch self {
    case "à", "â", "ä": "a"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï": "i"
    case "ô", "ö": "o"
    case "ù", "û", "ü": "u"
    default: first ?? " "
    }
  }
}
