import MailMessage
public import Syntax

/// The body of Authentication-Results (RFC 8601 §2.2), or of ARC-Authentication-Results, which has an instance before it
/// (RFC 8617 §4.1.1).
public struct AuthenticationResults: Sendable, Hashable {
  /// The number of the ARC set; nil in a field that is not of ARC.
  public let instance: Int?
  /// Who tells; nil where it is left out, as some do.
  public let authservID: String?
  /// The version; nil where it is left out, which means 1.
  public let version: Int?
  /// The results, in order.
  public let results: [Result]
  /// Whether it says `none`: nothing was looked at.
  public let isNone: Bool

  /// The result of one method.
  public struct Result: Sendable, Hashable {
    /// The method, in lower case: `dkim`.
    public let method: String
    /// The version of the method; nil where it is left out, which means 1.
    public let methodVersion: Int?
    /// The result, in lower case: `pass`.
    public let result: String
    /// The reason, where one is given.
    public let reason: String?
    /// What was looked at, in order.
    public let properties: [Property]
    /// What stands in comments, without their parentheses.
    public let comments: [String]
    /// Where it stands in the text.
    public let range: Range<Int>

    /// The value of the first property of that type and name, both in lower case.
    public func value(_ type: String, _ name: String) -> String? {
      properties.first { $0.type == type && $0.name == name }?.value
    }
  }

  /// One thing that was looked at: `header.d=example.com`.
  public struct Property: Sendable, Hashable {
    /// The type, in lower case: `smtp`, `header`, `body`, `policy`.
    public let type: String
    /// The name, in lower case.
    public let name: String
    /// The value, without quotation marks.
    public let value: String
  }

  /// The results of that method, which is in lower case.
  public func results(of method: String) -> [Result] { results.filter { $0.method == method } }

  /// Reads the body of a field; no value when it holds neither a server nor a result.
  public static func parse(_ text: [UInt8]) -> Parsed<AuthenticationResults> {
    var reader = AuthenticationResultsReader(text: text)
    let value = reader.read()
    reader.faults.addOctets(of: text)
    return Parsed(text: text, value: value, faults: reader.faults.sorted)
  }
}
