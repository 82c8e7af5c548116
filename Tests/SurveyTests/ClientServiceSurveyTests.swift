import AuditTesting
import DNS
import Testing

@testable import Survey

/// The servers that mail programs are led to.
@Suite struct ClientServiceSurveyTests {
  private func survey(_ zone: String) async -> DomainSurvey {
    await DomainSurvey.gather("example.org", using: World("$ORIGIN example.org.\n$TTL 3600\n" + zone + "\n"))
  }

  @Test func recordsAreReadInTheOrderOfClients() async {
    let seen = await survey(
      "_submissions._tcp SRV 20 1 465 b\n_submissions._tcp SRV 10 5 465 a\na A 192.0.2.1\nb AAAA 2001:db8::1\n"
        + "_465._tcp.a TLSA 3 1 1 " + String(repeating: "ab", count: 32)
    ).clientServices
    #expect(seen.services.map(\.kind) == [.submissions, .submission, .imaps])
    #expect(seen.services[0].records.map(\.description) == ["10 5 465 a.example.org", "20 1 465 b.example.org"])
    #expect(seen.hosts["a.example.org"]?.addresses == [.v4(0xC000_0201)])
    #expect(seen.secured.map(\.record.target) == ["a.example.org"])
    #expect(seen.secured.allSatisfy { $0.session == nil && $0.security == nil })
  }

  /// Below a name that does not exist there is no record to ask for, and who does not answer is asked once.
  @Test(
    arguments: [
      ("@ MX 10 mail", false), ("_tcp SRV TIMEOUT", false), ("_tcp SRV SERVFAIL", true), ("* A 192.0.2.1", true),
      ("_25._tcp TLSA 3 1 1 \(String(repeating: "ab", count: 32))", true)
    ])
  func servicesAreAskedForWhereTheNameAboveExists(zone: String, isAsked: Bool) async {
    let seen = await survey(zone)
    let names = seen.answers.filter { $0.question.type == .srv }.map { $0.question.name.description }
    let services = ["_imaps._tcp.example.org", "_submission._tcp.example.org", "_submissions._tcp.example.org"]
    #expect(Set(names) == Set(["_tcp.example.org"] + (isAsked ? services : [])))
    #expect(seen.clientServices.services.count == 3 && seen.clientServices.answers().count == (isAsked ? 3 : 1))
  }

  @Test func withoutRecordsNothingMoreIsAsked() async {
    let seen = await survey("@ MX 10 mail\nmail A 192.0.2.1\n_imaps._tcp SRV 0 0 0 .")
    #expect(seen.clientServices.hosts.isEmpty && seen.clientServices.secured.isEmpty)
    #expect(!seen.answers.contains { $0.question.name == "_465._tcp.mail.example.org" })
  }

  @Test func manyHostsAreNotAllLookedAt() async {
    let records = (0..<40).map { "_imaps._tcp SRV 0 0 993 h\($0)" }.joined(separator: "\n")
    #expect(await survey(records).clientServices.hosts.count == ClientServiceLimits.hosts)
  }

  @Test(arguments: [[], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 5, 97], [0, 0, 0, 0, 0, 0, 0, 0]] as [[UInt8]])
  func octetsThatAreNoRecord(octets: [UInt8]) { #expect(ServiceRecord(.other(type: .srv, octets: octets)) == nil) }

  @Test(arguments: [
    ("test@example.org", true), ("test@EXAMPLE.org", true), ("test@example.net", false), ("@example.org", false),
    ("example.org", false)
  ])
  func testRecipientsBelongToTheDomain(address: String, isMeant: Bool) {
    #expect(address.isAddress(at: "example.org") == isMeant)
  }
}
