public import DNS
public import HTTPS
public import Syntax

/// One entry of `rua` (RFC 8460 §3): a URI that reports go to.
public struct TLSRPTReportURI: Sendable, Equatable {
  /// Where the entry stands in the text of the record.
  public let range: Range<Int>
  /// The entry as text.
  public let text: String
  /// What kind of URI it is.
  public let target: Target

  /// What an entry names.
  public enum Target: Sendable, Hashable {
    /// A `mailto:` URI with the domain behind its `@`.
    case mailbox(domain: DomainName)
    /// An `https:` URI that reports are posted to.
    case collector(HTTPSURL)
    /// Nothing that a sender can use, and why.
    case invalid(String)
  }

  /// Whether a sender can use the entry.
  public var isUsable: Bool {
    if case .invalid = target { false } else { true }
  }

  /// What is wrong with the entry, if anything.
  public var fault: SyntaxFault? {
    guard case .invalid(let cause) = target else { return nil }
    return SyntaxFault(range, "\(cause): no report goes there", TLSRPTRecord.reference, gravity: .ignored)
  }

  /// Reads the entry that stands at `range` of `text`.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.range = range
    self.text = String(decoding: text[range], as: UTF8.self)
    target = Self.target(text, range)
  }

  private static func target(_ text: [UInt8], _ range: Range<Int>) -> Target {
    // RFC 8460 §3: commas, exclamation marks and semicolons are percent-encoded.
    if text[range].contains(UInt8(ascii: "!")) { return .invalid("a \"!\" has to be written as %21") }
    let uri = DMARCReportURI(text, range)
    switch uri.target {
    case .mailbox(let domain): return .mailbox(domain: domain)
    case .invalid(let cause): return .invalid(cause)
    case .other("https", _):
      do throws(HTTPSURLError) {
        return .collector(try HTTPSURL(parsing: Array(text[range])))
      } catch {
        return .invalid(error.description)
      }
    case .other(let scheme, _): return .invalid("reports go to mailto: and https:, not to \(scheme):")
    }
  }
}
