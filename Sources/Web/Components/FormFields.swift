public import Markup

/// The fields of one form: they show what was typed and what is wrong with it, each under its label.
public struct FormFields: Sendable {
  private let context: PageContext
  /// What stands in each field, by its name.
  public let values: [String: [String]]
  /// What is wrong, in the order of the form.
  public let errors: [FieldError]

  /// Fields that show values.
  ///
  /// - Parameter values: What stands in each field, by its name.
  public init(_ context: PageContext, _ values: [String: [String]] = [:], errors: [FieldError] = []) {
    self.context = context
    self.values = values
    self.errors = errors
  }

  /// Fields that show what was sent.
  public init(_ context: PageContext, sent form: FormData, errors: [FieldError]) {
    let pairs = form.fields.map { ($0.name, [$0.value]) }
    self.init(context, Dictionary(pairs) { $0 + $1 }, errors: errors)
  }

  /// What stands in each field, by its name.
  public var sent: [String: [String]] { values }

  /// Everything that is wrong, with links to the fields; it takes the focus when the page opens.
  public var summary: HTML {
    guard !errors.isEmpty else { return .empty }
    return div(
      .class("notice poor errors"),
      .role("alert"),
      .tabindex(-1),
      .id("erreurs"),
      Attribute("autofocus", true)
    ) {
      p(.class("notice-title")) {
        errors.count == 1
          ? context.say("Une chose est à corriger", "One thing to correct")
          : context.say("\(errors.count) choses sont à corriger", "\(errors.count) things to correct")
      }
      ul {
        for error in errors {
          li {
            if error.field.isEmpty {
              error.message
            } else {
              a(.href("#" + Self.id(error.field))) { error.message }
            }
          }
        }
      }
    }
  }

  /// A field of one line.
  ///
  /// - Parameters:
  ///   - type: `text`, `email`, `password`, `date`, `url`, `number`…
  ///   - autocomplete: What a browser may fill in: `email`, `current-password`, `new-password`…
  ///   - list: The id of a `datalist` whose values it proposes.
  public func text(
    _ name: String,
    _ label: String,
    help: String? = nil,
    type: String = "text",
    isRequired: Bool = false,
    autocomplete: String? = nil,
    longest: Int? = nil,
    list: String? = nil
  ) -> HTML {
    frame(name, label, help, isRequired) { describedBy in
      input(
        .id(Self.id(name)),
        .name(name),
        .type(type),
        .value(type == "password" ? nil : values[name]?.first),
        Attribute("required", isRequired),
        Attribute("autocomplete", autocomplete),
        Attribute("maxlength", longest),
        Attribute("list", list),
        .ariaDescribedBy(describedBy),
        invalid(name)
      )
    }
  }

  /// A field of several lines.
  public func area(
    _ name: String,
    _ label: String,
    help: String? = nil,
    rows: Int = 5,
    isRequired: Bool = false
  ) -> HTML {
    frame(name, label, help, isRequired) { describedBy in
      // A line end right after the start tag is not content: one is always put.
      tag(
        "textarea",
        .id(Self.id(name)),
        .name(name),
        Attribute("rows", rows),
        Attribute("required", isRequired),
        .ariaDescribedBy(describedBy),
        invalid(name)
      ) { "\n" + (values[name]?.first ?? "") }
    }
  }

  /// A choice among many.
  ///
  /// - Parameter blank: What stands where nothing is chosen; `nil` when something must be.
  public func select(
    _ name: String,
    _ label: String,
    _ choices: [(value: String, label: String)],
    help: String? = nil,
    blank: String? = nil,
    isRequired: Bool = false
  ) -> HTML {
    frame(name, label, help, isRequired) { describedBy in
      tag(
        "select",
        .id(Self.id(name)),
        .name(name),
        Attribute("required", isRequired),
        .ariaDescribedBy(describedBy),
        invalid(name)
      ) {
        if let blank { option(.value("")) { blank } }
        for choice in choices {
          option(.value(choice.value), .selected(values[name]?.first == choice.value)) { choice.label }
        }
      }
    }
  }

  /// Boxes to tick, or a choice among few when `isSingle`.
  public func choices(
    _ name: String,
    _ label: String,
    _ choices: [(value: String, label: String, help: String?)],
    help: String? = nil,
    isSingle: Bool = false,
    isRequired: Bool = false
  ) -> HTML {
    fieldset(
      .class(faults(name).isEmpty ? "choices" : "choices faulty"),
      .id(Self.id(name)),
      .tabindex(-1),
      .ariaDescribedBy(described(name, help))
    ) {
      legend {
        label
        mark(isRequired)
      }
      explanation(name, help)
      for (index, choice) in choices.enumerated() {
        let id = "\(Self.id(name))-\(index)"
        div(.class("choice")) {
          input(
            .id(id),
            .name(name),
            .type(isSingle ? "radio" : "checkbox"),
            .value(choice.value),
            .checked(values[name]?.contains(choice.value) ?? false),
            .ariaDescribedBy(choice.help == nil ? nil : id + "-aide")
          )
          Markup.label(.for(id)) { choice.label }
          if let help = choice.help { p(.class("help"), .id(id + "-aide")) { help } }
        }
      }
    }
  }

  /// One box to tick; its value is `oui`.
  public func box(_ name: String, _ label: String, help: String? = nil) -> HTML {
    div(.class("choice")) {
      input(
        .id(Self.id(name)),
        .name(name),
        .type("checkbox"),
        .value("oui"),
        .checked(values[name]?.contains("oui") ?? false),
        .ariaDescribedBy(described(name, help)),
        invalid(name)
      )
      Markup.label(.for(Self.id(name))) { label }
      explanation(name, help)
    }
  }

  /// A place to drop files on, which is a plain file field where scripts do not run.
  ///
  /// - Parameter accept: The types shown first by the browser; nothing is refused by it.
  public func files(
    _ name: String,
    _ label: String,
    help: String? = nil,
    accept: String? = nil,
    isMultiple: Bool = false,
    isRequired: Bool = false
  ) -> HTML {
    frame(name, label, help, isRequired) { describedBy in
      div(.class("drop"), Attribute("data-drop", "")) {
        input(
          .id(Self.id(name)),
          .name(name),
          .type("file"),
          Attribute("accept", accept),
          Attribute("multiple", isMultiple),
          Attribute("required", isRequired),
          .ariaDescribedBy(describedBy),
          invalid(name)
        )
        p(.class("drop-hint"), .hidden()) {
          isMultiple
            ? context.say("ou déposez des fichiers ici", "or drop files here")
            : context.say("ou déposez un fichier ici", "or drop a file here")
        }
      }
    }
  }

  /// A value the form carries.
  public func hidden(_ name: String, _ value: String) -> HTML {
    input(.type("hidden"), .name(name), .value(value))
  }

  /// The id of a field's element.
  public static func id(_ name: String) -> String { "champ-" + name }

  private func frame(
    _ name: String,
    _ label: String,
    _ help: String?,
    _ isRequired: Bool,
    control: (String?) -> HTML
  ) -> HTML {
    div(.class(faults(name).isEmpty ? "form-field" : "form-field faulty")) {
      Markup.label(.for(Self.id(name))) {
        label
        mark(isRequired)
      }
      explanation(name, help)
      control(described(name, help))
    }
  }

  @HTMLBuilder private func mark(_ isRequired: Bool) -> HTML {
    if isRequired { span(.class("required")) { context.say(" (obligatoire)", " (required)") } }
  }

  @HTMLBuilder private func explanation(_ name: String, _ help: String?) -> HTML {
    if let help { p(.class("help"), .id(Self.id(name) + "-aide")) { help } }
    let faults = faults(name)
    if !faults.isEmpty {
      p(.class("fault"), .id(Self.id(name) + "-erreur")) { faults.map(\.message).joined(separator: " ") }
    }
  }

  private func described(_ name: String, _ help: String?) -> String? {
    let ids =
      (help == nil ? [] : [Self.id(name) + "-aide"])
      + (faults(name).isEmpty ? [] : [Self.id(name) + "-erreur"])
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }

  private func faults(_ name: String) -> [FieldError] { errors.filter { $0.field == name } }

  private func invalid(_ name: String) -> Attribute {
    Attribute("aria-invalid", faults(name).isEmpty ? nil : "true")
  }
}
