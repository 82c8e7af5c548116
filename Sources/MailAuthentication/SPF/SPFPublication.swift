public import DNS
public import Syntax

/// What one name publishes for SPF: the answer, and what was read out of it.
public final class SPFPublication: Sendable {
  /// The name.
  public let domain: DomainName
  /// The answer with the TXT records.
  public let answer: DNSAnswer
  /// Which of the texts are records (RFC 7208 §4.5).
  public var selection: SPFSelection { texts.selection }
  /// The record, if exactly one was selected.
  public var record: Parsed<SPFRecord>? { texts.record }
  /// What came of it.
  public let state: State
  private let texts: SPFTexts

  /// Reads an answer to a question for TXT records.
  public init(_ answer: DNSAnswer) {
    domain = answer.question.name
    self.answer = answer
    texts = answer.reading { SPFTexts($0) }
    state =
      if let failure = answer.failure {
        .unavailable(failure)
      } else if let record = texts.record {
        record.isPermanentError ? .malformed : .record
      } else {
        texts.selection.records.isEmpty ? .absent : .multiple(texts.selection.records.count)
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

/// What was read out of the texts of an answer; kept with the answer, because half of all domains include the records
/// of the same few providers.
private final class SPFTexts: Sendable {
  let selection: SPFSelection
  let record: Parsed<SPFRecord>?

  init(_ answer: DNSAnswer) {
    selection = SPFSelection(answer)
    record = selection.records.count == 1 ? SPFRecord.parse(selection.records[0]) : nil
  }
}
