/// The modes of OpenSSL as Ruby names them: `none` is 0 and `peer` is 1; the other two are flags of servers, without which
/// a client verifies nothing.
enum OpenSSLVerifyMode {
  /// What the names are, for who wrote another one.
  static let names = "none, peer, client_once and fail_if_no_peer_cert"

  /// A mode by its name; nil when there is none of it.
  static func named(_ name: String) -> CertificateVerification? {
    switch name {
    case "peer": .full
    case "none", "client_once", "fail_if_no_peer_cert": CertificateVerification.none
    default: nil
    }
  }

  /// A mode by its number, a sum of flags of which 1 is `peer`, or by its name, a symbol of Ruby or not.
  static func verification(_ value: Literal.Value) -> SettingValue<CertificateVerification> {
    switch value {
    case .number(1), .number(3), .string("1"): return .read(.full)
    case .number(0), .number(2), .number(4), .string("0"): return .read(.none)
    case .null, .string(""): return .absent
    case .string(let text):
      if let mode = named(RubyText.bare(text).lowercased()) { return .read(mode) }
    default: break
    }
    return .malformed("Ruby knows \(names)")
  }
}
