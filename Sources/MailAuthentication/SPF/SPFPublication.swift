public import DNS
public import Syntax

/// What one name publishes for SPF: the answer, and what was read out of it.
public final class SPFPublication: Sendable {
  /// The name.
  public let domain: DomainName
  /// The answer with the TXT records.
  public let answer: DNSAnswer
  /// Which of the texts are records (RFC 7208 §4.5).
  public let selection: SPFSelection
  /// The record, if exactly one was selected.
  public let record: Parsed<SPFRecord>?
  /// What came of it.
  public let state: State

  /// Reads an answer to a question for TXT records.
  public init(_ answer: DNSAnswer) {
    domain = answer.question.name
    self.answer = answer
    selection = SPFSelection(answer)
    record = selection.records.count == 1 ? SPFRecord.parse(selection.records[0]) : nil
    state =
      if let failure = answer.failure {
        .unavailable(failure)
      } else if let record {
        record.isPermanentError ? .malformed : .record
      } else {
        selection.records.isEmpty ? .absent : .multiple(selection.records.count)
      }
  }

  /// What a name can publish.
  public enum State: Sendable, Hashable {
    /// One record without a syntax error.
    case record
    /// No record: none for the domain itself (RFC 7208 §4.5), a permerror for an include or redirect of it (§5.2, §6.1).
    case absent
    /// Several records: a permerror (RFC 7208 §4.5).
    case multiple(Int)
    /// One record with a syntax error: a permerror (RFC 7208 §4.6).
    case malformed
    /// The DNS gave no answer: a temperror (RFC 7208 §4.4).
    case unavailable(DNSFailure)
  }
}
