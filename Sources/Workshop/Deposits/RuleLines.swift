import Acts
import Markup
import Messages
import Register
import Web

/// What the rules of publication say, each with its article, its evidence and the way to mend it.
struct RuleLines {
  let assessments: [Assessment]
  /// The page where a rule is mended, by its id; `nil` where nothing can be done here.
  let remedy: (String) -> (href: String, label: Bilingual)?

  func view(_ context: PageContext) -> HTML {
    let open = assessments.filter { $0.remedy != nil }.sorted { Self.rank($0) < Self.rank($1) }
    let met = assessments.filter { $0.remedy == nil }
    return fragment {
      if !open.isEmpty { list(open, context) }
      if !met.isEmpty {
        details(.open(open.isEmpty)) {
          summary {
            context.language.count(
              met.count,
              fr: ("règle tenue ou sans objet", "règles tenues ou sans objet"),
              en: ("rule met or not applicable", "rules met or not applicable")
            )
          }
          list(met, context)
        }
      }
    }
  }

  /// What refuses first, then what is unknown and would refuse, then the rest.
  private static func rank(_ assessment: Assessment) -> Int {
    (assessment.verdict == .nonCompliant ? 0 : 1) + (assessment.mode == .blocking ? 0 : 2)
  }

  private func list(_ lines: [Assessment], _ context: PageContext) -> HTML {
    ul(.class("verdicts rules")) {
      for line in lines {
        li {
          badge(context.say(line.verdict.label), line.verdict.tone)
          div {
            strong { context.say(line.title) }
            if line.blocks {
              span(.class("blocks")) { context.say("empêche de publier", "prevents publication") }
            }
            p(.class("reason")) {
              context.say(line.evidence) + " (\(line.article))"
            }
            if let text = line.remedy {
              p {
                context.say(text) + " "
                if let remedy = remedy(line.rule) {
                  a(.href(remedy.href)) {
                    context.say(remedy.label)
                    span(.class("unseen")) { " : " + context.say(line.title) }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension Verdict {
  var tone: Tone {
    switch self {
    case .compliant: .good
    case .nonCompliant: .poor
    case .unknown, .waived: .fair
    case .notApplicable: .neutral
    }
  }
}

/// Which field of the description mends which rule.
enum RuleRemedies {
  static let fields: [String: String] = [
    "publication.title": "titre", "publication.responsible": "organisation",
    "publication.responsible-person": "responsable", "publication.licence": "licence",
    "publication.secret": "secret", "publication.third-party": "tiers", "publication.withholding": "motif",
    "publication.description": "description", "publication.contact": "contact-nom",
    "publication.rhythm": "frequence", "publication.schema": "schema",
  ]

  static let mend = Bilingual(fr: "Corriger", en: "Mend it")
  static let see = Bilingual(fr: "Voir le fichier", en: "See the file")
}
