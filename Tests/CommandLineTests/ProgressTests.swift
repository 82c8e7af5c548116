import DNS
import DNSTransport
import Synchronization
import Testing

@testable import CommandLine

/// The line of progress, and that nothing is left of it.
@Suite struct ProgressTests {
  @Test func isClearedBeforeAnythingElseIsWritten() throws {
    let written = Mutex<String>("")
    var console = Console.process
    console.output = { octets in written.withLock { $0 += "<" + String(decoding: octets, as: UTF8.self) + ">" } }
    console.error = { octets in written.withLock { $0 += String(decoding: octets, as: UTF8.self) } }
    console.progressColumns = 20
    let line = ProgressLine(console)
    try line.console.write("first")
    line.show("asking a\u{1B}[31mnd asking and asking")
    try line.console.write("second")
    line.clear()
    #expect(written.withLock { $0 } == "<first>\r\u{1B}[Kasking a\\x1B[31mnd \r\u{1B}[K<second>")
  }

  @Test func nothingShowsWithoutATerminal() async throws {
    var console = Console.process
    console.showsProgress = false
    console.error = { _ in Issue.record("written") }
    let live = try LiveResolver(ResolverConfiguration(servers: [ServerAddress(.v4(0x7F00_0001), port: 9)]))
    let answer = try await Console.$current.withValue(console) {
      try await Progress.shown(of: live) {
        await ResolverDeadline.$current.withValue(.now + .milliseconds(600)) {
          await live.answer(to: "example.org", .txt)
        }
      }
    }
    #expect(answer.failure != nil)
    await live.shutDown()
  }
}
