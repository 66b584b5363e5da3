import Foundation
import Messages
import Synchronization
import Testing

@testable import Lake

struct HandOffTests {
  @Test("Elements come in order through a queue that holds few")
  func order() {
    let queue = HandOff<Int>(capacity: 2)
    let producer = Thread {
      for number in 0..<1000 where !queue.push(number) { return }
      queue.close()
    }
    producer.start()
    var received: [Int] = []
    while let number = queue.pop() { received.append(number) }
    #expect(received == Array(0..<1000))
  }

  @Test("What is too heavy passes alone, and what would make the queue too heavy waits")
  func weight() {
    let queue = HandOff<Int>(capacity: 10) { $0 }
    #expect(queue.push(25))
    let isPushed = Mutex(false)
    let producer = Thread {
      for weight in [6, 4, 1] where !queue.push(weight) { return }
      isPushed.withLock { $0 = true }
      queue.close()
    }
    producer.start()
    Thread.sleep(forTimeInterval: 0.02)
    #expect(!isPushed.withLock { $0 })
    #expect(queue.pop() == 25)
    Thread.sleep(forTimeInterval: 0.02)
    #expect(!isPushed.withLock { $0 })
    var rest: [Int] = []
    while let weight = queue.pop() { rest.append(weight) }
    #expect(rest == [6, 4, 1])
  }

  @Test("Who waits to push is let go when the queue closes")
  func closes() {
    let queue = HandOff<Int>(capacity: 1)
    #expect(queue.push(1))
    let closer = Thread {
      Thread.sleep(forTimeInterval: 0.02)
      queue.close(discarding: true)
    }
    closer.start()
    #expect(!queue.push(2))
    #expect(queue.pop() == nil)
  }
}

struct GateTests {
  @Test("Few enter at a time, the others in turn, and too many are sent away")
  func gate() async throws {
    let gate = Gate(width: 1, waiting: 2)
    try await gate.enter()
    let first = Task { try await gate.enter() }
    let second = Task { try await gate.enter() }
    try await Task.sleep(for: .milliseconds(30))
    let error = await #expect(throws: Failure.self) { try await gate.enter() }
    #expect(error?.kind == .tooMany)
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    gate.leave()
    try await first.value
    gate.leave()
    try await gate.enter()
  }
}
