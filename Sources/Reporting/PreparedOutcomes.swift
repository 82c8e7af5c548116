import AuditModel
import Synchronization

/// What of an outcome is the same in every report, as octets. Three of four checks pass or do not apply, and then
/// nothing but a reason differs.
final class PreparedOutcome: Sendable {
  /// The check.
  let description: CheckDescription
  private let pass: [UInt8]
  private let beforeReason: [UInt8]
  private let behindReason: [UInt8]

  init(_ description: CheckDescription, isIndented: Bool, depth: Int) {
    self.description = description
    var writer = JSONWriter(isIndented: isIndented, depth: depth)
    CheckOutcome(description: description, judgement: .pass).write(to: &writer)
    pass = writer.octets
    writer = JSONWriter(isIndented: isIndented, depth: depth)
    let reason = CheckOutcome(description: description, judgement: .notApplicable("")).write(to: &writer)
    beforeReason = Array(writer.octets[..<reason.lowerBound])
    behindReason = Array(writer.octets[reason.upperBound...])
  }

  /// Writes an outcome of the check.
  func write(_ outcome: CheckOutcome, to writer: inout JSONWriter) {
    switch outcome.judgement {
    case .pass where outcome.causedBy.isEmpty: writer.literal(pass)
    case .notApplicable(let reason) where outcome.causedBy.isEmpty:
      writer.literal(beforeReason)
      writer.text(reason)
      writer.literal(behindReason)
    case .findings(let findings) where findings.isEmpty && outcome.causedBy.isEmpty: writer.literal(pass)
    default: outcome.write(to: &writer)
    }
  }
}

/// The prepared outcomes of the checks that the last report was made of: those of the next nearly always.
final class PreparedOutcomes: Sendable {
  private let known = Mutex<[PreparedOutcome]>([])

  /// One for each of `outcomes`, in their order.
  func all(for outcomes: [CheckOutcome], isIndented: Bool, depth: Int) -> [PreparedOutcome] {
    known.withLock { known in
      if !known.elementsEqual(outcomes, by: { $0.description === $1.description }) {
        known = outcomes.map { PreparedOutcome($0.description, isIndented: isIndented, depth: depth) }
      }
      return known
    }
  }
}
