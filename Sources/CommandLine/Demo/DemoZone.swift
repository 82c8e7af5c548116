import DNS

/// The world of `mailaudit demo`: a shop whose mail half works, as zone text. The defects are of the kind that admins
/// have, and every check of the report can be tried on it.
enum DemoZone {
  static let domain: DomainName = "shop.example"

  /// The selectors that the shop's signatures name.
  static let selectors = ["s2026", "news", "old"]

  /// When the world was seen, in seconds since 1970: fixed, so that the demo always prints the same.
  static let time = 1_795_251_600

  static let text = """
    $ORIGIN example.
    $TTL 3600

    ; The shop: its mail is sent by its own host, a newsletter service and a help desk.
    shop              SOA   ns1.shop hostmaster.shop 2026112001 7200 3600 1209600 300
    shop              NS    ns1.shop
    shop              NS    ns2.shop
    shop              A     192.0.2.80
    shop              MX    10 mail.shop
    shop              MX    20 backup.shop
    shop              TXT   "v=spf1 mx a:legacy.shop.example include:_spf.newsletter.example \
    include:_spf.helpdesk.example include:_spf.crm.example ptr ?all"
    shop              TXT   "site-verification=6c1f0d9a4e"
    ns1.shop          A     192.0.2.53
    ns2.shop          A     198.51.100.53
    mail.shop         A     192.0.2.25
    backup.shop       CNAME mail.hosting
    mail.hosting      A     198.51.100.25

    ; Keys: the shop's own, one of the newsletter service that is short, and one that is revoked.
    s2026._domainkey.shop    TXT (
      "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo9e4F681xng9gtqasE"
      "jYJfpveaMKj4L+bB7ntx+SCCVfpuQUqMdphcaGh0vcUJpkCwoAOdAJFhtljaM9Mzz+6JjmC4g4IdHCuH"
      "qVNGJoxXuGZxMnedoOM8WvXr9sAYrXB2Du95QA9TOodmb7USsFPzW0FZXvtF5Rf5R/Nf/yZlVJ7sg3QH"
      "Tm3/oALBmP/d7eSl3Zn5SKSKws0QSkjS2lqJz3r/Vw7bWxcazOg2U07c/Odkj72mUrnNh/pw3tYreEX/"
      "EPAYQ3QbRU1/FJD11p292ZAI7/U5tRIjJ+4sm2k+JU6OEnJ5YvvDoVvR/e6EgPrCVjHOTTSMOOG4BDYs"
      "KldQIDAQAB" )
    news._domainkey.shop     TXT (
      "v=DKIM1; k=rsa; t=y; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDKnd2Jkj5WBCugGcuao"
      "4hW6h3amgDZOrlMHuwwOtpX05+dzm/saRAzJ0O6qKKvh9e0u4/vWj6Ya98Su+kofYizS8puaggTf56v0"
      "p1muABG8LnhoDhPwXU3OHKYnqXoW9lGRyIhrMn7FuWoJczSxWxwm1iPsE47gCmPbyeFL2O3cQIDAQAB" )
    old._domainkey.shop      TXT "v=DKIM1; p="

    ; DMARC: watching only, and the reports go to a service that has not agreed to take them.
    _dmarc.shop       TXT   "v=DMARC1; p=none; pct=50; rua=mailto:dmarc@reports.example"

    ; The services.
    _spf.newsletter   TXT   "v=spf1 include:_a.newsletter.example include:_b.newsletter.example \
    include:_c.newsletter.example ~all"
    _a.newsletter     TXT   "v=spf1 ip4:203.0.113.0/26 ~all"
    _b.newsletter     TXT   "v=spf1 ip4:203.0.113.64/26 ~all"
    _c.newsletter     TXT   "v=spf1 ip4:203.0.113.128/26 ~all"
    _spf.helpdesk     TXT   "v=spf1 include:_n1.helpdesk.example include:_n2.helpdesk.example a:out.helpdesk.example ~all"
    _n1.helpdesk      TXT   "v=spf1 ip4:198.51.100.64/28 ~all"
    _n2.helpdesk      TXT   "v=spf1 ip4:198.51.100.80/28 ~all"
    out.helpdesk      A     198.51.100.96
    reports           A     203.0.113.250
    """
}
