public import Markup
public import Register

/// The fields of a record with their values, to be read.
public struct FieldList: Sendable {
  private let context: PageContext
  private let words: FieldWords
  private let link: @Sendable (RecordKey) -> String?
  private let file: @Sendable (RecordField) -> String?

  /// Prepares a list.
  ///
  /// - Parameters:
  ///   - name: What a record that a field refers to is called; `nil` where its id stands for it.
  ///   - link: The address of its page, where there is one to show.
  ///   - file: The address of the file that a field holds, where it can be had.
  public init(
    _ context: PageContext,
    name: @escaping @Sendable (RecordKey) -> String?,
    link: @escaping @Sendable (RecordKey) -> String? = { _ in nil },
    file: @escaping @Sendable (RecordField) -> String? = { _ in nil }
  ) {
    self.context = context
    words = FieldWords(context, name: name)
    self.link = link
    self.file = file
  }

  /// What the record says, field by field; those that are not asked for, or say nothing, are left out.
  public func view(_ fields: [RecordField], of values: JSONValue) -> HTML {
    facts(
      fields.filter { $0.when?.holds(in: values) ?? true }
        .map { (context.say($0.label), shown($0, values[$0.key])) }
    )
  }

  private func shown(_ field: RecordField, _ known: JSONValue?) -> HTML {
    guard field.type == .blob, let known, !known.isBlank, let address = file(field) else {
      return value(known, field.type)
    }
    return a(.href(address), Attribute("download", true)) { words.of(known, field.type) }
  }

  /// One value.
  public func value(_ value: JSONValue?, _ type: RecordField.FieldType) -> HTML {
    guard let value, !value.isBlank else { return .empty }
    switch type {
    case .markdown:
      return div(.class("prose")) { Markdown.html(value.text) }
    case .reference(let kind):
      let key = RecordKey(kind: kind, id: value.text)
      guard let address = link(key) else { return .text(words.of(value, type)) }
      return a(.href(address)) { words.of(value, type) }
    case .url:
      guard let address = Markdown.safeAddress(value.text) else { return .text(value.text) }
      return a(.href(address), .rel("noopener")) { value.text }
    case .email: return a(.href("mailto:" + value.text)) { value.text }
    case .group(let fields): return view(fields, of: value)
    case .list(.group(let fields)):
      return ol(.class("items")) { for item in value.items { li { view(fields, of: item) } } }
    case .list(let element):
      if value.items.count == 1 { return self.value(value.items[0], element) }
      return ul(.class("values")) { for item in value.items { li { self.value(item, element) } } }
    default: return .text(words.of(value, type))
    }
  }
}
