import Accounts
import Governance
import Messages
import Register
import Web

/// The letters about access.
///
/// Names and purposes come from outside: they stand in the text only, where a line end is no harm,
/// never in a header.
struct AccessLetters: Sendable {
  private let site: Site
  private let origin: String
  private let desk: Desk

  init(_ context: PageContext, _ desk: Desk) {
    site = context.site
    origin = context.origin
    self.desk = desk
  }

  func sendReceipt(_ request: AccessRequest) async throws {
    let title = desk.datasetTitle(request.dataset)
    try await send(
      request,
      "receipt",
      subject: Bilingual(
        fr: "Demande d’accès \(request.id) reçue",
        en: "Request for access \(request.id) received"
      ),
      Bilingual(
        fr: """
          Votre demande d’accès à « \(title) » est reçue sous le numéro \(request.id).

          Une réponse vous parviendra par courriel. Sans réponse dans le mois, la demande est réputée refusée, et
          vous pouvez saisir la CADA dans les deux mois qui suivent (CRPA, art. R311-12 à R311-15, R343-1).
          """,
        en: """
          Your request for access to “\(title)” is received under the number \(request.id).

          An answer will come by e-mail. Without one within a month, the request counts as refused, and you may turn
          to the CADA, the commission on access to administrative documents, within the two months that follow
          (CRPA, the French code of relations between the public and the administration, art. R311-12 to R311-15,
          R343-1).
          """
      )
    )
  }

  func sendGrant(_ request: AccessRequest, _ key: AccessKey) async throws {
    let (title, language) = (desk.datasetTitle(request.dataset), request.letterLanguage)
    let link = origin + Route.guest(key.text).path(language)
    let answer = request.answer.flatMap { $0.isEmpty ? nil : $0 }
    try await send(
      request,
      "grant",
      subject: Bilingual(
        fr: "Accès accordé : demande \(request.id)",
        en: "Access granted: request \(request.id)"
      ),
      Bilingual(
        fr: """
          L’accès à « \(title) » vous est accordé jusqu’au \(language.date(request.until)) inclus.

          \(link)

          Ce lien est le vôtre : ne le transmettez pas. Chaque lecture est inscrite au journal.
          \(answer.map { "\nRéponse du service :\n\($0)\n" } ?? "")
          """,
        en: """
          You are given access to “\(title)” until \(language.date(request.until)), that day included.

          \(link)

          This link is yours: do not pass it on. Each reading is written in the journal.
          \(answer.map { "\nAnswer of the service:\n\($0)\n" } ?? "")
          """
      )
    )
  }

  func sendRefusal(_ request: AccessRequest) async throws {
    let (title, answer) = (desk.datasetTitle(request.dataset), request.answer ?? "")
    try await send(
      request,
      "refusal",
      subject: Bilingual(
        fr: "Demande d’accès \(request.id) : refus",
        en: "Request for access \(request.id): refused"
      ),
      Bilingual(
        fr: """
          Votre demande d’accès à « \(title) » est refusée, pour ces motifs :

          \(answer)

          \(Remedies.text.fr)
          """,
        en: """
          Your request for access to “\(title)” is refused, for these reasons:

          \(answer)

          \(Remedies.text.en)
          """
      )
    )
  }

  func sendEnd(_ request: AccessRequest, reason: String) async throws {
    let title = desk.datasetTitle(request.dataset)
    try await send(
      request,
      "end",
      subject: Bilingual(
        fr: "Fin de l’accès : demande \(request.id)",
        en: "End of access: request \(request.id)"
      ),
      Bilingual(
        fr: """
          Votre accès à « \(title) » est terminé, pour ce motif :

          \(reason)

          \(Remedies.text.fr)
          """,
        en: """
          Your access to “\(title)” is ended, for this reason:

          \(reason)

          \(Remedies.text.en)
          """
      )
    )
  }

  private func send(
    _ request: AccessRequest,
    _ what: String,
    subject: Bilingual,
    _ text: Bilingual
  ) async throws {
    let language = request.letterLanguage
    let greeting = language == .french ? "Bonjour \(request.name)," : "Hello \(request.name),"
    try await desk.accounts.enqueue(
      to: request.email,
      subject: "\(subject[language]) — \(site.name)",
      text: "\(greeting)\n\n\(text[language])\n\n\(site.name)\n",
      dedupeKey: "access:\(request.id):\(what)"
    )
  }
}

extension AccessRequest {
  /// The language that whoever asked is answered in: the one of the page they asked on.
  var letterLanguage: Language { language == "en" ? .english : .french }
}

/// How a refusal is contested.
enum Remedies {
  static let text = Bilingual(
    fr: """
      Pour contester cette décision, vous pouvez saisir la Commission d’accès aux documents administratifs (CADA,
      www.cada.fr) dans les deux mois qui suivent ce message ; sa saisine précède tout recours devant le tribunal
      administratif (CRPA, art. L342-1, R311-15 et R343-1).
      """,
    en: """
      To contest this decision, you may turn to the CADA, the commission on access to administrative documents
      (www.cada.fr), within the two months that follow this message; this comes before any appeal to the
      administrative court (CRPA, the French code of relations between the public and the administration,
      art. L342-1, R311-15 and R343-1).
      """
  )
}
