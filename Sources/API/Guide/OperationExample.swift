import Web

extension Operation {
  /// An example's address, without scheme and host; `nil` where nothing published can be shown by it.
  func exampleAddress(_ table: ExampleTable) -> String? {
    guard table.entry != nil || !path.contains("{register}") else { return nil }
    let parts = path.split(separator: "/").map { part -> String in
      switch part {
      case "{slug}": PercentEncoding.encode(subject == .organizations ? table.organization : table.slug)
      case "{version}": "\(table.version)"
      case "{register}": PercentEncoding.encode(table.entry?.register ?? "")
      case "{record}": PercentEncoding.encode(table.entry?.record ?? "")
      default: String(part).replacing("{format}", with: "csv")
      }
    }
    let query = example(table).map { item in
      let name = PercentEncoding.encode(item.name)
      return item.value.isEmpty ? name : name + "=" + PercentEncoding.encode(item.value, keeping: ",:*()")
    }
    return Endpoint.root + "/" + parts.joined(separator: "/")
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
