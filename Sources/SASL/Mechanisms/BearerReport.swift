import Syntax

/// Why a server does not take a token (RFC 7628 §3.2.2, and the like in XOAUTH2).
public struct BearerReport: Sendable, Hashable {
  /// `invalid_token`, `insufficient_scope`, or a status of HTTP such as `401`; empty when there is none.
  public private(set) var status = ""
  /// The scopes that a token needs.
  public private(set) var scope: String?
  /// The kinds of tokens that are taken.
  public private(set) var schemes: String?
  /// Where the server's settings of OpenID are found.
  public private(set) var openIDConfiguration: String?
  /// Whether the report could be read.
  public private(set) var isReadable = true

  /// Reads a report; what could be read is kept when the rest is no JSON. The values are the server's words: they are not
  /// fit for a terminal as they are.
  public init(json: [UInt8]) {
    self.init(json: json, leavingOut: SecretSearch([]))
  }

  init(json: [UInt8], leavingOut search: SecretSearch) {
    var reader = JSONReader(json, depth: SASLLimits.reportDepth)
    if reader.beginObject() {
      while let name = reader.nextName()?.string {
        guard let value = reader.scalar()?.string.utf8.prefix(SASLLimits.reportOctets) else { continue }
        take(name, search.redacted(String(decoding: value, as: UTF8.self)))
      }
    }
    isReadable = reader.finish() == nil
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "status": status = value
    case "scope": scope = value
    case "schemes": schemes = value
    case "openid-configuration": openIDConfiguration = value
    default: break
    }
  }
}
