import Audit
import AuditModel
import DNS
import LDNSKit
import OpenSSLKit
import SMTPSubmission
import Survey

/// Whole probes of one server in this process: the client's CPU is what the process takes, less than its start.
enum ProbeBenchmark {
  /// `probe --port P --count N --roots FILE`: that many probes with STARTTLS of 127.0.0.1, one after the other.
  @Sendable static func run(_ arguments: BenchArguments) async {
    let port = UInt16(clamping: arguments.number("port") ?? 587)
    let count = arguments.number("count") ?? 200
    let access = MailServerNetwork(trustStore: arguments["roots"].flatMap { try? TrustStore(file: $0) } ?? .system)
    let instruments = Instruments(resolver: ZoneResolver([], uncovered: .unknown))
    var options = SubmissionOptions(
      SubmissionTarget(.address(.v4(0x7F00_0001)), port: port, security: .offered), clientName: "client.example")
    options.time = arguments.number("time") ?? 1_795_000_000
    options.envelope = SMTPEnvelope(sender: "wiki@client.example", recipients: ["you@server.example"])
    var encrypted = 0
    for _ in 0..<count {
      let report = await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
      let steps = report.proceedings?.steps ?? []
      if steps.contains(where: { $0.name == "RCPT TO" && $0.verdict == .pass }) { encrypted += 1 }
    }
    print("\(encrypted) of \(count) probes came to RCPT TO")
  }
}
