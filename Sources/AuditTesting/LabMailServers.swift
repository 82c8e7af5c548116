public import Checks
public import DNS
public import OpenSSLKit

/// A mail server of a scenario, from a line of its header: `; mail-server: ADDRESS WORD WORD…`.
///
/// The words: `certificates=good+issuer,goodRSA+issuer` (names of ``ExampleCertificates``), `versions=1.0-1.3`, `weak`,
/// `no-starttls`, `inject`, `silent`, `greeting=500_no_service` and `ehlo=SIZE_1000,AUTH_PLAIN` (blanks written as `_`),
/// `reply:postmaster@=550_5.1.1_who`, `keeps-commands`, `loose-endings`, and `postfix` for one that Postfix plays and not the scripted server.
public struct LabMailServer: Sendable {
  /// The address.
  public let address: IPAddress
  /// Whether Postfix plays it.
  public let isPostfix: Bool
  /// The names of the certificates, chain by chain.
  public let certificates: [[String]]
  /// What it says and shows.
  public let server: StagedMailServer

  /// Reads the line; nil for words that mean nothing.
  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard let address = words.first.flatMap({ IPAddress($0) }) else { return nil }
    var server = StagedMailServer()
    var names = [["good", "issuer"]]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=").map(String.init)
      switch (parts[0], parts.count) {
      case ("certificates", 2): names = parts[1].split(separator: ",").map { $0.split(separator: "+").map(String.init) }
      case ("versions", 2): server.versions = Self.versions(parts[1])
      case ("weak", 1): server.weakExchanges = [.staticRSA, .finiteField]
      case ("no-starttls", 1): server.ehlo = ["250-mail.example.org", "250 PIPELINING"]
      case ("inject", 1): server.behindConsent = "250 forged\r\n"
      case ("silent", 1): server.greeting = []
      case ("greeting", 2): server.greeting = [Self.text(parts[1])]
      case ("ehlo", 2): Self.offer(parts[1], &server)
      case ("keeps-commands", 1): server.keepsCommands = true
      case ("loose-endings", 1): server.looseEndings = ["\n.\n", "\n.\r\n", "\r.\r"]
      case (let key, 2) where key.hasPrefix("reply:"): server.envelope["<" + key.dropFirst(6)] = Self.text(parts[1])
      case ("postfix", 1): break
      default: return nil
      }
    }
    if names.joined().contains(where: { ExampleCertificates.all[$0] == nil }) { return nil }
    server.chains = names.map { $0.compactMap { ExampleCertificates.all[$0] } }
    self.address = address
    self.server = server
    certificates = names
    isPostfix = words.contains("postfix")
  }

  private static func text(_ word: String) -> String { word.replacing("_", with: " ") }

  /// Offers extensions in clear text, STARTTLS among them, and the same inside TLS but for STARTTLS.
  private static func offer(_ word: String, _ server: inout StagedMailServer) {
    let extensions = ["mail.example.org"] + word.split(separator: ",").map { text(String($0)) }
    server.ehlo = extensions.map { "250-" + $0 } + ["250 STARTTLS"]
    server.ehloInTLS = extensions.map { "250-" + $0 } + ["250 HELP"]
  }

  /// `1.0-1.2`: the versions from one to another; `1.3`: that one.
  static func versions(_ text: String) -> Set<TLSVersion> {
    let bounds = text.split(separator: "-").compactMap { $0.split(separator: ".").last.flatMap { UInt16($0) } }
    let all = TLSVersion.allCases.filter { version in
      (bounds.first ?? 2)...(bounds.last ?? 3) ~= version.rawValue - 0x0301
    }
    return Set(all)
  }

  /// What a real server needs to show the certificates.
  public func identity() throws(OpenSSLError) -> TLSServerIdentity {
    try Self.identity(certificates, server.versions, isLax: !server.weakExchanges.isEmpty)
  }

  /// What a server needs to show chains of ``ExampleCertificates`` by their names.
  static func identity(
    _ chains: [[String]], _ versions: Set<TLSVersion>, isLax: Bool = false
  ) throws(OpenSSLError) -> TLSServerIdentity {
    let pairs = chains.map { names in
      (
        names.compactMap { ExampleCertificates.all[$0] }.joined(separator: "\n"),
        ExampleKeys.all[names.first ?? ""] ?? ""
      )
    }
    let (lowest, highest) = (versions.min() ?? .tls12, versions.max() ?? .tls13)
    let isStrict = !isLax && lowest >= .tls12
    return try TLSServerIdentity(
      pairs, versions: lowest...highest, ciphers: isStrict ? TLSCiphers.ephemeral : TLSCiphers.all)
  }
}

extension LabScenario {
  /// The mail servers without a network: what the header says of them is played.
  var stagedMailServers: StagedMailAccess {
    StagedMailAccess(servers: Dictionary(mailServers.map { ($0.address, $0.server) }) { first, _ in first })
  }
}
