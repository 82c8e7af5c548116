import AuditModel
import AuditTesting
import DNS
import FeedbackReports
import Testing

@testable import Checks
@testable import Survey

/// What is made of a source, by what was reported and what the DNS says.
@Suite struct SourceCauseTests {
  /// A source, and what is to be made of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let cause: String?
    let certainty: Certainty
    let share: SourcePicture.Share
    let record: AggregateRecord

    init(
      _ name: String, _ cause: String?, _ certainty: Certainty, _ share: SourcePicture.Share, _ record: AggregateRecord
    ) {
      (self.name, self.cause, self.certainty, self.share, self.record) = (name, cause, certainty, share, record)
    }

    var testDescription: String { name }
  }

  static let zone = """
    @ TXT "v=spf1 ip4:192.0.2.10 include:mailgun.org -all"
    @ MX 10 mx
    mx A 192.0.2.10
    old A 192.0.2.98
    @ A 192.0.2.97
    98.2.0.192.in-addr.arpa. PTR old
    97.2.0.192.in-addr.arpa. PTR rack7.hosting.example.
    mailgun.org. TXT "v=spf1 ip4:203.0.113.0/24 ~all"
    5.100.51.198.in-addr.arpa. PTR o1.sendgrid.net.
    o1.sendgrid.net. A 198.51.100.5
    6.100.51.198.in-addr.arpa. PTR mail.example.org.
    66.100.51.198.in-addr.arpa. PTR host.stranger.example.
    host.stranger.example. A 198.51.100.66
    """

  static let rows: [Row] = [
    Row("own server, all well", nil, .certain, .own, .of("192.0.2.10", 10)),
    Row("included service, all well", nil, .certain, .own, .of("203.0.113.7", 10)),
    Row(
      "included service, envelope and signature of its own", "unaligned envelope", .certain, .own,
      .of("203.0.113.7", 10) {
        $0.sign("mailgun.org", "k1")
        $0.send("mailgun.org")
      }),
    Row(
      "included service, signature of its own", "foreign signature", .certain, .own,
      .of("203.0.113.7", 10) {
        $0.sign("mailgun.org", "k1")
        $0.send("example.org", "neutral")
      }),
    Row(
      "own server, broken signature", "broken signature", .certain, .own,
      .of("192.0.2.10", 10) {
        $0.sign("example.org", "s1", "fail")
        $0.send("lists.example.net")
      }),
    Row(
      "own server, SPF cannot be evaluated", "SPF error", .certain, .own,
      .of("192.0.2.10", 10) {
        $0.unsign()
        $0.send("example.org", "permerror")
      }),
    Row(
      "own server, failed when the record was another", "listed since", .likely, .own,
      .of("192.0.2.10", 10) {
        $0.unsign()
        $0.send("example.org", "fail")
      }),
    Row(
      "own server, the null sender and no signature", "unsigned", .certain, .own,
      .of("192.0.2.10", 10) {
        $0.unsign()
        $0.spfResults = []
        $0.spf = "fail"
      }),
    Row(
      "own PTR name, not in SPF", "forgotten application", .certain, .own,
      .of("192.0.2.98", 10) {
        $0.unsign()
        $0.send("example.org", "softfail")
      }),
    Row(
      "address of the domain, not in SPF", "forgotten application", .certain, .own,
      .of("192.0.2.97", 10) {
        $0.unsign()
        $0.send("rack7.hosting.example")
      }),
    Row(
      "a PTR name that does not lead back is no proof", "spoofing", .likely, .strangers,
      .of("198.51.100.6", 10) {
        $0.unsign()
        $0.send("example.org", "fail")
      }),
    Row(
      "known service, not included", "missing include", .likely, .own,
      .of("198.51.100.5", 10) {
        $0.unsign()
        $0.send("example.org", "softfail")
      }),
    Row(
      "passed on, signature intact", "forwarding", .likely, .forwarded,
      .of("198.51.100.20", 10) {
        $0.send("example.org", "fail")
      }),
    Row(
      "passed on with SRS, signature intact", "forwarding", .possible, .forwarded,
      .of("198.51.100.20", 10) {
        $0.send("forwarder.example")
      }),
    Row(
      "passed on by a list, as the receiver says", "forwarding", .likely, .forwarded,
      .of("198.51.100.21", 10) {
        $0.sign("example.org", "s1", "fail")
        $0.send("list.example")
        $0.reasons = [PolicyOverrideReason(type: "mailing_list")]
      }),
    Row(
      "passed on with ARC", "forwarding", .likely, .forwarded,
      .of("198.51.100.22", 10) {
        $0.sign("example.org", "s1", "fail")
        $0.send("example.org", "fail")
        $0.reasons = [PolicyOverrideReason(type: "local_policy", comment: "arc=pass as.1.list.example=pass")]
      }),
    Row(
      "local policy without ARC says nothing", "spoofing", .likely, .strangers,
      .of("198.51.100.66", 10) {
        $0.unsign()
        $0.send("example.org", "fail")
        $0.reasons = [PolicyOverrideReason(type: "local_policy", comment: "trusted")]
      }),
    Row(
      "passed on and changed", "forwarding", .possible, .forwarded,
      .of("198.51.100.23", 10) {
        $0.sign("example.org", "s1", "fail")
        $0.send("list.example")
      }),
    Row("a stranger", "spoofing", .likely, .strangers, .stranger(10)),
    Row(
      "somebody who passes for himself", "spoofing", .possible, .unclear,
      .of("198.51.100.66", 10) {
        $0.sign("stranger.example", "x")
        $0.send("stranger.example")
      })
  ]

  @Test(arguments: rows) func withTheDNS(row: Row) async throws {
    let example = ReportsExample(.pass, row.name, [.aggregate([row.record])], zone: Self.zone)
    let survey = try await ReportsExampleRun(Catalogue.reportsChecks[0], example).survey()
    let source = try #require(survey.pictures.first?.sources.first)
    #expect(source.judgement?.cause.title == row.cause, "\(source.standing) \(source.listing)")
    if row.cause != nil { #expect(source.judgement?.certainty == row.certainty) }
    #expect(source.share == row.share)
  }

  /// Without the DNS nothing is certain of strangers, and what receivers say of SPF and DKIM still counts.
  @Test(arguments: rows) func withoutTheDNS(row: Row) throws {
    var survey = ReportsSurvey()
    for event in ExampleReport.aggregate([row.record]).events { survey.take(event) }
    let source = try #require(survey.pictures.first?.sources.first)
    if case .spoofing? = source.judgement?.cause { #expect(source.judgement?.certainty == .possible) }
    #expect(source.judgement?.cause != .forgottenApplication)
    #expect(source.share != .strangers)
    if case .unseen = source.listing {} else { Issue.record("nobody looked: \(source.listing)") }
  }

  /// Who signs with a key that no host of the domain uses was given one; forwarders carry the keys of others.
  @Test func aServiceWithAKeyOfItsOwnIsNoForwarder() throws {
    var survey = ReportsSurvey()
    let service = AggregateRecord.of("198.51.100.5", 10) {
      $0.sign("example.org", "k7")
      $0.send("bounces.service.example")
    }
    let forwarder = AggregateRecord.of("198.51.100.20", 10) { $0.send("srs.forwarder.example") }
    for event in ExampleReport.aggregate([.of("192.0.2.10", 10), service, forwarder]).events { survey.take(event) }
    let sources = try #require(survey.pictures.first?.sources)
    let byAddress = Dictionary(uniqueKeysWithValues: sources.map { ($0.addressText, $0) })
    #expect(byAddress["198.51.100.5"]?.standing == .signer(selector: "k7"))
    #expect(byAddress["198.51.100.5"]?.judgement == nil && byAddress["198.51.100.5"]?.share == .own)
    #expect(byAddress["198.51.100.20"]?.judgement?.cause == .forwarding(.signature))
  }

  /// A name that cannot be looked up makes nobody a stranger or a host of the domain's own.
  @Test func whatCannotBeLookedUpStaysOpen() async throws {
    let example = ReportsExample(.pass, "the service does not answer", [.aggregate([.stranger(10)])], zone: Self.zone)
    let survey = try await ReportsExampleRun(Catalogue.reportsChecks[0], example).survey {
      $0.name == "mailgun.org" || $0.type == .ptr
    }
    let source = try #require(survey.pictures.first?.sources.first)
    #expect(source.judgement?.certainty == .possible && source.share == .unclear)
  }

  @Test(arguments: [
    (30, 3, 0, Readiness.Answer.yes), (30, 3, 50, .no), (5, 3, 0, .undecided), (30, 1, 0, .undecided), (5, 1, 50, .no)
  ])
  func readiness(days: Int, reporters: Int, failing: Int, answer: Readiness.Answer) async throws {
    let reports = (0..<days).flatMap { day in
      (0..<reporters).map { number in
        ExampleReport.aggregate(
          "r\(number).example", id: "\(day)", day: day,
          [
            .of("192.0.2.10", 100),
            .of("203.0.113.7", failing) {
              $0.sign("mailgun.org", "k1"); $0.send("mailgun.org")
            }
          ])
      }
    }
    let example = ReportsExample(.pass, "readiness", reports, zone: Self.zone)
    let survey = try await ReportsExampleRun(Catalogue.reportsChecks[0], example).survey()
    let readiness = try #require(survey.pictures.first?.readiness)
    #expect(readiness.answer == answer, "\(readiness.reasons)")
    #expect(readiness.step == .quarantine)
  }
}
