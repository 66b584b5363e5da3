public import Markup

/// How a state should be read at a glance; its words are always written beside.
public enum Tone: String, Sendable, Hashable {
  case good, fair, poor, neutral
}

/// A short state in words: « À jour », « En retard ».
public func badge(_ text: String, _ tone: Tone = .neutral) -> HTML {
  span(.class("badge \(tone.rawValue)")) { text }
}

/// A few figures that sum something up.
public func keyFigures(_ figures: [(value: String, label: String)], label: String) -> HTML {
  dl(.class("figures"), .ariaLabel(label)) {
    for figure in figures {
      div {
        dt { figure.label }
        dd { figure.value }
      }
    }
  }
}

/// Terms and what is said of each, in a column; empty ones are left out.
public func facts(_ pairs: [(term: String, description: HTML)]) -> HTML {
  dl(.class("facts")) {
    for pair in pairs where !pair.description.isEmpty {
      div {
        dt { pair.term }
        dd { pair.description }
      }
    }
  }
}

/// Something to know before reading on.
public func notice(_ tone: Tone = .neutral, title: String, @HTMLBuilder content: () -> HTML = { .empty })
  -> HTML
{
  div(.class("notice \(tone.rawValue)"), .role("note")) {
    p(.class("notice-title")) { title }
    content()
  }
}

/// What stands where there is nothing to show, and what to do then.
public func emptyState(_ title: String, @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  div(.class("empty")) {
    p(.class("notice-title")) { title }
    content()
  }
}

/// A day as a time element, written in full.
public func day(_ iso: String, _ context: PageContext) -> HTML {
  tag("time", .datetime(String(iso.prefix(10)))) { context.language.date(iso) }
}

/// A time as a time element.
public func moment(_ iso: String, _ context: PageContext) -> HTML {
  tag("time", .datetime(iso)) { context.language.dateTime(iso) }
}

/// Lines of code to paste, with a button that copies them where scripts run.
public func codeSample(_ text: String, language: String, label: String) -> HTML {
  figure(.class("code")) {
    figcaption { label }
    pre(.tabindex(0), .role("region"), .ariaLabel(label), Attribute("data-copy", "")) {
      code(.class("lang-\(language)")) { text }
    }
  }
}

/// A verdict of a rule or criterion with its reason.
public struct VerdictLine: Sendable {
  /// How it should be read.
  public let tone: Tone
  /// The verdict in a word or two.
  public let verdict: String
  /// What was examined.
  public let title: String
  /// Why, and what would change it.
  public let reason: String

  /// Makes a line.
  public init(_ tone: Tone, verdict: String, title: String, reason: String) {
    self.tone = tone
    self.verdict = verdict
    self.title = title
    self.reason = reason
  }
}

/// Verdicts in a list.
public func verdictList(_ lines: [VerdictLine]) -> HTML {
  ul(.class("verdicts")) {
    for line in lines {
      li {
        badge(line.verdict, line.tone)
        div {
          strong { line.title }
          if !line.reason.isEmpty { span(.class("reason")) { line.reason } }
        }
      }
    }
  }
}
