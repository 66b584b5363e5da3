// The elements in use, as functions of their attributes and content.

/// The `html` element.
public func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("html", attributes, content(), void: false)
}

/// The `head` element.
public func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("head", attributes, content(), void: false)
}

/// The `body` element.
public func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("body", attributes, content(), void: false)
}

/// The `header` element.
public func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("header", attributes, content(), void: false)
}

/// The `footer` element.
public func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("footer", attributes, content(), void: false)
}

/// The `main` element.
public func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("main", attributes, content(), void: false)
}

/// The `nav` element.
public func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("nav", attributes, content(), void: false)
}

/// The `section` element.
public func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("section", attributes, content(), void: false)
}

/// The `article` element.
public func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("article", attributes, content(), void: false)
}

/// The `aside` element.
public func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("aside", attributes, content(), void: false)
}

/// The `div` element.
public func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("div", attributes, content(), void: false)
}

/// The `span` element.
public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("span", attributes, content(), void: false)
}

/// The `p` element.
public func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("p", attributes, content(), void: false)
}

/// The `a` element.
public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("a", attributes, content(), void: false)
}

/// The `ul` element.
public func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("ul", attributes, content(), void: false)
}

/// The `ol` element.
public func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("ol", attributes, content(), void: false)
}

/// The `li` element.
public func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("li", attributes, content(), void: false)
}

/// The `dl` element.
public func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("dl", attributes, content(), void: false)
}

/// The `dt` element.
public func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("dt", attributes, content(), void: false)
}

/// The `dd` element.
public func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("dd", attributes, content(), void: false)
}

/// The `h1` element.
public func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("h1", attributes, content(), void: false)
}

/// The `h2` element.
public func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("h2", attributes, content(), void: false)
}

/// The `h3` element.
public func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("h3", attributes, content(), void: false)
}

/// The `h4` element.
public func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("h4", attributes, content(), void: false)
}

/// The `h5` element.
public func h5(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("h5", attributes, content(), void: false)
}

/// The `strong` element.
public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("strong", attributes, content(), void: false)
}

/// The `em` element.
public func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("em", attributes, content(), void: false)
}

/// The `code` element.
public func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("code", attributes, content(), void: false)
}

/// The `pre` element.
public func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("pre", attributes, content(), void: false)
}

/// The `blockquote` element.
public func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("blockquote", attributes, content(), void: false)
}

/// The `table` element.
public func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("table", attributes, content(), void: false)
}

/// The `caption` element.
public func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("caption", attributes, content(), void: false)
}

/// The `thead` element.
public func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("thead", attributes, content(), void: false)
}

/// The `tbody` element.
public func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("tbody", attributes, content(), void: false)
}

/// The `tfoot` element.
public func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("tfoot", attributes, content(), void: false)
}

/// The `tr` element.
public func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("tr", attributes, content(), void: false)
}

/// The `th` element.
public func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("th", attributes, content(), void: false)
}

/// The `td` element.
public func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("td", attributes, content(), void: false)
}

/// The `form` element.
public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("form", attributes, content(), void: false)
}

/// The `fieldset` element.
public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("fieldset", attributes, content(), void: false)
}

/// The `legend` element.
public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("legend", attributes, content(), void: false)
}

/// The `label` element.
public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("label", attributes, content(), void: false)
}

/// The `button` element.
public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("button", attributes, content(), void: false)
}

/// The `option` element.
public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("option", attributes, content(), void: false)
}

/// The `textarea` element.
public func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("textarea", attributes, content(), void: false)
}

/// The `details` element.
public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("details", attributes, content(), void: false)
}

/// The `summary` element.
public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("summary", attributes, content(), void: false)
}

/// The `figure` element.
public func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("figure", attributes, content(), void: false)
}

/// The `figcaption` element.
public func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("figcaption", attributes, content(), void: false)
}

/// The `small` element.
public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("small", attributes, content(), void: false)
}

/// The `abbr` element.
public func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("abbr", attributes, content(), void: false)
}

/// The `kbd` element.
public func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("kbd", attributes, content(), void: false)
}

/// The `samp` element.
public func samp(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("samp", attributes, content(), void: false)
}

/// The `noscript` element.
public func noscript(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("noscript", attributes, content(), void: false)
}

/// The `title` element.
public func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("title", attributes, content(), void: false)
}

/// The `svg` element.
public func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("svg", attributes, content(), void: false)
}

/// The `g` element.
public func g(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
  .element("g", attributes, content(), void: false)
}

/// The `input` element, void.
public func input(_ attributes: Attribute...) -> HTML { .element("input", attributes, .empty, void: true) }

/// The `img` element, void.
public func img(_ attributes: Attribute...) -> HTML { .element("img", attributes, .empty, void: true) }

/// The `br` element, void.
public func br(_ attributes: Attribute...) -> HTML { .element("br", attributes, .empty, void: true) }

/// The `hr` element, void.
public func hr(_ attributes: Attribute...) -> HTML { .element("hr", attributes, .empty, void: true) }

/// The `meta` element, void.
public func meta(_ attributes: Attribute...) -> HTML { .element("meta", attributes, .empty, void: true) }

/// The `col` element, void.
public func col(_ attributes: Attribute...) -> HTML { .element("col", attributes, .empty, void: true) }
