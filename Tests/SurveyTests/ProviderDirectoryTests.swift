import DNS
import Providers
import Testing

@Suite struct ProviderDirectoryTests {
  @Test(arguments: [
    ("mx.example.org", "mx.example.org", true), ("mx.example.org", "MX.Example.ORG", true),
    ("mx.example.org", "a.mx.example.org", false), (".example.org", "mx.example.org", true),
    (".example.org", "a.b.example.org", true), (".example.org", "example.org", false),
    ("mx?.example.org", "mx1.example.org", true), ("mx?.example.org", "mx.example.org", false),
    ("mx?.example.org", "mx10.example.org", false), ("mx*.example.org", "mx.example.org", true),
    ("mx*.example.org", "mx10.example.org", true), ("mx*.example.org", "mx.a.example.org", false),
    ("*-in.example.org", "eu-in.example.org", true), ("*-in.example.org", "-in.example.org", true),
    ("a*a.example.org", "a.example.org", false)
  ])
  func patterns(pattern: String, name: DomainName, matches: Bool) {
    #expect(NamePattern(stringLiteral: pattern).matches(name) == matches)
  }

  /// An SPF include, an MX host or a CNAME target, and the providers that it stands for.
  @Test(arguments: [
    ("spf", "_spf.google.com", ["gmail", "google-smtp-relay"]), ("mx", "aspmx.l.google.com", ["gmail"]),
    ("mx", "alt3.aspmx.l.google.com", ["gmail"]), ("mx", "smtp.google.com", ["gmail"]),
    ("spf", "eu._netblocks.mimecast.com", ["mimecast"]), ("mx", "de-smtp-inbound-2.mimecast.com", ["mimecast"]),
    ("spf", "spf.ess.de.barracudanetworks.com", ["barracuda"]), ("spf", "spf.ess.barracudanetworks.com", ["barracuda"]),
    ("mx", "example-org.mail.protection.outlook.com", ["microsoft365"]),
    ("mx", "example-org.p-v1.mx.microsoft", ["microsoft365"]),
    ("cname", "selector1-example-org._domainkey.tenant.onmicrosoft.com", ["microsoft365"]),
    ("cname", "s1.domainkey.u123.wl045.sendgrid.net", ["sendgrid"]),
    ("cname", "abc.dkim.amazonses.com", ["aws-ses", "aws-workmail"]), ("mx", "mail.example.org", []),
    ("spf", "google.com", []), ("mx", "com", []), ("mx", ".", []), ("mx", "mx3.zoho.com.au", ["zoho-mail"])
  ])
  func recognises(kind: String, name: DomainName, ids: [String]) {
    let found =
      switch kind {
      case "spf": ProviderDirectory.recognise(spfIncludes: [name], mxHosts: [])
      case "mx": ProviderDirectory.recognise(spfIncludes: [], mxHosts: [name])
      default: ProviderDirectory.recognise(dkimTarget: name)
      }
    #expect(found.map(\.provider.id) == ids)
  }

  @Test func eachProviderStandsOnceWithItsFirstSign() {
    let found = ProviderDirectory.recognise(
      spfIncludes: ["_spf.google.com"], mxHosts: ["smtp.google.com", "mxa.mailgun.org"])
    #expect(
      found.map { "\($0.provider.id): \($0.sign)" } == [
        "gmail: include:_spf.google.com in SPF", "google-smtp-relay: include:_spf.google.com in SPF",
        "mailgun: the MX host mxa.mailgun.org"
      ])
  }

  @Test func theTableIsSound() {
    let ids = ProviderDirectory.all.map(\.id)
    #expect(ids.count > 100)
    #expect(Set(ids).count == ids.count)
    for selector in ProviderDirectory.all.flatMap(\.selectors) { #expect(DomainName(selector)?.labelCount == 1) }
  }
}
