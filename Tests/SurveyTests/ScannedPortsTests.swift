import DNS
import SMTPSubmission
import Testing

@testable import Survey

/// Which ports `--scan-ports` tries.
@Suite struct ScannedPortsTests {
  @Test(
    arguments: [
      ("mail.example.org", 587, [25, 465, 587, 2525]), ("mail.example.org", 2526, [25, 465, 587, 2525, 2526]),
      ("send.smtp.com", 587, [25, 465, 587, 2525, 2082]),
      ("email-smtp.eu-west-1.amazonaws.com", 587, [25, 465, 587, 2525, 2587, 2465]),
      ("mail.smtp2go.com", 26, [25, 465, 587, 2525, 26, 8025, 80, 8465, 443])
    ] as [(DomainName, UInt16, Set<UInt16>)])
  func areUsualOnesAndThoseOfTheProvider(host: DomainName, port: UInt16, ports: Set<UInt16>) {
    let target = SubmissionTarget(.name(host), port: port, security: .offered)
    let scanned = SubmissionPorts.scanned(for: target)
    #expect(Set(scanned) == ports)
    #expect(scanned.count == ports.count)
  }
}
