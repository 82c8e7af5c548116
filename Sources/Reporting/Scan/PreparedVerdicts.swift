import AuditModel
import Synchronization

/// All that some checks can say, as the members of an object: `,"ID":"verdict"`, one behind the other in one row of octets.
/// Threads share it, and a reference for each check of each domain would be fought for.
final class PreparedVerdicts: Sendable {
  private let checks: [ObjectIdentifier]
  private let octets: [UInt8]
  /// Where each member begins: for each check those of all verdicts, by rank; and the end of the last.
  private let starts: [Int]
  /// So many octets the members of all checks have, whatever they say.
  let most: Int

  private static let verdicts = Verdict.allCases.sorted()

  /// Prepares the checks of some outcomes.
  init(_ outcomes: [CheckOutcome]) {
    let members = outcomes.map { outcome in
      Self.verdicts.map { Array(",\"\(outcome.check)\":\"\($0.rawValue)\"".utf8) }
    }
    checks = outcomes.map { ObjectIdentifier($0.description) }
    octets = Array(members.joined().joined())
    starts = members.joined().reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    most = members.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) }
  }

  /// Whether these outcomes are of the very same checks, in the same order.
  func fits(_ outcomes: [CheckOutcome]) -> Bool {
    guard checks.count == outcomes.count else { return false }
    for index in checks.indices where checks[index] != ObjectIdentifier(outcomes[index].description) { return false }
    return true
  }

  /// Appends the member that tells a verdict of the check at `index`; the first without a comma.
  func append(_ verdict: Verdict, at index: Int, to members: inout OutputSpan<UInt8>) {
    let place = index * Self.verdicts.count + verdict.rank
    let start = members.isEmpty ? starts[place] + 1 : starts[place]
    for position in start..<starts[place + 1] { members.append(octets[position]) }
  }
}

/// The prepared verdicts of the last report: those of the next nearly always.
final class LastVerdicts: Sendable {
  private let last = Mutex<PreparedVerdicts?>(nil)

  /// Those of these outcomes.
  func prepared(for outcomes: [CheckOutcome]) -> PreparedVerdicts {
    if let last = last.withLock(\.self), last.fits(outcomes) { return last }
    let fresh = PreparedVerdicts(outcomes)
    last.withLock { $0 = fresh }
    return fresh
  }
}
