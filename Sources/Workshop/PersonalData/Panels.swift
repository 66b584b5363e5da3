import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Whether an impact assessment is due, and why.
struct NeedPanel {
  let need: DPIANeed

  init(_ need: DPIANeed) { self.need = need }

  func view(_ context: PageContext) -> HTML {
    let tone: Tone =
      switch need.verdict {
      case .required: .poor
      case .unknown: .fair
      case .notRequired, .exempt: .good
      }
    return notice(tone, title: context.say(need.verdict.label)) {
      ul {
        for reason in need.reasons {
          li {
            context.say(reason.text)
            " "
            small { context.say("(\(reason.article))", "(\(reason.article))") }
          }
        }
      }
    }
  }
}

/// The clock of a breach.
struct BreachPanel {
  let breach: Breach
  let now: Moment

  init(_ breach: Breach, _ now: Moment) {
    self.breach = breach
    self.now = now
  }

  func view(_ context: PageContext) -> HTML {
    .fragment([exercise(context), clock(context)])
  }

  @HTMLBuilder private func exercise(_ context: PageContext) -> HTML {
    if breach.isExercise == true {
      notice(.neutral, title: context.say("Ceci est un exercice", "This is an exercise")) {
        p { context.say("Rien n’est à envoyer, ni à la CNIL ni aux personnes.", "Nothing is to be sent.") }
      }
    }
  }

  private func clock(_ context: PageContext) -> HTML {
    guard let clock = breach.clock else {
      return notice(.fair, title: context.say("L’horloge ne tourne pas encore", "The clock does not run yet"))
      {
        p {
          context.say(
            "Notez le moment où vous êtes raisonnablement certain que des données sont touchées.",
            "Note when you are reasonably certain that data is affected."
          )
        }
      }
    }
    let hours = clock.hours(at: now)
    let deadline = context.language.dateTime(clock.deadline.text)
    let alerts = breach.alerts(at: now)
    return notice(tone(clock, alerts), title: title(clock, hours, context)) {
      tag(
        "progress",
        Attribute("max", 72),
        .value(String(min(hours, 72))),
        .ariaLabel(context.say("Heures passées sur 72", "Hours passed of 72"))
      ) {}
      p { context.say("État : \(breach.state.label.fr).", "State: \(breach.state.label.en).") }
      if let last = alerts.last { p { strong { context.say(last.threshold.text) } } }
      if breach.notifiedAt == nil, breach.risk != BreachRisk.none {
        p {
          context.say(
            "Dernier moment pour notifier : \(deadline). Ni le week-end ni un jour férié ne le repoussent.",
            "Last moment to notify: \(deadline). Neither a week-end nor a holiday puts it off."
          )
        }
      }
    }
  }

  private func title(_ clock: BreachClock, _ hours: Int, _ context: PageContext) -> String {
    if breach.notifiedAt != nil {
      return context.say("Notifiée en \(hours) heures", "Notified in \(hours) hours")
    }
    if breach.risk == BreachRisk.none {
      return context.say("Sans risque : rien à notifier", "No risk: nothing to notify")
    }
    return clock.isLate(at: now)
      ? context.say(
        "\(hours) heures ont passé : c’est trop tard de \(hours - 72) h",
        "\(hours) hours: late by \(hours - 72) h"
      )
      : context.say("\(hours) heures sur 72", "\(hours) of 72 hours")
  }

  private func tone(_ clock: BreachClock, _ alerts: [BreachAlert]) -> Tone {
    if breach.notifiedAt != nil { return clock.isLate(at: now) ? .fair : .good }
    if breach.risk == BreachRisk.none { return .good }
    return (alerts.last?.threshold.rawValue ?? 0) >= 48 ? .poor : .fair
  }
}

/// The deadline of a request, and whether its right holds.
struct RequestPanel {
  let request: SubjectRequest
  let place: SheetPlace

  init(_ request: SubjectRequest, _ place: SheetPlace) {
    self.request = request
    self.place = place
  }

  func view(_ context: PageContext) -> HTML {
    let now = place.desk.platform.now
    guard let deadline = request.deadline(at: now) else {
      return notice(.fair, title: context.say("Le jour de réception manque", "The day of receipt is missing"))
    }
    let alerts = request.alerts(at: now)
    let day = context.language.date(deadline.last.day)
    let title =
      request.answeredAt != nil
      ? context.say("Réponse envoyée", "Answer sent")
      : deadline.isSuspended
        ? context.say(
          "Délai suspendu : la preuve d’identité est attendue",
          "Time stands still: proof is awaited"
        )
        : context.say("À répondre avant le \(day)", "To be answered by \(day)")
    let tone: Tone =
      request.answeredAt != nil
      ? .good : alerts.isEmpty ? .neutral : alerts.last?.threshold == .over ? .poor : .fair
    return notice(tone, title: title) {
      if let alert = alerts.last { p { strong { context.say(alert.threshold.text) } } }
      if deadline.hasLateExtension {
        p {
          context.say(
            "La prolongation a été annoncée après le premier mois : elle ne vaut rien.",
            "The extension was announced after the first month: it gives nothing."
          )
        }
      }
      ul {
        for line in standings(context) { li { line } }
      }
    }
  }

  /// What the legal basis of each activity makes of the right.
  private func standings(_ context: PageContext) -> [String] {
    guard let right = request.right else { return [] }
    return request.activities.compactMap { place.desk.snapshot.record(ProcessingActivity.self, $0) }
      .compactMap { activity in
        guard let basis = activity.legalBasis else { return nil }
        let standing = right.standing(against: basis)
        let end =
          standing.applies
          ? context.say("le droit s’applique", "the right holds")
          : context.say(standing.reason) + " (\(standing.article))"
        return context.say("\(activity.title) : \(end)", "\(activity.title): \(end)")
      }
  }
}
