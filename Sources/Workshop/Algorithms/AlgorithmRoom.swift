import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// Reads algorithms for someone.
struct AlgorithmRoom: Sendable {
  let room: RegisterRoom

  var desk: Desk { room.desk }
  var snapshot: Snapshot { room.snapshot }

  /// The algorithm of the address with who looks at it.
  func place(_ context: PageContext, _ signedIn: SignedIn) throws -> AlgorithmPlace {
    let id = context.value("id") ?? ""
    let sheet = try room.place(.algorithm, id, signedIn)
    guard let algorithm = snapshot.record(Algorithm.self, id) else { throw RegisterFailure.unknown }
    return AlgorithmPlace(sheet: sheet, algorithm: algorithm, versions: snapshot.rules(of: id))
  }

  /// The mention of an algorithm, to print.
  func mention(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try place(context, signedIn)
    let authority = desk.organizationNames[place.algorithm.organization] ?? place.algorithm.organization
    let mention = AlgorithmMention(
      place.algorithm,
      authority: authority,
      address: place.publicAddress(context)
    )
    return MentionPage(place: place, mention: mention).page(context)
  }
}

/// An algorithm with the versions of its rule and who looks at it.
struct AlgorithmPlace: Sendable {
  let sheet: SheetPlace
  let algorithm: Algorithm
  /// The versions, the latest first.
  let versions: [AlgorithmRule]

  var draft: AlgorithmRule? { versions.first { $0.state == .draft } }
  var inForce: AlgorithmRule? { versions.first { $0.state == .inForce } }
  var mayWrite: Bool { (sheet.sight.mayWrite || sheet.sight.mayDecide) && algorithm.keeping.status != .ended }
  var mayDecide: Bool { sheet.sight.mayDecide && algorithm.keeping.status != .ended }

  /// Where the rules are published: the record's own address, else the public page, where it is shown.
  func publicAddress(_ context: PageContext) -> String? {
    if let address = algorithm.rulesAddress, !address.isEmpty { return address }
    guard sheet.register.isShown(algorithm.keeping), let origin = context.site.publicURL else { return nil }
    let route: Route =
      inForce == nil
      ? .publicSheet(RegisterKind.algorithm.slug, algorithm.id) : .publicRule(algorithm.id)
    return origin + route.path(.french)
  }

  /// The steps to a page about the algorithm.
  func crumbs(_ title: String, _ context: PageContext) -> [Page.Crumb] {
    context.registerSteps(
      of: .algorithm,
      Page.Crumb(algorithm.title, context.link(sheet.route)),
      Page.Crumb(title)
    )
  }
}

/// The mention that decisions must carry, ready to copy and to print.
struct MentionPage {
  let place: AlgorithmPlace
  let mention: AlgorithmMention

  func page(_ context: PageContext) -> Page {
    let title = context.say("Mention à imprimer", "Mention to print")
    return Page(
      title: "\(title) · \(place.algorithm.title)",
      breadcrumbs: place.crumbs(title, context),
      workshop: .registers,
      scripts: [.copy]
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Elle figure sur les documents qui notifient chaque décision, et en ligne (CRPA, art. L311-3-1 et "
            + "R311-3-1-1).",
          "It stands on the documents that notify each decision, and online (CRPA, art. L311-3-1 and R311-3-1-1)."
        )
      }
      if let text = mention.text {
        codeSample(
          context.say(text),
          language: "text",
          label: context.say("Texte de la mention", "Text of the mention")
        )
        if place.publicAddress(context) == nil {
          notice(
            .fair,
            title: context.say("Les règles ne sont pas encore publiées", "The rules are not published yet")
          ) {
            p {
              context.say(
                "Quand le registre public les montrera, la mention en donnera l’adresse.",
                "Once the public register shows them, the mention will give the address."
              )
            }
          }
        }
      } else {
        notice(
          .poor,
          title: context.say("La mention ne peut pas encore être écrite", "The mention cannot be written yet")
        ) {
          p {
            context.say("Il manque : ", "Missing: ")
              + mention.missing.map { context.say($0) }.joined(separator: ", ") + "."
          }
          p {
            a(.href(context.link(place.sheet.route))) {
              context.say("Compléter la fiche", "Complete the record")
            }
          }
        }
      }
    }
  }
}
