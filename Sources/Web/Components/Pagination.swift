public import Markup

/// Numbered pages of a list.
public struct Pagination: Sendable {
  /// The index of the first item shown.
  public let offset: Int
  /// The number of items a page holds.
  public let limit: Int
  /// The number of items in all.
  public let total: Int

  /// Describes where a page is in its list.
  public init(offset: Int, limit: Int, total: Int) {
    self.offset = max(0, offset)
    self.limit = max(1, limit)
    self.total = total
  }

  /// The page that an address asks for by its number, the last one where there are fewer.
  public init(page asked: String?, limit: Int, total: Int) {
    let last = max(1, (total + limit - 1) / max(1, limit))
    let page = min(max(1, asked.flatMap { Int($0) } ?? 1), last)
    self.init(offset: (page - 1) * limit, limit: limit, total: total)
  }

  /// The number of the page shown, from 1.
  public var page: Int { offset / limit + 1 }

  /// The number of pages.
  public var pages: Int { max(1, (total + limit - 1) / limit) }

  /// The numbers to show, `nil` for a gap.
  public var numbers: [Int?] {
    var wanted: Set<Int> = [1, pages]
    for number in (page - 1)...(page + 1) where (1...pages).contains(number) { wanted.insert(number) }
    var numbers: [Int?] = []
    for number in wanted.sorted() {
      if let last = numbers.last ?? nil, number > last + 1 {
        numbers.append(number == last + 2 ? last + 1 : nil)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The navigation; nothing when there is one page.
  ///
  /// - Parameter href: The address of a page by its number.
  public func view(_ context: PageContext, href: (Int) -> String) -> HTML {
    guard pages > 1 else { return .empty }
    return nav(.class("pages"), .ariaLabel(context.say("Pages de résultats", "Result pages"))) {
      ul {
        if page > 1 {
          li { a(.href(href(page - 1)), .rel("prev")) { context.say("Précédente", "Previous") } }
        }
        for number in numbers { li { link(number, context, href) } }
        if page < pages {
          li { a(.href(href(page + 1)), .rel("next")) { context.say("Suivante", "Next") } }
        }
      }
    }
  }

  private func link(_ number: Int?, _ context: PageContext, _ href: (Int) -> String) -> HTML {
    guard let number else { return span(.ariaHidden()) { "…" } }
    let label = context.say("Page \(number)", "Page \(number)")
    return a(.href(href(number)), .ariaLabel(label), .ariaCurrent(number == page ? "page" : nil)) {
      context.language.number(number)
    }
  }
}
