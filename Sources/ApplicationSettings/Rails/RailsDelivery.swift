/// How ActionMailer hands mail over.
enum RailsDelivery {
  /// The transport that a delivery method is.
  static func transport(_ name: String) -> SettingValue<MailTransport> {
    switch name {
    case "smtp": .read(.smtp)
    case "sendmail": .read(.sendmail)
    case "test", "file", "letter_opener", "letter_opener_web", "logger": .read(.disabled)
    default: .read(.service)
    }
  }
}

/// The modes of OpenSSL as Ruby names them: `none` is 0 and `peer` is 1; the other two are flags of servers, without which
/// a client verifies nothing.
enum OpenSSLVerifyMode {
  static func verification(_ value: Literal.Value) -> SettingValue<CertificateVerification> {
    switch value {
    case .string("peer"), .number(1), .string("1"): .read(.full)
    case .string("none"), .string("client_once"), .string("fail_if_no_peer_cert"), .number(0), .string("0"):
      .read(.none)
    case .string(""), .null: .absent
    default: .malformed("Ruby knows none, peer, client_once and fail_if_no_peer_cert")
    }
  }
}
