import Testing

@testable import ProcessKit

@Suite struct ThreadTimeTests {
  @Test func readsWhatTheKernelWrites() throws {
    let before = try #require(ThreadTime(schedstat: "3000000 1000000 12\n".utf8))
    #expect((before.running, before.ready) == (.milliseconds(3), .milliseconds(1)))
    let after = try #require(ThreadTime(schedstat: "8000000 3000000 15\n".utf8))
    #expect((after.idle(since: before, in: .milliseconds(8)) * 8).rounded() == 1)
    // Clocks of their own: never below nothing, never above all.
    #expect(after.idle(since: before, in: .milliseconds(5)) == 0)
    #expect(before.idle(since: after, in: .milliseconds(5)) == 1)
    #expect(after.idle(since: before, in: .zero) == 0)
  }

  @Test(arguments: ["", "12", "1 2", "a b c", "1 2 3 4"])
  func otherTextIsNone(text: String) { #expect(ThreadTime(schedstat: text.utf8) == nil) }
}
