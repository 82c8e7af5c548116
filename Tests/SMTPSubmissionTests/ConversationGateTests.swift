import Testing

@testable import SMTPSubmission

@Suite struct ConversationGateTests {
  @Test func letsNoMoreIn() async {
    let (gate, counter) = (ConversationGate(places: 3), Counter())
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          await gate.enter()
          await counter.begin()
          await Task.yield()
          await counter.end()
          await gate.leave()
        }
      }
    }
    #expect(await counter.total == 50)
    #expect(await counter.most <= 3)
  }
}

private actor Counter {
  private var now = 0
  private(set) var most = 0
  private(set) var total = 0

  func begin() {
    now += 1
    total += 1
    most = max(most, now)
  }

  func end() { now -= 1 }
}
