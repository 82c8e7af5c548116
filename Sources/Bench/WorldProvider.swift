/// A provider that many domains name in their SPF records, as senders or as mail exchangers.
///
/// The names are those of well-known providers, so that everything that follows from recognising one is measured too;
/// what they publish here is made up.
struct WorldProvider {
  /// What SPF records include.
  let include: String
  /// The zone that `include` lies in.
  let zone: String
  /// The records that stand below `include`: how many names it includes itself, and how deep.
  let shape: (width: Int, depth: Int)
  /// The hosts that receive mail for customers; empty for those that only send.
  var exchanges: [String] = []
  /// How often customers receive there.
  var share = 1

  static let all: [WorldProvider] = [
    .init(
      include: "_spf.google.com", zone: "google.com", shape: (3, 1),
      exchanges: ["aspmx.l", "alt1.aspmx.l", "alt2.aspmx.l"].map { $0 + ".google.com" }, share: 45),
    .init(
      include: "spf.protection.outlook.com", zone: "outlook.com", shape: (1, 1),
      exchanges: ["customer.mail.protection.outlook.com"], share: 40),
    .init(include: "sendgrid.net", zone: "sendgrid.net", shape: (1, 1)),
    .init(include: "amazonses.com", zone: "amazonses.com", shape: (0, 0)),
    .init(include: "mailgun.org", zone: "mailgun.org", shape: (2, 1)),
    .init(include: "spf.mandrillapp.com", zone: "mandrillapp.com", shape: (0, 0)),
    .init(include: "servers.mcsv.net", zone: "mcsv.net", shape: (0, 0)),
    .init(include: "spf.mtasv.net", zone: "mtasv.net", shape: (0, 0)),
    .init(
      include: "zoho.com", zone: "zoho.com", shape: (1, 2), exchanges: ["mx.zoho.com", "mx2.zoho.com"], share: 6),
    .init(include: "_spf.salesforce.com", zone: "salesforce.com", shape: (1, 1)),
    .init(include: "mail.zendesk.com", zone: "zendesk.com", shape: (0, 0)),
    .init(
      include: "spf.hoster-mail.com", zone: "hoster-mail.com", shape: (2, 3),
      exchanges: ["mx1.hoster-mail.com", "mx2.hoster-mail.com"], share: 9)
  ]

  /// The zones of all providers.
  static var zones: [(name: String, text: String)] {
    all.enumerated().map { number, provider in (provider.zone, provider.text(number)) }
  }

  private func text(_ number: Int) -> String {
    var lines = [World.head(zone), "@ A 17.\(number).0.1\n"]
    lines += tree(include, network: "17.\(number)", depth: shape.depth)
    for (position, exchange) in exchanges.enumerated() {
      lines.append("\(exchange). A 17.\(number).1.\(position + 1)\n")
      lines.append("\(exchange). AAAA 2a01:\(number)::\(position + 1)\n")
    }
    if zone == "hoster-mail.com" { lines += reportsAndKeys }
    return lines.joined()
  }

  /// The SPF record at `owner` and those that it includes.
  private func tree(_ owner: String, network: String, depth: Int) -> [String] {
    let children = depth > 0 ? (0..<shape.width).map { "_netblocks\($0)-\(depth).\(zone)" } : []
    let terms = children.map { "include:\($0)" } + (16..<22).map { "ip4:\(network).\($0 * 8).0/21" }
    let record = "\(owner). TXT \"v=spf1 \(terms.joined(separator: " ")) ~all\"\n"
    return [record] + children.prefix(1).flatMap { tree($0, network: network, depth: depth - 1) }
      + children.dropFirst().flatMap { tree($0, network: network, depth: 0) }
  }

  private var reportsAndKeys: [String] {
    let keys = WorldKeys.rsa1024 + WorldKeys.rsa1024
    return ["*._report._dmarc.reports TXT \"v=DMARC1\"\n"]
      + keys.indices.flatMap { number in
        ["pm", "fm1"].map { "\($0).key\(number).dkim TXT \"v=DKIM1; k=rsa; p=\(keys[number])\"\n" }
      }
  }
}
