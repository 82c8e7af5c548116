public import DNS
public import Syntax

/// One query of a tree walk (RFC 9989 §4.10): TXT at `_dmarc` below a name, and what stood there.
public final class DMARCWalkStep: Sendable {
  /// The name, without `_dmarc`.
  public let domain: DomainName
  /// The answer; nil when the name with `_dmarc` before it would be longer than a name can be, so nothing can stand there.
  public let answer: DNSAnswer?
  /// The texts that are DMARC records, in the order of the answer. More than one: all of them are dropped.
  public let records: [Parsed<DMARCRecord>]
  /// The record that counts, with its text and faults; nil when none stands here, or several do.
  public let record: Parsed<DMARCRecord>?

  /// What a step contributes to the walk.
  public enum Outcome: Sendable, Equatable {
    /// One record.
    case record(DMARCRecord)
    /// No text begins with `v=DMARC1`.
    case noRecord
    /// Several records, none of which counts (RFC 9989 §4.10 steps 2 and 6).
    case severalRecords
    /// Nobody could tell.
    case temporaryError(DNSFailure)
  }

  /// Takes the answer to the question for `domain` apart.
  public init(domain: DomainName, answer: DNSAnswer?) {
    self.domain = domain
    self.answer = answer
    records = (answer?.texts ?? []).compactMap { strings in
      let text = strings.joined
      return DMARCRecord.isRecord(text) ? DMARCRecord.parse(text) : nil
    }
    record = records.count == 1 ? records.first : nil
  }

  /// What the step contributes.
  public var outcome: Outcome {
    if let failure = answer?.failure { return .temporaryError(failure) }
    if records.count > 1 { return .severalRecords }
    return record?.value.map(Outcome.record) ?? .noRecord
  }

  /// What the record that counts says about `psd`; undefined without such a record.
  var psd: DMARCPublicSuffixFlag { record?.value?.psd ?? .undefined }

  /// The question for the record of `domain`; nil when the name would be over-long.
  public static func question(for domain: DomainName) -> DNSQuestion? {
    domain.prefixed(with: "_dmarc").map { DNSQuestion($0, .txt) }
  }
}
