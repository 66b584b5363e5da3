import Acts
import Catalogue
import Foundation
import Governance
import Markup
import Messages
import PlainText
import Register
import Web

/// What a list proposes to choose from: as many as it holds, and whether there are more.
struct Proposals: Sendable {
  typealias Option = (value: String, label: String)

  let options: [Option]
  /// Whether there are more than are proposed: what is looked for is then typed.
  let isCut: Bool

  /// Beyond this many, a list is searched as one types.
  static let most = 200

  /// Takes the first ones of two lists that are already in order, each followed as far as it is needed.
  ///
  /// - Parameters:
  ///   - first: those that come before the others.
  ///   - others: the others.
  ///   - most: how many are proposed.
  init(_ first: some Sequence<Option>, then others: some Sequence<Option>, most: Int = Proposals.most) {
    var taken = Array(first.prefix(most + 1))
    if taken.count <= most { taken += others.prefix(most + 1 - taken.count) }
    options = Array(taken.prefix(most))
    isCut = taken.count > most
  }

  /// Takes the first ones of some options that hold each word, by label.
  init(_ options: [Option], holding words: RegisterWords, most: Int = Proposals.most) {
    let found = options.map { ($0, Folding.fold($0.label)) }
      .filter { words.areIn(folded: $0.1) }
      .sorted { ($0.1, $0.0.value) < ($1.1, $1.0.value) }
    self.init(found.map(\.0), then: [], most: most)
  }

  // MARK: What stands for an option

  /// What separates the name from the id in a list that is searched.
  private static let mark = " ⋅ "

  /// What stands for an option in a list that is searched.
  static func text(_ option: Option) -> String { option.label + mark + option.value }

  /// The id of what was chosen, from a list or by a search.
  static func id(in text: String) -> String {
    text.range(of: mark, options: .backwards).map { String(text[$0.upperBound...]) } ?? text
  }

  // MARK: In a page

  /// What is said beside a list that does not propose all.
  static func hint(_ context: PageContext) -> String {
    let most = context.language.digits(most)
    return context.say(
      "La liste propose les \(most) premiers : tapez quelques mots pour en chercher un autre, ou son titre exact, "
        + "ou son identifiant.",
      "The list proposes the first \(most): type some words to look for another one, or its exact title, or its "
        + "id."
    )
  }

  /// A field that names one: a list where it holds all, or else a text with a list that is searched.
  @HTMLBuilder func field(
    _ name: String,
    _ label: String,
    help: String? = nil,
    blank: String? = nil,
    isRequired: Bool = false,
    source: String,
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    if isCut {
      fields.text(
        name,
        label,
        help: [help, Self.hint(context)].compactMap(\.self).joined(separator: " "),
        isRequired: isRequired,
        list: name + "-liste"
      )
      list(name + "-liste", source: source)
    } else {
      fields.select(name, label, options, help: help, blank: blank, isRequired: isRequired)
    }
  }

  /// The list that a field of text names; `source` is where scripts ask for what is typed.
  func list(_ id: String, source: String) -> HTML {
    tag("datalist", .id(id), Attribute("data-source", source)) {
      for one in options {
        option(.value(Self.text(one)), Attribute("data-id", one.value)) { one.label }
      }
    }
  }
}
