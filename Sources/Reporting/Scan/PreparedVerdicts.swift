import AuditModel
import Synchronization

/// All that some checks can say, as the members of an object: `"ID":"verdict"`, one behind the other in one row of octets.
/// Threads share it, and a reference for each check of each domain would be fought for.
final class PreparedVerdicts: Sendable {
  private let checks: [ObjectIdentifier]
  private let octets: [UInt8]
  /// Where each member begins: for each check those of all verdicts, by rank; and the end of the last.
  private let starts: [Int]

  /// Prepares the checks of some outcomes.
  init(_ outcomes: [CheckOutcome]) {
    let verdicts = Verdict.allCases.sorted()
    let members = outcomes.flatMap { outcome in verdicts.map { Array("\"\(outcome.check)\":\"\($0.rawValue)\"".utf8) } }
    checks = outcomes.map { ObjectIdentifier($0.description) }
    octets = Array(members.joined())
    starts = members.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
  }

  /// Whether these outcomes are of the very same checks, in the same order.
  func fits(_ outcomes: [CheckOutcome]) -> Bool {
    guard checks.count == outcomes.count else { return false }
    for index in checks.indices where checks[index] != ObjectIdentifier(outcomes[index].description) { return false }
    return true
  }

  /// The member that tells a verdict of the check at `index`.
  func member(_ verdict: Verdict, at index: Int) -> ArraySlice<UInt8> {
    let place = index * Verdict.allCases.count + verdict.rank
    return octets[starts[place]..<starts[place + 1]]
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
