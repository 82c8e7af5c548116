import AuditModel
import Checks
import Foundation
import Testing

/// Every finding has one check, and is shown under its name alone.
@Suite struct FindingNameTests {
  /// All names, as lists of them have them.
  static let names: Set<String> = Set(
    """
    auth.boolean-false auth.default-plain auth.disabled-with-credentials auth.mechanism-without-user auth.password-empty
    ehlo.empty ehlo.localhost ehlo.missing ehlo.private-literal ehlo.provider-domain ehlo.server-name ehlo.unqualified
    from.default from.differs-from-login from.domain-differs-from-login from.invalid.gitlab_email_from
    from.invalid.gitlab_email_reply_to from.not-a-local-mailbox from.subdomain-not-allowed from.unix-user-at-hostname
    gitlab.defaults-localhost gitlab.force-ssl-noop header.received-leak host.empty host.scheme-without-host
    host.unqualified mail.disabled mid.idhost-empty php.syntax php.unterminated-array placeholder.ehlo
    placeholder.gitlab_email_from placeholder.gitlab_email_reply_to placeholder.reserved-domain placeholder.smtp_address
    placeholder.smtp_password placeholder.smtp_user_name port.25-outbound port.nonstandard-80
    provider.basic-auth-retired provider.basic-auth-retiring provider.legacy-host provider.sendgrid-user
    queue.mailers-missing relay.ip-bound reply-to.foreign-mailbox reply-to.other-domain secret.debug
    secret.debug-exposes-password secret.delimiter tls.465-without-implicit tls.cleartext tls.cleartext-auth
    tls.host-not-in-certificate tls.implicit-on-starttls-port tls.mutually-exclusive tls.name-check-disabled
    tls.opportunistic tls.scheme-ok-465 tls.starttls-offered-unused tls.verify-disabled tls.verify-without-tls
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  @Test func everyNameHasACheckAndNoOtherHas() {
    #expect(Self.names.count == 62)
    #expect(Self.names == Set(FindingNames.checks.keys))
  }

  @Test func theChecksExist() {
    let known = Set(Catalogue.descriptions.map(\.id.rawValue))
    for (name, check) in FindingNames.checks {
      #expect(known.contains(check), "\(check), the check of \(name)")
    }
  }

  /// What is shown comes from the sources: none of them writes such a name.
  @Test func noSourceWritesAName() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardizedFileURL
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 500)
    // A name in a list of files, such as "host.empty", would be written in quotes.
    for path in paths {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      guard text.contains(".") else { continue }
      for name in Self.names where name.contains("-") || name.hasPrefix("placeholder") {
        #expect(!text.contains(name), "\(path) writes \(name)")
      }
    }
  }
}
