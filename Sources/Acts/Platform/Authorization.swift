import Messages
import Register

/// Who may do what. Everything is refused but what is granted.
enum Authorization {
  /// Refuses an act the actor has no right to.
  static func check(_ permission: Permission, of actor: Actor, in snapshot: Snapshot) throws {
    // The platform itself, and whoever has the machine's files in hand, may do everything.
    if actor == .system || actor == .command { return }
    throw Failure(
      "access.forbidden",
      .forbidden,
      fr: "Vous n’avez pas le droit de faire cela.",
      en: "You are not allowed to do this.",
      remedy: Bilingual(
        fr: "Demandez ce droit à l’administrateur de la plateforme.",
        en: "Ask the platform’s administrator for this right."
      )
    )
  }
}
