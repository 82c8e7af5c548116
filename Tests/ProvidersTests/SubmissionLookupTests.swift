import DNS
import Testing

@testable import Providers

/// Look-ups by host, mailbox and greeting.
@Suite struct SubmissionLookupTests {
  static let hostRows: [(DomainName, [String])] = [
    ("smtp.gmail.com", ["gmail"]), ("SMTP.Gmail.Com.", ["gmail"]), ("gmail.com", []), ("x.smtp.gmail.com", []),
    ("email-smtp.eu-west-1.amazonaws.com", ["aws-ses"]), ("email-smtp.us-gov-west-1.amazonaws.com", ["aws-ses"]),
    ("email-smtp-fips.us-east-1.amazonaws.com", ["aws-ses"]), ("email-smtp.cn-north-1.amazonaws.com.cn", ["aws-ses"]),
    ("email-smtp.amazonaws.com", []), ("email.eu-west-1.amazonaws.com", []), ("smtp.eu.mailgun.org", ["mailgun"]),
    ("mx0a.netcup.net", ["netcup", "netcup"]), ("a2e5.netcup.net", ["netcup"]), ("pro1.mail.ovh.net", ["ovh"]),
    ("example-org.mail.protection.outlook.com", ["microsoft365-relay"]), ("127.0.0.1", ["localhost-mta", "proton"]),
    ("mail.example.org", []), (".", []), ("com", []), ("gcam1.siteground.biz", ["siteground"]), ("siteground.biz", [])
  ]

  @Test(arguments: hostRows)
  func byHost(name: DomainName, ids: [String]) {
    #expect(SubmissionDirectory.services(ofHost: name).map(\.provider.id) == ids)
  }

  @Test func theClosestPatternIsFirst() {
    let hosts = SubmissionDirectory.services(ofHost: "mx0a.netcup.net").map(\.host.name)
    #expect(hosts == ["mx<XXXX>.netcup.net", "<your-host>.netcup.net"])
  }

  @Test(arguments: [
    ("gmail.com", "gmail"), ("googlemail.com", "gmail"), ("GMX.net", "gmx"), ("web.de", "web-de"),
    ("fastmail.com", "fastmail"), ("outlook.com", "outlook-com"), ("icloud.com", "icloud"), ("163.com", "netease-163"),
    ("yahoo.com", "yahoo"), ("t-online.de", "t-online")
  ])
  func byMailbox(domain: DomainName, id: String) {
    #expect(SubmissionDirectory.providers(ofMailboxDomain: domain).first?.id == id)
  }

  @Test func unknownMailbox() { #expect(SubmissionDirectory.providers(ofMailboxDomain: "example.org").isEmpty) }

  static let greetingRows: [(String, [String])] = [
    ("220 smtp.gmail.com ESMTP 5b1f17b1804b1-45dd296ed51sm1 - gsmtp", ["gmail"]),
    ("smtp.gmail.com ESMTP x - gsmtp\r\n", ["gmail"]), ("220 smtp.gmail.com ESMTP Postfix", ["gmail"]),
    (
      "220 FR0P281CA0123.outlook.office365.com Microsoft ESMTP MAIL Service ready at Tue",
      ["microsoft365", "exchange-onprem"]
    ),
    ("220 mail.example.org Microsoft ESMTP MAIL Service ready at Tue", ["exchange-onprem"]),
    ("220 163.com Anti-spam GT for Coremail System (163com[20141201])", ["netease-163"]),
    ("220 smtp.sendgrid.net ESMTP", ["sendgrid"]), ("220-smtp.sendgrid.net ESMTP", ["sendgrid"]),
    ("220 mail.example.org ESMTP Postfix", []), ("", []), ("220", []), ("220 ", []), ("localhost ESMTP", []),
    ("220 \u{1}\u{2}", []), ("554 smtp.gmail.com", [])
  ]

  @Test(arguments: greetingRows)
  func byGreeting(line: String, ids: [String]) {
    #expect(SubmissionDirectory.providers(ofGreeting: line).map(\.provider.id) == ids)
  }

  /// A greeting without end is cut; nothing takes longer for it.
  @Test func longGreeting() {
    let line = "220 " + String(repeating: "mx.google.com esmtp ", count: 100_000)
    #expect(SubmissionDirectory.providers(ofGreeting: line).isEmpty)
  }

  @Test(arguments: [
    ("a*b", "ab", true), ("a*b", "axxb", true), ("a*b", "a", false), ("ab", "ab", true), ("ab", "abc", false),
    ("*b*", "abc", true), ("*b*d", "abcd", true), ("*d*b*", "abcd", false), ("a*a", "a", false), ("*", "", true)
  ])
  func patterns(pattern: String, text: String, matches: Bool) {
    #expect(GreetingPattern(pattern, basis: FactBasis(.remembered)).matches(Array(text.utf8)) == matches)
  }
}
