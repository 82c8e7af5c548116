public import Syntax

/// A policy file (RFC 8461 §3.2), as far as it could be read.
public struct MTASTSPolicy: Sendable, Equatable {
  /// Every line that is a field, in order.
  public let fields: [Field]
  /// What senders are to do; nil when it is missing or unknown.
  public let mode: Mode?
  /// How long senders may keep the policy, in seconds; nil when it is missing or no such number.
  public let maxAge: Int?
  /// The hosts that may be used, each with its place.
  public let patterns: [(pattern: MTASTSPattern, range: Range<Int>)]

  /// What senders do with hosts that do not comply (RFC 8461 §5).
  public enum Mode: String, Sendable, CaseIterable {
    /// They do not deliver to them.
    case enforce
    /// They deliver and report.
    case testing
    /// They act as if there were no policy.
    case none
  }

  /// One line `name: value`.
  public struct Field: Sendable, Hashable {
    /// The octets of the name.
    public let name: Range<Int>
    /// The octets of the value.
    public let value: Range<Int>
    /// The name as text.
    public let key: String
  }

  /// Compares what was read.
  public static func == (left: MTASTSPolicy, right: MTASTSPolicy) -> Bool {
    left.fields == right.fields && left.mode == right.mode && left.maxAge == right.maxAge
      && left.patterns.elementsEqual(right.patterns) { $0 == $1 }
  }
}

extension MTASTSPolicy {
  /// The paragraph that defines the file.
  static let reference = "RFC 8461 §3.2"

  /// The first field called `name`: of several the first counts.
  public func field(_ name: String) -> Field? { fields.first { $0.key == name } }

  /// Fields that the standard does not define; readers ignore them.
  public var extensions: [Field] { fields.filter { !Self.names.contains($0.key) } }

  static let names: Set<String> = ["version", "mode", "max_age", "mx"]

  /// Reads a policy file. Whether it counts at all is told by the faults: one that is fatal makes it void.
  public static func parse(_ text: [UInt8]) -> Parsed<MTASTSPolicy> {
    var parser = MTASTSPolicyParser(text)
    let policy = parser.read()
    return Parsed(text: text, value: policy, faults: parser.faults.inOrder)
  }
}
