public import DNS
public import Syntax

/// A TXT record at a name of its own, of whose texts a reader takes those that begin with a version.
public protocol VersionedRecord: Sendable {
  /// Whether a text counts as such a record.
  static func isRecord(_ text: [UInt8]) -> Bool
  /// Whether a text was meant as one and is not: readers discard it, and its owner ought to know.
  static func isNearMiss(_ text: [UInt8]) -> Bool
  /// Reads a text.
  static func parse(_ text: [UInt8]) -> Parsed<Self>
}

/// What stands at the name of a record of which there may be only one.
public struct RecordSelection<Record: VersionedRecord>: Sendable {
  /// The answer for the TXT records.
  public let answer: DNSAnswer
  /// The texts that count as records, in the order of the answer; at most eight are read.
  public let records: [Parsed<Record>]
  /// Texts that were meant as records and are none.
  public let nearMisses: [[UInt8]]
  /// Which of the answers it is: many ask, and a generic value is costly to make.
  public let outcome: Outcome

  /// The answers that there are.
  public enum Outcome: Sendable {
    /// One record.
    case record(Parsed<Record>)
    /// Several: readers take none of them.
    case several
    /// Only texts that were meant as records and are none.
    case nearMiss
    /// Nothing of the kind.
    case absent
    /// Nobody could tell.
    case failure(DNSFailure)
  }

  /// Takes an answer apart.
  public init(_ answer: DNSAnswer) {
    self.answer = answer
    let texts = answer.texts.map(\.joined)
    records = texts.filter(Record.isRecord).prefix(RecordSelectionLimits.records).map(Record.parse)
    nearMisses = Array(
      texts.filter { !Record.isRecord($0) && Record.isNearMiss($0) }.prefix(RecordSelectionLimits.records))
    outcome = Self.outcome(answer, records, isNearMiss: !nearMisses.isEmpty)
  }

  private static func outcome(_ answer: DNSAnswer, _ records: [Parsed<Record>], isNearMiss: Bool) -> Outcome {
    if let failure = answer.failure { return .failure(failure) }
    if records.count > 1 { return .several }
    if let record = records.first { return .record(record) }
    return isNearMiss ? .nearMiss : .absent
  }

  /// The record that counts, if it can be used at all; nil otherwise.
  public var usable: Record? {
    if case .record(let parsed) = outcome, parsed.isSound { parsed.value } else { nil }
  }
}

extension Parsed {
  /// Whether no fault makes the whole text void.
  public var isSound: Bool { value != nil && !faults.contains { $0.gravity == .fatal } }
}

/// The limits of records of which there may be only one.
enum RecordSelectionLimits {
  /// Two are one too many already; so many are shown.
  static let records = 8
}

/// Helps to tell records from other texts by their beginning.
enum VersionSection {
  /// Whether `text` begins with `version`, then blanks, then a semicolon.
  static func begins(_ text: [UInt8], with version: String) -> Bool {
    guard text.starts(with: version.utf8) else { return false }
    return text.dropFirst(version.utf8.count).first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      == UInt8(ascii: ";")
  }

  /// Whether `text`, what is no letter or digit left out, begins with `word`, which is in lower case.
  static func resembles(_ text: [UInt8], _ word: String) -> Bool {
    let letters = text.prefix(maximumLead).lazy.filter { $0.isASCIILetter || $0.isASCIIDigit }.map(\.lowercasedASCII)
    return letters.starts(with: word.utf8)
  }

  /// A version section stands within so many octets, stray quotes and blanks before it included.
  private static let maximumLead = 32
}
