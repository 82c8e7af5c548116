import DNS
import Foundation
import Testing

@testable import Providers

/// What applications set for the providers that are used most, held against the directory.
@Suite struct SubmissionFactsTests {
  @Test(arguments: PortRow.all)
  func ports(row: PortRow) throws {
    let name = try #require(DomainName(row.host))
    let hosts = SubmissionDirectory.services(ofHost: name).map(\.host)
    let host = try #require(hosts.first { !$0.modes(ofPort: row.port).isEmpty } ?? hosts.first)
    let agreement = host.agreement(port: row.port, tls: row.tls)
    #expect(agreement.answer == row.answer)
    #expect(agreement.isFirm == row.isFirm)
    #expect(!agreement.expectation.isEmpty)
    #expect(agreement.basis != nil)
  }

  /// A provider, a user name, whether it has the form, and whether a difference is firm.
  static let userNameRows: [(String, String, FactAgreement.Answer, Bool)] = [
    ("gmail", "someone@example.org", .agrees, false), ("gmail", "someone", .differs, false),
    ("microsoft365", "someone@example.org", .agrees, false), ("microsoft365", "EXAMPLE\\someone", .differs, false),
    ("aws-ses", "AKIAIOSFODNN7EXAMPLE", .agrees, false), ("aws-ses", "someone@example.org", .differs, true),
    ("aws-ses", "akiaiosfodnn7example", .differs, true), ("aws-ses", "AKIAIOSFODNN7EXAMPL", .differs, true),
    ("mailgun", "postmaster@mg.example.org", .agrees, false), ("mailgun", "postmaster", .differs, false),
    ("sendgrid", "apikey", .agrees, false), ("sendgrid", "APIKEY", .differs, true),
    ("sendgrid", "someone@example.org", .differs, true), ("postmark", "0a1b2c3d-token", .agrees, false),
    ("brevo", "123456@smtp-brevo.com", .agrees, false), ("brevo", "", .differs, false),
    ("mailjet", "0123456789abcdef0123456789abcdef", .agrees, false), ("mailjet", "someone@example.org", .differs, true),
    ("zoho-mail", "someone@example.org", .agrees, false), ("gandi", "@example.org", .differs, false),
    ("ovh", "someone@example.org", .agrees, false), ("ionos", "someone", .differs, false),
    ("hetzner", "some one@example.org", .differs, false), ("strato", "someone@example.org", .agrees, false),
    ("t-online", "someone@t-online.de", .agrees, false), ("gmx", "someone@", .differs, false),
    ("web-de", "someone", .agrees, false), ("web-de", "someone@web.de", .agrees, false),
    ("web-de", "", .differs, false),
    ("yahoo", "someone@yahoo.com", .agrees, false), ("icloud", "someone@icloud.com", .agrees, false),
    ("fastmail", "someone@fastmail.com", .agrees, false), ("mailbox-org", "someone@mailbox.org", .agrees, false),
    ("proton", "someone@example.org", .agrees, false), ("yandex", "someone", .agrees, false),
    ("mandrill", "anything", .agrees, false), ("sparkpost", "SMTP_Injection", .agrees, false),
    ("sparkpost", "someone@example.org", .differs, true), ("resend", "someone", .differs, false),
    ("snel", "", .agrees, false), ("snel", "someone", .differs, false), ("easydns", "example.org", .agrees, false),
    ("easydns", "someone@example.org", .differs, false),
    ("scaleway-tem", "01234567-89ab-cdef-0123-456789abcdef", .agrees, false),
    ("scaleway-tem", "01234567-89ab-cdef-0123", .differs, false),
    ("oci-email", "ocid1.user.oc1..x@ocid1", .agrees, false),
    ("azure-acs", "resource.app.tenant", .agrees, false), ("azure-acs", "resource", .differs, false)
  ]

  @Test(arguments: userNameRows)
  func userNames(id: String, name: String, answer: FactAgreement.Answer, isFirm: Bool) throws {
    let fact = try #require(SubmissionDirectory.facts(ofProvider: id)?.userName)
    let agreement = fact.agreement(name)
    #expect(agreement.answer == answer)
    #expect(agreement.isFirm == isFirm)
    #expect(!agreement.expectation.isEmpty)
  }

  /// A remembered fact fails nobody.
  @Test func rememberedFactsAreNeverFirm() {
    for facts in SubmissionDirectory.all {
      for host in facts.hosts {
        for port in host.ports where port.basis.confidence == .remembered {
          for tls in SubmissionTLS.allCases { #expect(!host.agreement(port: port.number, tls: tls).isFirm) }
        }
      }
      if let name = facts.userName, !name.basis.allowsFailure {
        for text in ["", "a", "a@b.example"] { #expect(!name.agreement(text).isFirm, "\(facts.id)") }
      }
    }
  }

  /// An example has the form that it stands for, unless that is only remembered or it has a part to fill in.
  @Test func examplesHaveTheirForm() {
    let placeholders = ["aws-ses", "mailjet", "scaleway-tem", "aliyun-directmail", "aliyun-enterprise"]
    for facts in SubmissionDirectory.all where !placeholders.contains(facts.id) {
      guard let name = facts.userName, name.basis.allowsFailure, let example = name.example, !example.contains("<")
      else { continue }
      #expect(name.agreement(example).answer == .agrees, "\(facts.id): \(example)")
    }
  }

  /// A provider and the kind of password, and whether the account's own is known not to do.
  @Test(arguments: [
    ("gmail", "app-password", true), ("fastmail", "app-password", true), ("sendgrid", "api-key", true),
    ("aws-ses", "derived-smtp-password", true), ("brevo", "smtp-key", true), ("mandrill", "api-key", true),
    ("hetzner", "mailbox-password", false), ("ovh", "mailbox-password", false), ("ionos", "mailbox-password", false),
    ("outlook-com", "oauth2-only", true), ("snel", "source-ip", true), ("netease-163", "authorization-code", true)
  ])
  func secrets(id: String, kind: String, excludesAccountPassword: Bool) throws {
    let secret = try #require(SubmissionDirectory.facts(ofProvider: id)?.secret)
    #expect(secret.kind == kind)
    #expect(secret.excludesAccountPassword == excludesAccountPassword)
  }

  /// A provider and what a customer with example.org publishes.
  static let published: [(String, [String])] = [
    ("gmail", ["spf include:_spf.google.com example.org"]),
    (
      "fastmail",
      [
        "spf include:spf.messagingengine.com example.org",
        "dkim CNAME fm1.example.org.dkim.fmhosted.com fm1._domainkey.example.org",
        "dkim CNAME fm2.example.org.dkim.fmhosted.com fm2._domainkey.example.org",
        "dkim CNAME fm3.example.org.dkim.fmhosted.com fm3._domainkey.example.org"
      ]
    ),
    (
      "strato",
      [
        "spf redirect=smtp.rzone.de example.org",
        "dkim CNAME strato-dkim-0002._domainkey.smtp.rzone.de strato-dkim-0002._domainkey.example.org"
      ]
    ),
    (
      "brevo",
      [
        "spf include:spf.brevo.com or include:spf.sendinblue.com example.org",
        "dkim CNAME b1.example-org.dkim.brevo.com brevo1._domainkey.example.org",
        "dkim CNAME b2.example-org.dkim.brevo.com brevo2._domainkey.example.org"
      ]
    ),
    (
      "postmark",
      [
        "spf include:spf.mtasv.net the domain of the return path",
        "return-path CNAME pm.mtasv.net pm-bounces.example.org"
      ]
    ),
    (
      "scaleway-tem",
      [
        "spf include:_spf.tem.scaleway.com example.org",
        "return-path MX blackhole.tem.scaleway.com example.org"
      ]
    ),
    ("localhost-mta", ["spf ip4:<this host> or a or mx example.org"]), ("outlook-com", []), ("snel", [])
  ]

  @Test(arguments: published)
  func publishing(id: String, needs: [String]) throws {
    let facts = try #require(SubmissionDirectory.facts(ofProvider: id))
    #expect(facts.publishing(for: "example.org").map { "\($0.purpose.rawValue) \($0.text) \($0.place)" } == needs)
  }
}
