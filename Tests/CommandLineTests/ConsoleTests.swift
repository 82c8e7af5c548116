import AuditModel
import ProcessKit
import Synchronization
import Testing

@testable import CommandLine

typealias Status = AuditModel.ExitStatus

/// What the surroundings decide.
@Suite struct ConsoleTests {
  @Test(
    arguments: [
      (true, [:], true, 132), (false, [:], false, 80), (true, ["NO_COLOR": "1"], false, 132),
      (true, ["NO_COLOR": ""], true, 132), (true, ["TERM": "dumb"], false, 132), (true, ["COLUMNS": "60"], true, 60),
      (true, ["COLUMNS": "-3"], true, 132), (true, ["COLUMNS": "x"], true, 132), (false, ["COLUMNS": "60"], false, 80)
    ] as [(Bool, [String: String], Bool, Int)])
  func coloursAndWidth(isTerminal: Bool, variables: [String: String], isColoured: Bool, width: Int) {
    var console = Console.process
    (console.isTerminal, console.columns, console.environment) = (isTerminal, 132, { variables[$0] })
    #expect(console.isColoured == isColoured)
    #expect(console.width == width)
  }

  @Test func aFullDiskIsAnErrorAndAClosedPipeIsNone() async {
    for (number, lines) in [(Int32(28), 1), (Int32(32), 0)] {
      let errors = ErrorCount()
      var console = Console.process
      console.output = { _ in throw StreamError(number: number) }
      console.error = { _ in errors.add() }
      let status = await Console.$current.withValue(console) { await MailAudit.run(["checks"]) }
      #expect(status == Status.inputOutput.rawValue)
      #expect(errors.count == lines)
    }
  }

  @Test(
    arguments: [
      ("SPF-PRESNT", ["SPF-PRESENT"]), ("spf", []), ("MULTIPLE", ["DMARC-MULTIPLE"]), ("", []), ("XYZZY", [])
    ])
  func nearMisses(text: String, names: [String]) {
    #expect(NearMiss.of(text, among: ["DMARC-MULTIPLE", "DMARC-PRESENT", "SPF-PRESENT"]) == names)
  }

  @Test(
    arguments: [
      (.clean, .clean, .clean), (.clean, .undecided, .undecided), (.undecided, .found, .found),
      (.found, .undecided, .found), (.found, .usage, .usage)
    ] as [(Status, Status, Status)])
  func statusesJoin(left: Status, right: Status, joined: Status) {
    #expect(left.joined(with: right) == joined)
    #expect(right.joined(with: left) == joined)
  }
}

/// Counts from any task.
private final class ErrorCount: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}
