import Acts
import Catalogue
import Messages
import Register
import Tabular

/// Results that take long to make: each is made once, and a page waits a moment for it at most.
actor LongReadings<Value: Sendable> {
  private enum State {
    case making
    case made(Result<Value, any Error>)
  }

  private var states: [String: State] = [:]
  private var order: [String] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The result of a key if it is there within this time; it is being made otherwise.
  func value(
    _ key: String,
    within patience: Duration,
    make: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    begin(key, make)
    let deadline = ContinuousClock.now + patience
    while true {
      if case .made(let result)? = states[key] { return try result.get() }
      guard ContinuousClock.now < deadline else { return nil }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private func begin(_ key: String, _ make: @escaping @Sendable () async throws -> Value) {
    guard states[key] == nil else { return }
    states[key] = .making
    order.append(key)
    if order.count > limit { states[order.removeFirst()] = nil }
    Task {
      let result: Result<Value, any Error>
      do { result = .success(try await make()) } catch { result = .failure(error) }
      if states[key] != nil { states[key] = .made(result) }
    }
  }
}

/// What there is to know of a deposit's file before deciding on it.
struct DepositReadings: Sendable {
  let platform: Platform
  private let inspections = LongReadings<Inspection>(limit: 64)
  private let comparisons = LongReadings<VersionComparison?>(limit: 32)

  init(platform: Platform) { self.platform = platform }

  /// What reading the file tells; `nil` while it is being read.
  func inspection(_ deposit: Deposit, within patience: Duration = .seconds(4)) async throws -> Inspection? {
    try await inspections.value(key(deposit), within: patience) { [platform] in
      try await platform.diagnose(deposit)
    }
  }

  /// What it changes of what is published; `nil` while that is being found.
  ///
  /// It is the platform that compares: who may read the deposit was checked before.
  func comparison(_ deposit: Deposit, within patience: Duration = .seconds(4)) async throws
    -> VersionComparison??
  {
    guard deposit.dataset != nil else { return .some(nil) }
    return try await comparisons.value(key(deposit), within: patience) { [platform] in
      try await platform.compareDeposit(deposit.id, as: .system)
    }
  }

  private func key(_ deposit: Deposit) -> String {
    let current = deposit.dataset.flatMap { platform.state.dataset($0)?.currentVersion } ?? ""
    return [deposit.id, deposit.updatedAt.text, deposit.file?.digest ?? "", current].joined(separator: " ")
  }
}
