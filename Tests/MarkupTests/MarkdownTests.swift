import Markup
import Testing

@Suite("The safe subset of Markdown") struct MarkdownTests {
  @Test(
    "Each mark gives its element",
    arguments: [
      ("Un\nseul paragraphe", "<p>Un\nseul paragraphe</p>"),
      ("a\n\nb", "<p>a</p><p>b</p>"),
      (
        "**gras** et *italique* et `code`",
        "<p><strong>gras</strong> et <em>italique</em> et <code>code</code></p>"
      ),
      ("__gras__ et _italique_", "<p><strong>gras</strong> et <em>italique</em></p>"),
      ("la colonne code_postal_lieu reste", "<p>la colonne code_postal_lieu reste</p>"),
      ("3 * 4 * 5", "<p>3 * 4 * 5</p>"),
      ("# Titre", "<h3>Titre</h3>"),
      ("### Bas #", "<h3>Bas</h3>"),
      ("# A\n### B\n## C", "<h3>A</h3><h4>B</h4><h4>C</h4>"),
      ("#", "<p>#</p>"),
      ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
      ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
      ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
      ("> cité\n> encore", "<blockquote><p>cité\nencore</p></blockquote>"),
      ("```\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>"),
      ("---", "<hr>"),
      ("\\*pas italique\\*", "<p>*pas italique*</p>"),
      ("[site](https://a.fr/x)", "<p><a href=\"https://a.fr/x\" rel=\"noopener\">site</a></p>"),
      (
        "voir https://a.fr/x.", "<p>voir <a href=\"https://a.fr/x\" rel=\"noopener\">https://a.fr/x</a>.</p>"
      ),
      ("<mailto:a@b.fr>", "<p><a href=\"mailto:a@b.fr\" rel=\"noopener\">mailto:a@b.fr</a></p>"),
      ("texte\n- a", "<p>texte</p><ul><li>a</li></ul>"),
    ]
  )
  func marks(source: String, expected: String) { #expect(Markdown.html(source).source == expected) }

  @Test("A table has header cells and a name")
  func tables() {
    let html = Markdown.html("| Nom | Rang |\n|---|:-:|\n| a | 1 |\n| b |")
    #expect(html.all("th").map(\.text) == ["Nom", "Rang"])
    #expect(html.all("td").map(\.text) == ["a", "1", "b", ""])
    #expect(Checker.problems(inFragment: html).isEmpty)
  }

  @Test(
    "Nothing but the subset gets through",
    arguments: [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
      "[x](JAVASCRIPT:alert(1))", "[x](data:text/html,<script>)", "<javascript:alert(1)>",
      "![x](https://a.fr/p.png)", "[x](https://a.fr/\"onmouseover=\"alert(1))", "[a](vbscript:x)",
      "**<b onclick=x>**", "[x](//a.fr)", "[x](/etc/passwd)", "`<i>`", "| <b> | c |\n|--|--|\n| <i> | d |",
      "[<script>](https://a.fr)", "# <h1>", "- <li onclick=x>", "> <iframe src=x>",
      "[x]( javascript:alert(1))",
    ]
  )
  func safety(source: String) {
    let html = Markdown.html(source)
    let allowed: Set<String> = [
      "p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6",
      "table", "thead",
      "tbody", "tr", "th", "td", "hr",
    ]
    html.walk { element in
      #expect(allowed.contains(element.name))
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
      if let href = element["href"] { #expect(href.hasPrefix("https://") || href.hasPrefix("mailto:")) }
    }
    #expect(!html.source.contains("<script"))
    #expect(!html.source.contains("<img"))
  }

  @Test(
    "Hostile texts are read in linear time",
    arguments: ["[", "*a ", "_a ", "`", "> ", "- ", "[a](", "**", "| a ", "\\", "(", "``` "]
  )
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 60_000 / piece.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Markdown.html(text).rendered() }
    #expect(time < .seconds(6))
  }

  @Test("Generated texts keep every rule")
  func generated() {
    var random = Xorshift(state: 7)
    let pieces = [
      "*", "_", "`", "[", "]", "(", ")", "<", ">", "#", "-", "|", "\n", " ", "a", "http://x.fr", "\\", "1.",
    ]
    for _ in 0..<400 {
      let text = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let problems = Checker.problems(inFragment: Markdown.html(text)).filter { !$0.contains("heading") }
      #expect(problems.filter { !$0.contains("neither caption nor name") }.isEmpty, "\(text)")
    }
  }

  @Test("A summary is cut at a word, without marks")
  func summary() {
    #expect(Markdown.plain("Un **beau** [lien](https://a.fr).") == "Un beau lien.")
    #expect(Markdown.plain("un deux trois", limit: 9) == "un deux…")
  }
}
