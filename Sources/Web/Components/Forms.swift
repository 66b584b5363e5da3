public import Markup

/// A form sent to an address of the site, with its proof of origin first: files may follow it.
///
/// - Parameter isUpload: Whether it holds files.
public func actionForm(
  _ route: Route,
  _ context: PageContext,
  _ query: Query = Query(),
  isUpload: Bool = false,
  class name: String? = nil,
  id: String? = nil,
  @HTMLBuilder content: () -> HTML
) -> HTML {
  form(
    .id(id),
    .class(name),
    .action(context.link(route, query)),
    .method("post"),
    Attribute("enctype", isUpload ? "multipart/form-data" : nil),
    Attribute("novalidate", true)
  ) {
    input(.type("hidden"), .name(FormToken.field), .value(context.formToken))
    content()
  }
}

/// A visitor's form, with the field that people leave empty.
///
/// - Parameter token: The form's token: `PublicForm.token(for:_:)` with the address it is sent to.
public func visitorForm(
  _ route: Route,
  token: String,
  _ context: PageContext,
  class name: String? = nil,
  @HTMLBuilder content: () -> HTML
) -> HTML {
  form(.class(name), .action(context.link(route)), .method("post"), Attribute("novalidate", true)) {
    input(.type("hidden"), .name(FormToken.field), .value(token))
    div(.class("trap"), .ariaHidden()) {
      label(.for("piege")) { context.say("Ne pas remplir", "Do not fill") }
      input(
        .id("piege"),
        .name(FormToken.trap),
        .type("text"),
        .tabindex(-1),
        Attribute("autocomplete", "off")
      )
    }
    content()
  }
}

/// How much a button weighs.
public enum ButtonWeight: String, Sendable {
  /// The one thing the page is for.
  case main = ""
  /// Another way on.
  case second
  /// What cannot be undone.
  case danger
  /// A link's weight.
  case plain
}

/// A button that sends its form, alone or with a value that tells which one was pressed.
public func submit(
  _ label: String,
  _ weight: ButtonWeight = .main,
  name: String? = nil,
  value: String? = nil
) -> HTML {
  button(.type("submit"), .class(weight.rawValue), Attribute("name", name), .value(value)) { label }
}

/// A form of one button: `fields` say on what.
public func actionButton(
  _ label: String,
  _ route: Route,
  _ context: PageContext,
  _ weight: ButtonWeight = .second,
  fields: KeyValuePairs<String, String> = [:],
  about: String? = nil
) -> HTML {
  actionForm(route, context, class: "inline") {
    for (name, value) in fields { input(.type("hidden"), .name(name), .value(value)) }
    button(.type("submit"), .class(weight.rawValue)) {
      label
      if let about { span(.class("unseen")) { " " + about } }
    }
  }
}

/// Buttons in a row, the main one first.
public func buttons(@HTMLBuilder content: () -> HTML) -> HTML { div(.class("buttons")) { content() } }

/// Fields that belong together, under a heading.
public func fieldGroup(_ title: String, help: String? = nil, @HTMLBuilder content: () -> HTML) -> HTML {
  fieldset(.class("group")) {
    legend { title }
    if let help { p(.class("help")) { help } }
    content()
  }
}

/// Links to parts of a subject, the current one marked.
public func tabs(_ items: [(label: String, href: String, isCurrent: Bool)], label: String) -> HTML {
  nav(.class("tabs"), .ariaLabel(label)) {
    ul {
      for item in items {
        li { a(.href(item.href), .ariaCurrent(item.isCurrent ? "page" : nil)) { item.label } }
      }
    }
  }
}

/// A column of links beside the content, then the content.
public func withSideNavigation(
  _ items: [(label: String, href: String, isCurrent: Bool)],
  label: String,
  @HTMLBuilder content: () -> HTML
) -> HTML {
  div(.class("with-side")) {
    nav(.class("side"), .ariaLabel(label)) {
      ul {
        for item in items {
          li { a(.href(item.href), .ariaCurrent(item.isCurrent ? "page" : nil)) { item.label } }
        }
      }
    }
    div { content() }
  }
}
