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
    try await send(
      request,
      "receipt",
      subject: "Demande d’accès \(request.id) reçue",
      """
      Votre demande d’accès à « \(desk.datasetTitle(request.dataset)) » est reçue sous le numéro \(request.id).

      Une réponse vous parviendra par courriel. Sans réponse dans le mois, la demande est réputée refusée, et
      vous pouvez saisir la CADA dans les deux mois qui suivent (CRPA, art. R311-12 à R311-15, R343-1).
      """
    )
  }

  func sendGrant(_ request: AccessRequest, _ key: AccessKey) async throws {
    try await send(
      request,
      "grant",
      subject: "Accès accordé : demande \(request.id)",
      """
      L’accès à « \(desk.datasetTitle(request.dataset)) » vous est accordé jusqu’au \
      \(Language.french.date(request.until)) inclus.

      \(origin + Route.guest(key.text).path(.french))

      Ce lien est le vôtre : ne le transmettez pas. Chaque lecture est inscrite au journal.
      \(request.answer.map { $0.isEmpty ? "" : "\nRéponse du service :\n\($0)\n" } ?? "")
      """
    )
  }

  func sendRefusal(_ request: AccessRequest) async throws {
    try await send(
      request,
      "refusal",
      subject: "Demande d’accès \(request.id) : refus",
      """
      Votre demande d’accès à « \(desk.datasetTitle(request.dataset)) » est refusée, pour ces motifs :

      \(request.answer ?? "")

      \(Remedies.text)
      """
    )
  }

  func sendEnd(_ request: AccessRequest, reason: String) async throws {
    try await send(
      request,
      "end",
      subject: "Fin de l’accès : demande \(request.id)",
      """
      Votre accès à « \(desk.datasetTitle(request.dataset)) » est terminé, pour ce motif :

      \(reason)

      \(Remedies.text)
      """
    )
  }

  private func send(_ request: AccessRequest, _ what: String, subject: String, _ text: String) async throws {
    try await desk.accounts.enqueue(
      to: request.email,
      subject: "\(subject) — \(site.name)",
      text: "Bonjour \(request.name),\n\n\(text)\n\n\(site.name)\n",
      dedupeKey: "access:\(request.id):\(what)"
    )
  }
}

/// How a refusal is contested.
enum Remedies {
  static let text = """
    Pour contester cette décision, vous pouvez saisir la Commission d’accès aux documents administratifs (CADA,
    www.cada.fr) dans les deux mois qui suivent ce message ; sa saisine précède tout recours devant le tribunal
    administratif (CRPA, art. L342-1, R311-15 et R343-1).
    """
}
