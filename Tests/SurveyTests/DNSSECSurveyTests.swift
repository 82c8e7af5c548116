import AuditTesting
import DNS
import Survey
import Synchronization
import Testing

@Suite struct DNSSECSurveyTests {
  /// Says of every answer that it is secure, and remembers what it was asked.
  final class Listening: DNSSECValidator {
    let asked = Mutex<[[DNSQuestion]]>([])

    func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
      asked.withLock { $0.append(questions) }
      return questions.map { _ in DNSSECVerdict(.secure, reason: "signed") }
    }
  }

  static let world = World(
    """
    $ORIGIN example.org.
    @ MX 10 mail
    @ TXT "v=spf1 mx -all"
    mail A 192.0.2.25
    s1._domainkey TXT "v=DKIM1; p="
    """)

  @Test func eachNameIsJudgedOnItsOwn() async {
    let validator = Listening()
    var instruments = Instruments(resolver: Self.world)
    instruments.validator = validator
    var options = SurveyOptions()
    options.selectors = ["s1"]
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    let asked = survey.dnssec.subjects.map(\.question.description)
    #expect(
      asked == [
        "example.org MX", "example.org TXT", "_dmarc.example.org TXT", "_mta-sts.example.org TXT",
        "s1._domainkey.example.org TXT", "mail.example.org A",
        "mail.example.org AAAA", "_25._tcp.mail.example.org TLSA"
      ])
    #expect(validator.asked.withLock(\.count) == 3, "two rounds, and one for the TLSA records of DANE")
    #expect(survey.dnssec.verdict(on: "mail.example.org", .a)?.state == .secure)
    #expect(survey.dnssec.verdict(on: DNSQuestion("mail.example.org", .mx)) == nil)
  }

  /// The host of the policy concerns nobody where no record announces it.
  @Test(
    arguments: [
      ("", false), ("_mta-sts TXT \"v=STSv1; id=1\"", true), ("_mta-sts TXT \"x\"", false),
      ("_mta-sts TXT \"v=STSv1; id=1\"\n_mta-sts TXT \"v=STSv1; id=2\"", true), ("_mta-sts TXT SERVFAIL", true),
      ("_mta-sts TXT TIMEOUT", false)
    ])
  func thePolicyHostIsJudgedWhereARecordAnnouncesIt(record: String, isJudged: Bool) async {
    var instruments = Instruments(
      resolver: World("$ORIGIN example.org.\n@ MX 10 mail\nmta-sts A 192.0.2.80\n" + record))
    instruments.validator = Listening()
    let survey = await DomainSurvey.gather("example.org", with: instruments)
    #expect(survey.dnssec.subjects.contains { $0.role == .policyHost } == isJudged)
    #expect(survey.answers.contains { $0.question == DNSQuestion("mta-sts.example.org", .caa) } == isJudged)
    #expect((survey.dnssec.verdict(on: "mta-sts.example.org", .aaaa) != nil) == isJudged)
  }

  @Test func withoutValidatorNothingIsAsked() async {
    let survey = await DomainSurvey.gather("example.org", with: Instruments(resolver: Self.world))
    #expect(survey.dnssec.subjects.isEmpty && !survey.dnssec.isValidated)
    #expect(survey.dnssec.parameters == nil)
  }
}
