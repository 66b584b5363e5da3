public import Markup

/// A facet of a search: a question with its possible answers and how many results each has.
public struct FacetGroup: Sendable {
  /// A possible answer.
  public struct Choice: Sendable {
    /// What it is called.
    public let label: String
    /// How many results it has.
    public let count: Int
    /// Whether it is chosen.
    public let isSelected: Bool
    /// The address that chooses it, or no more.
    public let href: String

    /// Makes a choice.
    public init(label: String, count: Int, isSelected: Bool, href: String) {
      self.label = label
      self.count = count
      self.isSelected = isSelected
      self.href = href
    }
  }

  /// The question.
  public let title: String
  /// A name unique on the page, for ids.
  public let key: String
  /// The answers, most frequent first.
  public let choices: [Choice]

  /// Makes a facet.
  public init(key: String, title: String, choices: [Choice]) {
    self.key = key
    self.title = title
    self.choices = choices
  }

  /// How many choices show before « Tout afficher ».
  private static let shown = 6

  /// The facet as a list of links.
  public func view(_ context: PageContext) -> HTML {
    let visible = choices.prefix(Self.shown)
    let rest = choices.dropFirst(Self.shown)
    return section(.class("facet"), .ariaLabelledBy("facette-\(key)")) {
      h3(.id("facette-\(key)")) { title }
      ul { for choice in visible { item(choice, context) } }
      if !rest.isEmpty {
        details(.open(rest.contains(where: \.isSelected))) {
          summary {
            context.say("Afficher les \(rest.count) autres", "Show \(rest.count) more")
            span(.class("unseen")) { context.say(" choix : \(title)", " choices: \(title)") }
          }
          ul { for choice in rest { item(choice, context) } }
        }
      }
    }
  }

  private func item(_ choice: Choice, _ context: PageContext) -> HTML {
    li {
      a(
        .href(choice.href),
        .class(choice.isSelected ? "chosen" : nil),
        .rel("nofollow"),
        .ariaCurrent(choice.isSelected ? "true" : nil)
      ) {
        span { choice.label }
        " "
        span(.class("count")) { context.language.number(choice.count) }
        if choice.isSelected {
          span(.class("unseen")) { context.say(" (choisi : retirer)", " (chosen: remove)") }
        }
      }
    }
  }
}
