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
        "mta-sts.example.org A", "mta-sts.example.org AAAA", "s1._domainkey.example.org TXT", "mail.example.org A",
        "mail.example.org AAAA", "_25._tcp.mail.example.org TLSA"
      ])
    #expect(validator.asked.withLock(\.count) == 3, "two rounds, and one for the TLSA records of DANE")
    #expect(survey.dnssec.verdict(on: "mail.example.org", .a)?.state == .secure)
    #expect(survey.dnssec.verdict(on: DNSQuestion("mail.example.org", .mx)) == nil)
  }

  @Test func withoutValidatorNothingIsAsked() async {
    let survey = await DomainSurvey.gather("example.org", with: Instruments(resolver: Self.world))
    #expect(survey.dnssec.subjects.isEmpty && !survey.dnssec.isValidated)
    #expect(survey.dnssec.parameters == nil)
  }
}
