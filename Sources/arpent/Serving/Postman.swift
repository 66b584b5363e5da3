import Accounts
import Foundation
import Logging
import Outgoing
import Register

/// Sends what waits in the outbox; what cannot leave is tried again later, with its reason in view.
struct Postman: Sendable {
  let accounts: AccountStore
  let sender: MailSender
  let from: MailAddress
  let logger: Logger

  /// Works until the task is cancelled.
  func work() async {
    while !Task.isCancelled {
      do {
        for mail in try await accounts.dueMail() { try await send(mail) }
        try await Task.sleep(for: .seconds(3))
      } catch is CancellationError {
        return
      } catch {
        logger.error("outbox", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: .seconds(30))
      }
    }
  }

  private func send(_ mail: OutgoingMail) async throws {
    do {
      let to = try MailAddress(mail.recipient)
      let message = MailMessage(
        from: from,
        to: to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        unsubscribe: mail.unsubscribe
      )
      let bytes = try message.bytes(
        at: Date().timeIntervalSince1970,
        id: "\(mail.id).\(mail.madeAt.milliseconds)"
      )
      try await sender.send(bytes, from: from, to: to)
      try await accounts.mailWasSent(mail.id)
    } catch let refusal as MailSender.Refusal {
      logger.warning("mail refused", metadata: ["id": "\(mail.id)", "reason": "\(refusal.reason)"])
      try await accounts.mailFailed(mail.id, reason: refusal.reason, isFinal: refusal.isFinal)
    } catch let error where !(error is CancellationError) {
      try await accounts.mailFailed(mail.id, reason: "the address or a header is not valid", isFinal: true)
    }
  }
}
