import AuditTesting
import DNS
import Survey

/// A domain with as much around it as mail can have, so that every kind of question has something to miss.
struct RichZone: Sendable, CustomStringConvertible {
  let description: String
  let domain: DomainName
  let text: String

  init(_ description: String, domain: DomainName = "example.org", _ text: String) {
    self.description = description
    self.domain = domain
    self.text = text
  }

  func survey(failing isFailing: @escaping @Sendable (DNSQuestion) -> Bool = { _ in false }) async -> DomainSurvey {
    let world = World("$ORIGIN example.org.\n$TTL 3600\n" + text + "\n")
    var options = SurveyOptions()
    options.time = 1_795_219_200
    return await DomainSurvey.gather(domain, options: options, using: FailingWorld(world, isFailing: isFailing))
  }

  static let all = [sound, faulty, wildcard, implicit, silent, subdomain]

  private static let sound = RichZone(
    "all is well",
    """
    \(authority)
    @ MX 10 mx1
    @ MX 20 mx.partner.example.
    @ TXT "v=spf1 include:sendgrid.net include:_spf.partner.example a:www.example.org mx -all"
    www A 192.0.2.80
    mx1 A 192.0.2.25
    mx1 AAAA 2001:db8::25
    mx.partner.example. A 198.51.100.25
    sendgrid.net. TXT "v=spf1 ip4:203.0.113.0/28 -all"
    _spf.partner.example. TXT "v=spf1 ip4:198.51.100.25 -all"
    partner.example. A 198.51.100.80
    25.2.0.192.in-addr.arpa. PTR mx1
    80.2.0.192.in-addr.arpa. PTR www
    default._domainkey TXT "v=DKIM1; k=ed25519; p=lTD/Md/+66zCInHPoGKog+7JWgTlsCSFGz6Nb1HfZyg="
    s1._domainkey CNAME s1.key.partner.example.
    s1.key.partner.example. TXT "v=DKIM1; p=\(rsa1024)"
    _dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.org,mailto:d@collector.example; ruf=mailto:f@collector.example"
    example.org._report._dmarc.collector.example. TXT "v=DMARC1"
    collector.example. MX 10 mx.collector.example.
    mx.collector.example. A 203.0.113.125
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts CNAME policy.partner.example.
    policy.partner.example. A 198.51.100.81
    _smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.org"
    default._bimi TXT "v=BIMI1; l=https://www.example.org/logo.svg"
    _25._tcp.mx1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    @ CAA 0 issue "ca.example"
    _submissions._tcp SRV 0 1 465 mx1
    """)

  /// In every place that one may be, a defect, and mostly one alone: a failure of its question hides it.
  private static let faulty = RichZone(
    "a defect in every place",
    """
    @ NS ns1
    ns1 A 192.0.2.53
    @ MX 10 mx1
    @ MX 20 mx.gone.example.
    @ MX 30 alias
    @ MX 40 192.0.2.26
    @ TXT "v=spf1 include:a.example include:b.example include:gone.example a:old1 a:old2 a:old3 exists:x.example ptr ~all"
    a.example. TXT "v=spf1 include:c.example mx:many.example ?all"
    b.example. TXT "v=spf1 ip4:10.0.0.0/33 ptr +all"
    c.example. TXT "v=spf1 a a a a ip4:0.0.0.0/1 -all"
    many.example. MX 10 mx1
    mx1 A 192.0.2.25
    alias CNAME target
    target A 192.0.2.27
    25.2.0.192.in-addr.arpa. PTR dhcp-25.isp.example.
    default._domainkey TXT "v=DKIM1; t=y; p=\(rsa512)"
    google._domainkey TXT "v=DKIM1; t=y; h=sha1; g=; p=\(rsa1024)"
    k1._domainkey CNAME k1.key.example.
    k1.key.example. TXT "v=DKIM1; p=\(rsa1024)"
    s1._domainkey CNAME gone.key.example.
    key.example. A 192.0.2.90
    selector1._domainkey TXT "“v=DKIM1; p=AAAA”"
    mail._domainkey TXT "v=DKIM1; p=" "AA" "p=BB\\""
    dkim._domainkey TXT "v=DKIM1; p=AAAA"
    dkim._domainkey TXT "v=DKIM1; p=BBBB"
    _dmarc TXT "v=DMARC1; p=quarantine; sp=none; pct=10; rua=mailto:d@gone.example; ruf=mailto:f@vendor.example"
    _mta-sts TXT "v=STSv1; id=1"
    default._bimi TXT "v=BIMI1; l=http://www.example.org/logo.svg"
    _submissions._tcp SRV 0 1 587 alias
    mx1 CAA 128 tbs "unknown"
    """)

  private static let wildcard = RichZone(
    "a wildcard answers",
    """
    \(authority)
    @ MX 10 mx1
    @ A 192.0.2.1
    mx1 A 192.0.2.25
    * TXT "v=spf1 mx -all"
    @ TXT "v=spf1 mx -all"
    *._domainkey TXT "v=DKIM1; p=\(rsa512)"
    _dmarc TXT "v=DMARC1; p=none"
    """)

  private static let implicit = RichZone(
    "an address alone",
    """
    \(authority)
    @ A 192.0.2.1
    _25._tcp TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    """)

  private static let silent = RichZone(
    "no mail at all",
    """
    \(authority)
    @ A 192.0.2.1
    @ MX 0 .
    @ TXT "v=spf1 -all"
    _dmarc TXT "v=DMARC1; p=reject"
    """)

  private static let subdomain = RichZone(
    "below the organizational domain", domain: "news.example.org",
    """
    \(authority)
    news MX 10 mx1
    mx1 A 192.0.2.25
    news TXT "v=spf1 redirect=_spf.example.org"
    _spf TXT "v=spf1 a:out.example.org ~all"
    out A 192.0.2.40
    _dmarc TXT "v=DMARC1; p=reject; sp=none; np=none; rua=mailto:d@example.org"
    @ MX 10 mx1
    default._bimi TXT "v=BIMI1; l=https://www.example.org/logo.svg"
    """)

  private static let authority = """
    @ SOA ns1 h 1 2 3 4 5
    @ NS ns1
    @ NS ns2.hoster.example.
    ns1 A 192.0.2.53
    ns2.hoster.example. A 198.51.100.53
    """

  private static let rsa512 = """
    MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAORf8ULYngF8XF6N1QoP7oovUp9S3mYpgjZ9yOO+3vnqTLDDZmIujLrNTZTP1GCSzEXTGihG2Ah0\
    G8FgukXR0qMCAwEAAQ==
    """

  private static let rsa1024 = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC34FtU0TUGLzso+3eogyqlsqyKCvpNb9tGMxlDZePqgsIhdqUN+kTgowDPpNT674XnIAUO/YxC\
    /gEX6FzORnOFNwUuri8Mj+LUV1AMcOcSyd+mPLoJGQNZRFq86AE1bMs8g+SHJPQhtelm/u97WJ7RoiquiHZkH//4+uNOU/n67QIDAQAB
    """
}
