import Synchronization

/// The figures an operator watches, in Prometheus's text format (exposition format 0.0.4).
public final class Metrics: Sendable {
  struct Series: Hashable {
    let route: String
    let method: String
    let status: Int
  }

  struct Durations {
    var counts = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var sum = 0.0
  }

  private struct Gauge: Sendable {
    let name: String
    let help: String
    let isCounter: Bool
    let read: @Sendable () -> Double
  }

  private struct State: Sendable {
    var requests: [Series: Int] = [:]
    var durations: [String: Durations] = [:]
    var gauges: [Gauge] = []
  }

  /// The upper bounds of the histogram's classes, in seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private let state = Mutex(State())

  /// Starts at zero.
  public init() {}

  /// Counts an answered request.
  ///
  /// - Parameter route: The route's pattern, never the address, which may hold personal data.
  public func count(route: String, method: String, status: Int, seconds: Double) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.requests[Series(route: route, method: method, status: status), default: 0] += 1
      state.durations[route, default: Durations()].counts[bucket] += 1
      state.durations[route, default: Durations()].sum += seconds
    }
  }

  /// Adds a figure read when asked for: a level, or a count that only grows.
  public func watch(
    _ name: String,
    help: String,
    isCounter: Bool = false,
    read: @escaping @Sendable () -> Double
  ) {
    state.withLock { $0.gauges.append(Gauge(name: name, help: help, isCounter: isCounter, read: read)) }
  }

  /// Every figure as text.
  public func text() -> String {
    let state = state.withLock { $0 }
    var out =
      "# HELP http_requests_total Requests answered, by route pattern.\n# TYPE http_requests_total counter\n"
    for (series, count) in state.requests.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      let labels = #"route="\#(Self.escaped(series.route))",method="\#(Self.escaped(series.method))""#
      out += "http_requests_total{\(labels),status=\"\(series.status)\"} \(count)\n"
    }
    out += "# HELP http_request_duration_seconds Time until an answer is ready to send.\n"
    out += "# TYPE http_request_duration_seconds histogram\n"
    for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) {
      out += Self.histogram(route, durations)
    }
    for gauge in state.gauges {
      out +=
        "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) \(gauge.isCounter ? "counter" : "gauge")\n"
      out += "\(gauge.name) \(Self.figure(gauge.read()))\n"
    }
    return out
  }

  private static func histogram(_ route: String, _ durations: Durations) -> String {
    let name = "http_request_duration_seconds"
    let label = #"route="\#(escaped(route))""#
    var out = ""
    var total = 0
    for (bound, count) in zip(bounds, durations.counts) {
      total += count
      out += "\(name)_bucket{\(label),le=\"\(figure(bound))\"} \(total)\n"
    }
    total += durations.counts[bounds.count]
    out += "\(name)_bucket{\(label),le=\"+Inf\"} \(total)\n"
    return out + "\(name)_sum{\(label)} \(figure(durations.sum))\n\(name)_count{\(label)} \(total)\n"
  }

  private static func figure(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  private static func escaped(_ label: String) -> String {
    label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
  }
}
