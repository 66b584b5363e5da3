import Markup
import Testing

@Suite("Rendering HTML") struct RenderingTests {
  @Test("Text and attribute values are escaped whatever they hold")
  func escaping() {
    let hostile = "<script>alert(\"1\" & '2')</script>"
    let escaped = "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;"
    #expect(p { hostile }.source == "<p>\(escaped)</p>")
    #expect(a(.href(hostile)) { "x" }.source == "<a href=\"\(escaped)\">x</a>")
  }

  @Test("Control characters never reach the page, tabs and line ends do")
  func controls() {
    #expect(p { "a\u{0}b\u{1B}c\td\ne" }.source == "<p>a\u{FFFD}b\u{FFFD}c\td\ne</p>")
  }

  @Test("Absent attributes are left out, boolean ones are bare, an empty alt stays")
  func attributes() {
    let field = input(.name("a"), .checked(true), Attribute("disabled", false), .title(nil))
    #expect(field.source == "<input name=\"a\" checked>")
    #expect(img(.alt(""), .src("/x")).source == "<img alt=\"\" src=\"/x\">")
    #expect(p(.class("")) { "x" }.source == "<p>x</p>")
  }

  @Test("The builder takes conditions, loops, optionals and lists")
  func builder() {
    let names = ["a", "b"]
    let absent: HTML? = nil
    let html = ul {
      for name in names { li { name } }
      if names.isEmpty { li { "none" } } else { li { "end" } }
      absent
      names.map { name in li { name } }
    }
    #expect(html.source == "<ul><li>a</li><li>b</li><li>end</li><li>a</li><li>b</li></ul>")
  }

  @Test("A document begins with its doctype")
  func document() {
    let bytes = html(.lang("fr")) { body { "é" } }.renderedDocument()
    #expect(
      String(decoding: bytes, as: UTF8.self) == "<!doctype html><html lang=\"fr\"><body>é</body></html>"
    )
  }

  @Test("Generated texts never open an element")
  func fuzzed() {
    var random = Xorshift(state: 20_261_124)
    let alphabet = Array("<>&\"'/=! azé\u{0}\u{7F}-`")
    for _ in 0..<300 {
      let text = String((0..<40).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
      let source = p(.title(text)) { text }.source
      let inner = source.dropFirst("<p title=\"".count).dropLast("</p>".count)
      #expect(inner.filter { $0 == "<" }.isEmpty)
      #expect(inner.filter { $0 == ">" }.count == 1)
      #expect(inner.filter { $0 == "\"" }.count == 1)
    }
  }
}

@Suite("Asking a page") struct QueryTests {
  private let page = main(.id("m")) {
    h1 { "Titre" }
    table {
      tr {
        th(.scope("col")) { "Nom" }
        th(.scope("col")) { "Rang" }
      }
    }
    p(.class("a b")) {
      "du "
      strong { "gras" }
      ", et "
      a(.href("/x")) { "un lien" }
    }
  }

  @Test("Elements are found by name, id and class, in document order")
  func finding() {
    #expect(page.all("th").map(\.text) == ["Nom", "Rang"])
    #expect(page.element(id: "m")?.name == "main")
    #expect(page.all(class: "b").count == 1)
    #expect(page.all(class: "c").isEmpty)
    #expect(page.first("a")?["href"] == "/x")
  }

  @Test("The visible text reads as a person would")
  func text() {
    #expect(page.first("p")?.text == "du gras, et un lien")
    #expect(page.visibleText == "Titre Nom Rang du gras, et un lien")
  }
}

@Suite("Checking a page") struct CheckerTests {
  private func document(_ content: HTML) -> HTML {
    html(.lang("fr")) {
      head { tag("title") { "T" } }
      body {
        main {
          h1 { "T" }
          content
        }
      }
    }
  }

  @Test("A sound page has no problem")
  func sound() {
    let content = fragment {
      h2 { "Partie" }
      label(.for("q")) { "Recherche" }
      input(.id("q"), .name("q"))
      table(.ariaLabel("Liste")) { tr { th(.scope("col")) { "Nom" } } }
      nav(.ariaLabel("Pages")) { a(.href("#q")) { "Aller" } }
    }
    #expect(Checker.problems(inDocument: document(content)).isEmpty)
  }

  @Test(
    "Each fault is found and named",
    arguments: [
      ("skips", h3 { "Trop bas" }),
      ("no label", input(.name("q"))),
      ("no text", a(.href("/x"))),
      (
        "used twice",
        fragment {
          p(.id("a")); p(.id("a"))
        }
      ),
      ("no alt", img(.src("/x.png"))),
      ("neither caption nor name", table { tr { th(.scope("col")) { "N" } } }),
      ("no header cell", table(.ariaLabel("T")) { tr { td { "1" } } }),
      ("no scope", table(.ariaLabel("T")) { tr { th { "1" } } }),
      ("inline style", p(Attribute("style", "color:red")) { "x" }),
      ("inline handler", button(Attribute("onclick", "x()")) { "x" }),
      ("inline script", tag("script") { "x()" }),
      ("leads to a script", a(.href("JavaScript:x()")) { "x" }),
      ("which is nowhere", p(.ariaDescribedBy("zzz")) { "x" }),
      ("which is nowhere", a(.href("#zzz")) { "x" }),
      ("lies in another control", a(.href("/")) { button { "x" } }),
      ("<nav> has no name", nav { a(.href("/")) { "x" } }),
      ("neither named", svg { tag("path") }),
      ("a list has no item", ul {}),
      ("has 2 <h1>", h1 { "Encore" }),
    ] as [(String, HTML)]
  )
  func faults(expected: String, content: HTML) {
    let problems = Checker.problems(inDocument: document(content))
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }
}

struct Xorshift {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
