public import Accounts
import Messages
public import Outgoing
public import Register

/// Sends what waits in the outbox; what cannot leave is tried again later, with its reason in view.
public struct Outbox: Sendable {
  private let accounts: AccountStore
  private let sender: MailSender
  private let from: MailAddress
  private let clock: @Sendable () -> Moment

  /// Sends the mail of accounts from an address.
  public init(
    accounts: AccountStore,
    sender: MailSender,
    from: MailAddress,
    clock: @escaping @Sendable () -> Moment
  ) {
    self.accounts = accounts
    self.sender = sender
    self.from = from
    self.clock = clock
  }

  /// Sends what is due now.
  public func deliver() async throws {
    for mail in try await accounts.dueMail() {
      try Task.checkCancellation()
      try await send(mail)
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
        at: Double(clock().milliseconds) / 1000,
        id: "\(mail.id).\(mail.madeAt.milliseconds)"
      )
      try await sender.send(bytes, from: from, to: to)
      try await accounts.mailWasSent(mail.id)
    } catch let refusal as MailSender.Refusal {
      try await accounts.mailFailed(mail.id, reason: refusal.reason, isFinal: refusal.isFinal)
    } catch let failure as Failure where failure.code.hasPrefix("mail.") {
      try await accounts.mailFailed(mail.id, reason: failure.message.en, isFinal: true)
    }
  }
}
