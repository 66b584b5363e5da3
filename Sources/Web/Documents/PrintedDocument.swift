public import Markup
public import Messages

/// A document to be printed, sent or filed: the same content as a page and as an OpenDocument text.
public struct PrintedDocument: Sendable, Equatable {
  /// A part of a document.
  public enum Block: Sendable, Equatable {
    /// A heading: 1 for parts, 2 and 3 below.
    case heading(Int, String)
    /// A paragraph; line ends stay.
    case paragraph(String)
    /// Items.
    case list([String])
    /// Terms and what is said of each.
    case facts([Fact])
    /// A table with the names of its columns.
    case table([String], rows: [[String]])
  }

  /// A term and what is said of it.
  public struct Fact: Sendable, Equatable {
    /// The term.
    public let term: String
    /// What is said of it.
    public let text: String

    /// Pairs a term with a text.
    public init(_ term: String, _ text: String) {
      self.term = term
      self.text = text
    }
  }

  /// The title.
  public var title: String
  /// What stands under the title: who keeps it, its date.
  public var subtitle: String
  /// The language it is written in.
  public var language: Language
  /// The parts, in order.
  public var blocks: [Block]

  /// Makes a document.
  public init(title: String, subtitle: String = "", language: Language, blocks: [Block] = []) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.blocks = blocks
  }

  /// The document as the content of a page, its title as the page’s.
  public var html: HTML {
    article(.class("printed")) {
      h1 { title }
      if !subtitle.isEmpty { p(.class("lead")) { subtitle } }
      for (index, block) in blocks.enumerated() { Self.html(block, index) }
    }
  }

  @HTMLBuilder private static func html(_ block: Block, _ index: Int) -> HTML {
    switch block {
    case .heading(let level, let text):
      if level <= 1 { h2 { text } } else if level == 2 { h3 { text } } else { h4 { text } }
    case .paragraph(let text): p(.class("as-written")) { text }
    case .list(let items): ul { for item in items { li { item } } }
    case .facts(let facts):
      dl(.class("facts")) {
        for fact in facts {
          div {
            dt { fact.term }
            dd(.class("as-written")) { fact.text }
          }
        }
      }
    case .table(let columns, let rows):
      table(.class("data printed-table")) {
        thead { tr { for column in columns { th(.scope("col")) { column } } } }
        tbody { for row in rows { tr { for cell in row { td { cell } } } } }
      }
    }
  }
}
