import DNS

// The facts of each list as they were known on the day that BlockListDirectory.date tells. Those of Spamhaus and of the
// lists that have closed were looked up on that day; those of the others are common knowledge of their users and are to
// be read again on the pages named. Any answer that has no code here counts as "could not look".

extension BlockListDirectory {
  private static let listed = [BlockList.Code.exactly(0x7F00_0002, "listed", .listed)]
  private static let network = [BlockList.Code.network(0x7F00_0002, "the whole network is listed", .remark)]
  private static let remark = [BlockList.Code.exactly(0x7F00_0002, "listed", .remark)]

  /// All lists, the most used first.
  public static let all: [BlockList] = [
    BlockList(
      "zen.spamhaus.org", "Spamhaus ZEN", [.ipv4, .ipv6],
      [
        .exactly(0x7F00_0002, "SBL: spam source or spam support", .grave),
        .exactly(0x7F00_0003, "CSS: low-reputation sender", .grave),
        .init(.range(0x7F00_0004...0x7F00_0007), "XBL: infected or exploited host", .grave),
        .network(0x7F00_0009, "DROP: hijacked or criminal network", .grave),
        .init(
          .range(0x7F00_000A...0x7F00_000B), "PBL: the network's owner or Spamhaus says that it sends no mail", .policy),
        .exactly(0x7F00_001E, "BCL: botnet controller", .grave)
      ],
      use: .small, isDefault: true, removal: "check.spamhaus.org",
      source: "Spamhaus, DNSBL usage FAQ, return codes and usage terms; docs.spamhaus.com, available zones"),
    BlockList(
      "dbl.spamhaus.org", "Spamhaus DBL", [.domain],
      [
        .exactly(0x7F00_0102, "low-reputation domain", .grave), .exactly(0x7F00_0104, "phishing domain", .grave),
        .exactly(0x7F00_0105, "malware domain", .grave), .exactly(0x7F00_0106, "botnet controller domain", .grave),
        .exactly(0x7F00_0166, "abused legitimate domain: spam", .listed),
        .exactly(0x7F00_0167, "abused legitimate domain: redirector", .listed),
        .exactly(0x7F00_0168, "abused legitimate domain: phishing", .listed),
        .exactly(0x7F00_0169, "abused legitimate domain: malware", .listed),
        .exactly(0x7F00_016A, "abused legitimate domain: botnet controller", .listed),
        .exactly(0x7F00_01FF, "127.0.1.255: an address was asked for", .refusal)
      ],
      use: .small, isDefault: true, listedTest: "dbltest.com", removal: "check.spamhaus.org",
      source: "Spamhaus, DNSBL usage FAQ, DBL codes and test point; docs.spamhaus.com, available zones"),
    BlockList(
      "bl.spamcop.net", "SpamCop", [.ipv4], listed, isDefault: true, removal: "www.spamcop.net/bl.shtml",
      source: "SpamCop, blocking list help"),
    BlockList(
      "b.barracudacentral.org", "Barracuda Reputation Block List", [.ipv4], listed, use: .registration,
      removal: "www.barracudacentral.org/lookups", source: "Barracuda Central, BRBL set-up"),
    BlockList(
      "psbl.surriel.com", "Passive Spam Block List", [.ipv4], listed, isDefault: true, removal: "psbl.org/remove",
      source: "PSBL, how to use"),
    BlockList(
      "dnsbl-1.uceprotect.net", "UCEPROTECT level 1", [.ipv4], remark, isDefault: true,
      removal: "www.uceprotect.net (entries end 7 days after the last offence)",
      source: "UCEPROTECT, usage; removal before that time is sold"),
    BlockList(
      "dnsbl-2.uceprotect.net", "UCEPROTECT level 2 (networks)", [.ipv4], network,
      removal: "the network's owner (www.uceprotect.net)", source: "UCEPROTECT, usage; lists whole networks"),
    BlockList(
      "dnsbl-3.uceprotect.net", "UCEPROTECT level 3 (providers)", [.ipv4], network,
      removal: "the network's owner (www.uceprotect.net)", source: "UCEPROTECT, usage; lists whole providers"),
    BlockList(
      "bl.mailspike.net", "Mailspike", [.ipv4],
      [
        .exactly(0x7F00_0002, "sends spam now", .listed), .exactly(0x7F00_000A, "worst reputation", .listed),
        .exactly(0x7F00_000B, "very bad reputation", .listed), .exactly(0x7F00_000C, "bad reputation", .listed),
        .exactly(0x7F00_000D, "suspicious", .remark), .exactly(0x7F00_000E, "probably spam", .remark)
      ],
      use: .small, isDefault: true, removal: "mailspike.org/iplookup.html",
      source: "Mailspike, usage; SpamAssassin's rules for its answers"),
    BlockList(
      "multi.surbl.org", "SURBL", [.domain],
      [
        .exactly(0x7F00_0001, "127.0.0.1: it does not answer this resolver", .refusal),
        .init(.bit(8), "phishing", .listed), .init(.bit(16), "malware", .listed), .init(.bit(64), "abuse", .listed),
        .init(.bit(128), "cracked site", .listed)
      ],
      use: .small, isDefault: true, listedTest: "test.surbl.org", removal: "surbl.org/surbl-analysis",
      source: "SURBL, lists, usage policy and test points"),
    BlockList(
      "multi.uribl.com", "URIBL", [.domain],
      [
        .exactly(0x7F00_0001, "127.0.0.1: it does not answer this resolver", .refusal),
        .init(.bit(2), "black", .listed), .init(.bit(4), "grey", .remark), .init(.bit(8), "red", .remark)
      ],
      use: .small, isDefault: true, listedTest: "test.uribl.com", removal: "lookup.uribl.com",
      source: "URIBL, about, usage and test points"),
    BlockList(
      "list.dnswl.org", "DNSWL (an allow list)", [.ipv4, .ipv6],
      [
        .exactly(0x7F00_00FF, "127.0.0.255: it does not answer this resolver", .refusal),
        .init(.range(0x7F00_0000...0x7F00_FFFF), "known mail host", .none)
      ],
      use: .small, removal: "www.dnswl.org", source: "DNSWL, return codes"),
    BlockList(
      "hostkarma.junkemailfilter.com", "Hostkarma", [.ipv4],
      [
        .exactly(0x7F00_0001, "white", .none), .exactly(0x7F00_0002, "black", .remark),
        .exactly(0x7F00_0003, "yellow", .none), .exactly(0x7F00_0004, "brown", .remark),
        .exactly(0x7F00_0005, "not to be blocked", .none)
      ],
      removal: "ipadmin.junkemailfilter.com", source: "Junk Email Filter, Hostkarma wiki"),
    BlockList(
      "bl.blocklist.de", "blocklist.de", [.ipv4, .ipv6],
      [.init(.range(0x7F00_0002...0x7F00_00FE), "attacks, by the service that was attacked", .listed)],
      isDefault: true, removal: "www.blocklist.de/en/delist.html", source: "blocklist.de, usage of its DNS list"),
    BlockList(
      "rbl.interserver.net", "InterServer", [.ipv4], remark, removal: "rbl.interserver.net",
      source: "InterServer, RBL usage"),
    BlockList(
      "all.s5h.net", "s5h.net", [.ipv4], remark, removal: "www.usenix.org.uk/content/rbl.html",
      source: "s5h.net, usage of its list"),
    BlockList(
      "spam.dnsbl.anonmails.de", "anonmails.de", [.ipv4], remark, removal: "anonmails.de/dnsbl.php",
      source: "anonmails.de, DNSBL"),
    BlockList(
      "truncate.gbudb.net", "GBUdb Truncate", [.ipv4], remark, removal: "www.gbudb.com/truncate",
      source: "GBUdb, Truncate"),
    BlockList(
      "dnsbl.sorbs.net", "SORBS", [.ipv4], listed, retired: "2024-06", removal: "closed",
      source: "Proofpoint's announcement: closed in June 2024"),
    BlockList(
      "ix.dnsbl.manitu.net", "NiX Spam", [.ipv4], listed, retired: "2025-01-16", removal: "closed",
      source: "www.nixspam.net: closed on 2025-01-16, the zone is empty")
  ]
}
