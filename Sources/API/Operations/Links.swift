import HummingbirdCore
import Messages
import Web

/// Addresses in answers: whole when the public address is configured, from the root otherwise.
extension Call {
  /// The address of an endpoint.
  func link(_ endpoint: Endpoint) -> JSONValue { .string(origin + endpoint.path) }

  /// The address of something under a dataset.
  func link(under slug: String, _ rest: String) -> JSONValue {
    .string(origin + Endpoint.dataset(slug).path + "/" + rest)
  }

  /// The address of a page for people.
  func link(toPage route: Route) -> JSONValue { .string(origin + route.path(.french)) }

  /// The address of this request with other values for some parameters, or without them.
  func here(setting values: [(name: String, value: String?)] = []) -> JSONValue {
    var pairs = arguments.items.filter { item in !values.contains { $0.name == item.name } }
    for case (let name, let value?) in values { pairs.append(QueryItems.Item(name: name, value: value)) }
    let query = pairs.map { item in
      let name = PercentEncoding.encode(item.name)
      return item.value.isEmpty ? name : name + "=" + PercentEncoding.encode(item.value, keeping: ",:")
    }
    return .string(origin + request.uri.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&")))
  }
}
