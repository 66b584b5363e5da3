import HTTPTypes
import Messages

extension Operation {
  /// Deliveries that contracts call for, handed over by the other party's machine.
  static let deliveries: [Operation] = [
    writing(
      "sendDelivery",
      .deposits,
      .post,
      "/deliveries/{id}",
      fr: (
        "Remettre une livraison",
        "Les octets du fichier, en une fois, ou un document JSON qui nomme un envoi terminé. Il est lu, vérifié "
          + "d’après le contrat de données, accepté ou refusé avec ses défauts\u{A0}; le retard et la pénalité sont comptés."
      ),
      en: (
        "Hand a delivery over",
        "The file’s bytes, in one go, or a JSON document that names a finished upload. It is read, checked by the "
          + "data contract, accepted or refused with its defects; lateness and penalty are counted."
      ),
      parameters: [.deliveryID, .fileName, .fileDigest],
      body: .bytes(orSchema: "UploadReference"),
      answer: .created(schema: "Delivery"),
      refusals: [409, 422]
    ) { try await $0.sendDelivery() }
  ]
}

extension Parameter {
  fileprivate static let deliveryID = Parameter(
    path: "id",
    fr: "Identifiant de la livraison attendue.",
    en: "The expected delivery’s identifier.",
    example: "f-0123456789abcdef01"
  )
}
