import Audit
import AuditModel
import DNS
import DNSTransport
import Foundation
import LDNSKit
import Survey
import Testing

/// The tree of signed zones that `script/lab` starts, with unbound that validates it and unbound that does not.
struct DNSSECLab: Sendable {
  /// Does not validate: mailaudit asks it.
  let plain: LiveResolver
  /// The same, asked without DO.
  let unsigned: LiveResolver
  /// Validates: what it says is compared.
  let validating: LiveResolver
  /// The same, asked with CD: whether it could have had an answer.
  let unchecked: LiveResolver
  /// mailaudit's own validation, through either.
  let validators: [ChainValidator]

  static let current: DNSSECLab? = {
    let environment = ProcessInfo.processInfo.environment
    guard let plain = environment["MAILAUDIT_LAB_DNSSEC"], let validating = environment["MAILAUDIT_LAB_VALIDATING"],
      let anchor = environment["MAILAUDIT_LAB_ANCHOR"]
    else { return nil }
    do {
      return try DNSSECLab(plain, validating, anchor: anchor)
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }()

  /// Skips a test where the servers do not run.
  static let isRunning = ConditionTrait.enabled(
    if: current != nil,
    "\(DNSSECLabRow.all.count) signed and broken names are not compared with unbound: use script/lab run swift test --filter LabTests"
  )

  private init(_ plain: String, _ validating: String, anchor: String) throws {
    var configuration = ResolverConfiguration(servers: [try ServerAddress(parsing: plain)])
    configuration.wantsSignatures = true
    self.plain = try LiveResolver(configuration)
    configuration.wantsSignatures = false
    unsigned = try LiveResolver(configuration)
    configuration.wantsSignatures = true
    configuration.servers = [try ServerAddress(parsing: validating)]
    unchecked = try LiveResolver(configuration)
    configuration.wantsSignatures = false
    self.validating = try LiveResolver(configuration)
    let anchors = try TrustAnchors.load(anchor, files: DiskZoneFiles())
    validators = [self.plain, unchecked].map { resolver in
      ChainValidator(resolver, anchors: anchors) { Int(Date().timeIntervalSince1970) }
    }
  }

  /// Skips a test where BIND's delv is not installed.
  static let hasDelv = ConditionTrait.enabled(
    if: ToolRun.exists("delv"), "delv of bind9-dnsutils is not installed")

  /// What delv says, through the resolver that does not validate.
  static func delv(_ question: DNSQuestion) async throws -> DNSSECVerdict.State? {
    let environment = ProcessInfo.processInfo.environment
    guard let server = environment["MAILAUDIT_LAB_DNSSEC"]?.split(separator: "#"), server.count == 2,
      let anchor = environment["MAILAUDIT_LAB_ANCHOR"]
    else { return nil }
    let file = URL(fileURLWithPath: anchor).deletingLastPathComponent().appendingPathComponent("delv.conf").path
    let text = try await ToolRun.output(
      "delv", "@\(server[0])", "-p", "\(server[1])", "-a", file, "+root=.",
      question.name.isRoot ? "." : "\(question.name).", "\(question.type)")
    // "resolution failed: ncache nxdomain" is a negative answer.
    if text.contains("resolution failed"), !text.contains("ncache") { return .bogus }
    if text.contains("fully validated") { return text.contains("unsigned answer") ? .insecure : .secure }
    return text.contains("unsigned answer") ? .insecure : .indeterminate
  }

  /// What unbound says: AD is secure, SERVFAIL is bogus when there is an answer without validation.
  func unbound(_ question: DNSQuestion) async -> DNSSECVerdict.State {
    let answer = await validating.answer(to: question.name, question.type)
    if answer.failure == nil { return answer.provenance.authenticated ? .secure : .insecure }
    let unchecked = await self.unchecked.answer(to: question.name, question.type)
    return unchecked.failure == nil ? .bogus : .indeterminate
  }
}

/// mailaudit's verdicts on real servers' answers beside unbound's.
@Suite(DNSSECLab.isRunning, .takesTurns) struct DNSSECLabTests {
  /// Where unbound says otherwise, and why mailaudit does not follow.
  static let deviations: [DomainName: (state: DNSSECVerdict.State, why: String)] = [
    "sha1.test": (.secure, "unbound 1.17 still believes SHA-1; RFC 9905 §2 has it treated as insecure")
  ]

  @Test(arguments: DNSSECLabRow.all)
  func asUnbound(row: DNSSECLabRow) async throws {
    let lab = try #require(DNSSECLab.current)
    let unbound = await lab.unbound(row.question)
    let deviation = Self.deviations.first { row.question.name.isEqual(toOrBelow: $0.key) }?.value
    #expect(unbound == deviation?.state ?? row.state, "unbound; \(deviation?.why ?? "")")
    for validator in lab.validators {
      let verdict = await validator.verdicts(on: [row.question])[0]
      #expect(verdict.state == row.state, "\(verdict.reason)")
    }
  }

  /// Where delv of BIND 9.18 says otherwise, and why.
  static let deviationsOfDelv: [String: (state: DNSSECVerdict.State, why: String)] = [
    "sha1.test MX": (.secure, "BIND 9.18 still believes SHA-1; RFC 9905 §2 has it treated as insecure"),
    "none.sha1.test A": (.secure, "BIND 9.18 still believes SHA-1; RFC 9905 §2 has it treated as insecure"),
    "none.optout.test A": (
      .secure, "delv tells what it verified; RFC 5155 §9.2 forbids AD where opt-out covers the name"
    )
  ]

  @Test(DNSSECLab.hasDelv, arguments: DNSSECLabRow.all)
  func asDelv(row: DNSSECLabRow) async throws {
    let deviation = Self.deviationsOfDelv[row.testDescription]
    let said = try #require(try await DNSSECLab.delv(row.question))
    #expect(said == deviation?.state ?? row.state, "delv; \(deviation?.why ?? "")")
  }

  /// Whole audits: what the checks say of the zones.
  @Test(arguments: [
    (
      "good.test",
      "DNSSEC-SIGNED pass, DNSSEC-BOGUS pass, DNSSEC-MX-SIGNED pass, DNSSEC-ALG pass, DNSSEC-DS-DIGEST pass"
    ),
    ("good.test", "DNSSEC-RRSIG-EXPIRY pass, DNSSEC-NSEC3-PARAMS not_applicable, DNSSEC-DENIAL-PROOF pass"),
    ("hashed.test", "DNSSEC-NSEC3-PARAMS pass, DNSSEC-DENIAL-PROOF pass"),
    ("optout.test", "DNSSEC-BOGUS pass, DNSSEC-NSEC3-PARAMS warn"),
    ("many.test", "DNSSEC-SIGNED pass, DNSSEC-BOGUS pass, DNSSEC-NSEC3-PARAMS fail"),
    ("open.test", "DNSSEC-SIGNED info, DNSSEC-BOGUS not_applicable, DNSSEC-MX-SIGNED info"),
    ("nods.test", "DNSSEC-SIGNED info, DNSSEC-BOGUS not_applicable, DNSSEC-ALG not_applicable"),
    ("sha1.test", "DNSSEC-SIGNED info, DNSSEC-ALG fail, DNSSEC-DS-DIGEST fail"),
    ("weakds.test", "DNSSEC-SIGNED pass, DNSSEC-DS-DIGEST fail"), ("rsa512.test", "DNSSEC-ALG warn"),
    ("wrongds.test", "DNSSEC-SIGNED fail, DNSSEC-BOGUS fail, DNSSEC-MX-SIGNED fail, DNSSEC-RRSIG-EXPIRY pass"),
    ("expired.test", "DNSSEC-BOGUS fail, DNSSEC-RRSIG-EXPIRY fail"),
    ("future.test", "DNSSEC-BOGUS fail, DNSSEC-RRSIG-EXPIRY warn"),
    ("undenied.test", "DNSSEC-SIGNED pass, DNSSEC-BOGUS fail, DNSSEC-DENIAL-PROOF fail"),
    ("changed.test", "DNSSEC-SIGNED pass, DNSSEC-BOGUS fail, DNSSEC-MX-SIGNED fail"),
    ("bare.test", "DNSSEC-SIGNED fail, DNSSEC-BOGUS fail, DNSSEC-MX-SIGNED pass")
  ])
  func audits(domain: DomainName, expected: String) async throws {
    let lab = try #require(DNSSECLab.current)
    var instruments = Instruments(resolver: lab.unsigned)
    instruments.validator = lab.validators[0]
    let time = Int(Date().timeIntervalSince1970)
    let report = await DomainAuditor(instruments: instruments, time: time).audit(domain)
    for demand in expected.split(separator: ",") {
      let words = demand.split(separator: " ")
      let outcome = report.outcomes.first { $0.check.rawValue == String(words[0]) }
      #expect(outcome?.verdict.rawValue == String(words[1]), "\(domain): \(outcome.map { "\($0.findings)" } ?? "")")
    }
  }

  @Test func allAtOnceInFewRounds() async throws {
    let lab = try #require(DNSSECLab.current)
    let verdicts = await lab.validators[0].verdicts(on: DNSSECLabRow.all.map(\.question))
    #expect(verdicts.map(\.state) == DNSSECLabRow.all.map(\.state))
    #expect(DNSSECLabRow.all.count >= 60)
  }
}
