// Words and names by which receivers and their filters tell pools of addresses. Put together 2026-11-25.
// Words: the rules of SpamAssassin for dynamic names (20_dynrdns.cf, 20_fake_helo_tests.cf), and Microsoft's
// description of DY-001. Default names: the documentation of the networks, and the reverse zones of their addresses.

extension GenericReverseName {
  /// Words of access lines. They count whatever else the name says.
  static let lineWords: Set<String> = [
    "dyn", "dynamic", "dynamicip", "dynip", "dhcp", "dialup", "dialin", "dial", "dip", "ppp", "pppoe", "pppool", "dsl",
    "adsl", "vdsl", "xdsl", "cable", "cablemodem", "broadband", "ftth", "fttx", "gpon", "docsis", "wimax", "lte", "cpe",
    "catv", "hsd", "residential", "unassigned", "unallocated", "unused"
  ]

  /// Words of pools and customers' addresses. They count unless the name is that of a mail host.
  static let poolWords: Set<String> = [
    "pool", "pools", "customer", "customers", "cust", "client", "clients", "user", "users", "compute", "staticip",
    "unknown", "rev", "reverse"
  ]

  /// Words that only mail hosts have.
  static let mailWords: Set<String> = [
    "mail", "smtp", "mx", "mta", "relay", "mailer", "mailout", "outbound", "out", "sender", "postfix", "exim", "bounce",
    "newsletter", "post", "imap", "exchange", "correo", "posta"
  ]

  /// Beginnings of such words.
  static let mailPrefixes = ["mail", "smtp", "mta"]

  /// A name that a network gives to its addresses unless the customer sets another.
  struct DefaultName: Sendable {
    let pattern: NamePattern
    let network: String

    init(_ pattern: NamePattern, _ network: String) {
      self.pattern = pattern
      self.network = network
    }
  }

  /// The default names of networks that rent out machines, and of some access networks.
  static let defaultNames: [DefaultName] = [
    // docs.aws.amazon.com, "EC2 instance hostnames and domains".
    DefaultName("ec2-*.compute-1.amazonaws.com", "Amazon EC2"),
    DefaultName("ec2-*.*.compute.amazonaws.com", "Amazon EC2"),
    // cloud.google.com, "Create a PTR record for a VM instance".
    DefaultName(".bc.googleusercontent.com", "Google Cloud"),
    // learn.microsoft.com, "Reverse DNS for services hosted in Azure".
    DefaultName(".cloudapp.azure.com", "Microsoft Azure"),
    DefaultName(".cloudapp.net", "Microsoft Azure"),
    // techdocs.akamai.com, "Configure rDNS".
    DefaultName(".members.linode.com", "Linode"),
    DefaultName(".ip.linodeusercontent.com", "Linode"),
    // docs.vultr.com, "How to set reverse DNS".
    DefaultName(".vultrusercontent.com", "Vultr"),
    // docs.hetzner.com, "rDNS entries".
    DefaultName(".clients.your-server.de", "Hetzner"),
    // docs.contabo.com, "Reverse DNS".
    DefaultName("*.contaboserver.net", "Contabo"),
    // help.ovhcloud.com, "Configure reverse DNS".
    DefaultName(".vps.ovh.net", "OVHcloud"),
    DefaultName(".vps.ovh.ca", "OVHcloud"),
    DefaultName("*.ip-*.eu", "OVHcloud"),
    DefaultName("*.ip-*.net", "OVHcloud"),
    DefaultName("*.ip-*.us", "OVHcloud"),
    // scaleway.com/docs, "Configure reverse DNS".
    DefaultName(".poneytelecom.eu", "Scaleway"),
    DefaultName(".instances.scw.cloud", "Scaleway"),
    // godaddy.com, reverse zones of hosted servers.
    DefaultName(".ip.secureserver.net", "GoDaddy"),
    // strato.de and netcup.de, reverse zones of rented servers.
    DefaultName("h*.stratoserver.net", "STRATO"),
    DefaultName("v*.yourvserver.net", "netcup"),
    DefaultName(".onlinehome-server.info", "IONOS"),
    // support.huaweicloud.com, reverse zones of elastic addresses.
    DefaultName(".compute.hwclouds-dns.com", "Huawei Cloud"),
    // Reverse zones of access networks.
    DefaultName(".dip0.t-ipconnect.de", "Deutsche Telekom"),
    DefaultName(".dip.t-dialin.net", "Deutsche Telekom")
  ]
}
