/// Where a report was found: a file, the message in it, and the attachment in that.
public struct ReportSource: Sendable, Hashable {
  /// The file as it was named; `-` for standard input.
  public var file: String
  /// Which message of a mailbox it is, from 1; nil when the file is no mailbox.
  public var message: Int?
  /// The name of the attachment, or of the member of an archive.
  public var part: String?
  /// What the mail around it tells; nil where there is none.
  public var carrier: ReportCarrier?

  /// Makes a source of its parts.
  public init(file: String, message: Int? = nil, part: String? = nil, carrier: ReportCarrier? = nil) {
    self.file = file
    self.message = message
    self.part = part
    self.carrier = carrier
  }
}

extension ReportSource: CustomStringConvertible {
  /// The places from the outside to the inside.
  public var description: String {
    ([file] + [message.map { "message \($0)" }, part].compactMap(\.self)).joined(separator: ", ")
  }
}

/// Why a report, or the rest of it, could not be read.
public struct ReportFault: Error, Sendable, Hashable {
  /// The line of the report, from 1; nil when the fault has none.
  public var line: Int?
  /// The cause.
  public var cause: Cause

  /// The causes.
  public enum Cause: Sendable, Hashable {
    /// The XML is not well-formed, or is one of those that are not read: the words of the reader.
    case xml(String)
    /// The JSON is not well-formed: the words of the reader.
    case json(String)
    /// The archive is damaged, ends too soon, or is of a kind that is not read: the words of the reader.
    case archive(String)
    /// More than the limit named: octets when unpacked, members, records, depth.
    case tooMuch(String)
    /// It is well-formed, but no report: what it is instead.
    case noReport(String)
    /// Required parts are missing: what is missing.
    case incomplete(String)
    /// The file could not be read: the words of the system.
    case unreadable(String)
  }

  /// Makes a fault of its parts.
  public init(_ cause: Cause, line: Int? = nil) {
    self.cause = cause
    self.line = line
  }
}

/// Where a report leaves its schema, and can be read all the same.
public struct SchemaDeviation: Sendable, Hashable {
  /// The line, from 1; nil when it has none.
  public var line: Int?
  /// The path of the element or key, such as `record/row/count`.
  public var path: String
  /// What is wrong with it, as a phrase.
  public var statement: String
  /// What kind of deviation it is.
  public var kind: Kind

  /// The kinds, the gravest first.
  public enum Kind: Int, Sendable, CaseIterable {
    /// A part is missing that the numbers need: who reports on what, or a result.
    case missing
    /// A required part is missing that many reports lack, and no reader needs.
    case missingByHabit
    /// A value is none of those that the schema has.
    case value
    /// A part stands where the schema has another one.
    case order
    /// A part occurs more often than the schema allows.
    case repeated
    /// A part is not of the schema, such as one of the other standard.
    case unknown
    /// The text as such: its encoding, or what stands around it.
    case text
  }

  /// Makes a deviation of its parts.
  public init(path: String, statement: String, line: Int? = nil, kind: Kind = .value) {
    self.path = path
    self.statement = statement
    self.line = line
    self.kind = kind
  }
}
