import DNS
public import MailAuthentication
import OpenSSLKit

extension CheckStage {
  /// A world where DNSSEC says the same of every name of the example, and with these servers; nil for nobody who looks.
  static func mail(
    _ state: DNSSECVerdict.State? = nil, _ servers: [IPAddress: StagedMailServer]? = nil
  ) -> CheckStage {
    var stage = CheckStage()
    stage.dnssec = state.map { ["example.org": DNSSECVerdict($0, reason: "the example says so")] }
    stage.mailServers = servers
    return stage
  }

  /// The one server of an example at 192.0.2.25.
  static func server(_ state: DNSSECVerdict.State? = nil, _ server: StagedMailServer) -> CheckStage {
    mail(state, [.exampleServer: server])
  }
}

extension IPAddress {
  /// 192.0.2.25, the first mail server of examples.
  static let exampleServer = IPAddress.v4(0xC000_0219)
  /// 192.0.2.26, the second.
  static let secondExampleServer = IPAddress.v4(0xC000_021A)
}

extension ExampleCertificates {
  /// Zone text with a mail server at 192.0.2.25, and more.
  static func zone(_ more: String...) -> String {
    (["@ MX 10 mail", "mail A 192.0.2.25"] + more).joined(separator: "\n")
  }

  /// The data of a TLSA record with SHA-256 for a certificate: `3 1 1` for `.endEntity`, `2 1 1` for `.trustAnchor`;
  /// with its owner, below the name of a host.
  public static func tlsa(_ usage: TLSARecord.Usage, _ certificate: String, at host: String = "mail", port: UInt16 = 25)
    -> String
  {
    let record = chain([certificate]).first.flatMap { try? TLSARecord.record(usage, for: $0) }
    return "_\(port)._tcp.\(host) TLSA " + (record?.description ?? "")
  }
}
