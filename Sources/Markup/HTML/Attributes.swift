// The attributes in use, by name, so that a misspelt one does not compile.

extension Attribute {
  /// The classes, separated by blanks; left out when empty.
  public static func `class`(_ value: String?) -> Attribute {
    Attribute("class", value?.isEmpty == true ? nil : value)
  }
  /// The unique id.
  public static func id(_ value: String?) -> Attribute { Attribute("id", value) }
  /// Where a link leads.
  public static func href(_ value: String) -> Attribute { Attribute("href", value) }
  /// Where an image or script comes from.
  public static func src(_ value: String) -> Attribute { Attribute("src", value) }
  /// The language of the content.
  public static func lang(_ value: String?) -> Attribute { Attribute("lang", value) }
  /// Which cells a header heads.
  public static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
  /// How many columns a cell spans.
  public static func colspan(_ value: Int) -> Attribute { Attribute("colspan", value) }
  /// The type of an input, button or script.
  public static func type(_ value: String) -> Attribute { Attribute("type", value) }
  /// The name of a field.
  public static func name(_ value: String) -> Attribute { Attribute("name", value) }
  /// The value of a field.
  public static func value(_ value: String?) -> Attribute { Attribute("value", value) }
  /// The field a label is for.
  public static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
  /// The form's target.
  public static func action(_ value: String) -> Attribute { Attribute("action", value) }
  /// The form's method.
  public static func method(_ value: String) -> Attribute { Attribute("method", value) }
  /// The text that stands for an image.
  public static func alt(_ value: String) -> Attribute { Attribute("alt", value) }
  /// The advisory title.
  public static func title(_ value: String?) -> Attribute { Attribute("title", value) }
  /// The relation of a link.
  public static func rel(_ value: String?) -> Attribute { Attribute("rel", value) }
  /// The machine-readable date or time.
  public static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  /// The ARIA role.
  public static func role(_ value: String?) -> Attribute { Attribute("role", value) }
  /// Takes part in the order of focus.
  public static func tabindex(_ value: Int) -> Attribute { Attribute("tabindex", value) }
  /// Whether the box or choice is ticked.
  public static func checked(_ value: Bool) -> Attribute { Attribute("checked", value) }
  /// Whether the option is chosen.
  public static func selected(_ value: Bool) -> Attribute { Attribute("selected", value) }
  /// Whether the element is hidden.
  public static func hidden(_ value: Bool = true) -> Attribute { Attribute("hidden", value) }
  /// Whether the details show.
  public static func open(_ value: Bool) -> Attribute { Attribute("open", value) }
  /// The accessible name.
  public static func ariaLabel(_ value: String?) -> Attribute { Attribute("aria-label", value) }
  /// The ids of what names the element.
  public static func ariaLabelledBy(_ value: String?) -> Attribute { Attribute("aria-labelledby", value) }
  /// The ids of what describes the element.
  public static func ariaDescribedBy(_ value: String?) -> Attribute { Attribute("aria-describedby", value) }
  /// Which item of a set is the current one: `page`, `true`.
  public static func ariaCurrent(_ value: String?) -> Attribute { Attribute("aria-current", value) }
  /// How a column is sorted: `ascending`, `descending`.
  public static func ariaSort(_ value: String?) -> Attribute { Attribute("aria-sort", value) }
  /// Hidden from assistive technology.
  public static func ariaHidden() -> Attribute { Attribute("aria-hidden", "true") }
  /// Announced when it changes.
  public static func ariaLive(_ value: String) -> Attribute { Attribute("aria-live", value) }
}
