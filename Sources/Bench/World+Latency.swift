extension World {
  /// How deep the SPF trees of the domains for measuring latency are.
  static let depths = 0...6

  /// Domains whose SPF records include each other to a known depth; every other area has something to ask for too.
  var latencyZones: [(name: String, text: String)] {
    Self.depths.map { depth in
      let name = "depth\(depth).\(Self.topLevel)"
      return (name, Self.head(name) + Self.latencyRecords(name, depth: depth))
    }
  }

  private static func latencyRecords(_ name: String, depth: Int) -> String {
    let spf = (0...depth).map { level in
      let owner = level == 0 ? "@" : "_spf\(level)"
      let next = level < depth ? "include:_spf\(level + 1).\(name) " : "a:mail.\(name) "
      return "\(owner) TXT \"v=spf1 \(level == 0 ? "mx " : "")ip4:20.0.0.\(level) \(next)~all\"\n"
    }
    return spf.joined() + """
      @ A 20.0.0.80
      @ MX 10 mail
      mail A 20.0.0.25
      mail AAAA 2a00:1::25
      default._domainkey TXT "v=DKIM1; k=rsa; p=\(WorldKeys.rsa1024[0])"
      pm._domainkey CNAME pm.key1.dkim.hoster-mail.com.
      _dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@reports.hoster-mail.com,mailto:dmarc@\(name)"

      """
  }
}
