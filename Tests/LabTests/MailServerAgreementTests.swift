import AuditTesting
import Checks
import DNS
import Foundation
import LDNSKit
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Syntax
import Testing

/// What we say of the mail servers of the lab, and what `openssl s_client` and Postfix's `posttls-finger` say.
@Suite(
  .enabled(if: LabMail.isRunning, "the mail servers of the lab run in a namespace only: script/lab run"), .takesTurns)
struct MailServerAgreementTests {
  /// A server of a scenario, with the name that it is asked for.
  struct Target: Sendable, CustomTestStringConvertible {
    let host: DomainName
    let server: LabMailServer
    let tlsa: [TLSARecord]
    var testDescription: String { "\(host) \(server.address)" }
  }

  /// Servers that show a certificate to ordinary clients.
  static let targets = Scenarios.all.flatMap { scenario in
    let records = scenario.zone.records.compactMap { record in
      if case .other(.tlsa, let octets) = record.data { TLSARecord.parse(octets).value } else { nil }
    }.filter { $0.uselessness == nil }
    return scenario.mailServers.map { Target(host: scenario.domain, server: $0, tlsa: records) }
  }.filter { target in
    let isPlayed = !target.server.isPostfix || LabMail.hasPostfix
    let server = target.server.server
    return isPlayed && server.behindConsent.isEmpty && server.greeting.last?.hasPrefix("220") == true
      && server.ehlo.contains { $0.contains("STARTTLS") } && server.versions.contains(.tls12)
  }

  private func observation(_ target: Target) async -> MailServerObservation {
    let probe = MailServerProbe(host: target.host, address: target.server.address, clientName: "client.example")
    return await probe.run(
      with: MailServerNetwork(trustStore: LabMail.trustStore), at: Int(Date.now.timeIntervalSince1970),
      until: .now + .seconds(60))
  }

  @Test(arguments: targets)
  func opensslAgrees(target: Target) async throws {
    let seen = await observation(target)
    let chain = try #require(seen.session.tls?.chain)
    let faults = try #require(seen.verdicts?[chain]).faults.map(\.reason)
    let folder = try #require(LabMail.folder)
    let text = try await ToolRun.output(
      "openssl", "s_client", "-starttls", "smtp", "-connect", "\(target.server.address):25", "-servername",
      "\(target.host)", "-verify_hostname", "\(target.host)", "-CAfile", folder + "/root.pem", "-brief",
      "-cipher", "ALL:@SECLEVEL=0")
    #expect(text.contains(seen.session.tls?.version == .tls13 ? "TLSv1.3" : "TLSv1.2"), "\(text)")
    #expect(text.contains("Verification: OK") == faults.filter { $0 != .weakKey }.isEmpty, "\(faults): \(text)")
  }

  @Test(arguments: targets.filter { !$0.tlsa.isEmpty })
  func opensslAgreesOnDANE(target: Target) async throws {
    let seen = await observation(target)
    let chain = try #require(seen.session.tls?.chain)
    let matching = DANEMatching(referenceNames: ["\(target.host)"], time: Int(Date.now.timeIntervalSince1970))
    let isAccepted = target.tlsa.contains { matching.outcome(of: $0, chain) == .match }
    let records = target.tlsa.flatMap { ["-dane_tlsa_rrdata", "\($0)"] }
    let text = try await ToolRun.output(
      "openssl",
      [
        "s_client", "-starttls", "smtp", "-connect", "\(target.server.address):25", "-dane_tlsa_domain",
        "\(target.host)", "-dane_ee_no_namechecks", "-brief"
      ] + records)
    #expect(text.contains("Verification: OK") == isAccepted, "\(text)")
  }

  @Test(arguments: targets)
  func posttlsFingerAgrees(target: Target) async throws {
    guard ToolRun.exists("posttls-finger") else { return }
    let seen = await observation(target)
    let chain = try #require(seen.session.tls?.chain)
    let faults = try #require(seen.verdicts?[chain]).faults.map(\.reason).filter { $0 != .weakKey }
    let folder = try #require(LabMail.folder)
    let text = try await ToolRun.output(
      "posttls-finger", "-c", "-l", "secure", "-F", folder + "/root.pem", "-o", "smtp_dns_support_level=disabled",
      "[\(target.server.address)]", "\(target.host)")
    // Verified: trusted and named. Untrusted: all else, another name included.
    let word = faults.isEmpty ? "Verified" : "Untrusted"
    #expect(text.contains("\(word) TLS connection established"), "\(faults): \(text)")
  }
}
