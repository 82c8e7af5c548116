import AuditModel
import DNS
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport

extension SubmissionSurvey {
  /// Judges what the main conversation showed; without one, nothing can be said.
  func judge(_ judge: (SubmissionVisit) -> Judgement) -> Judgement {
    guard let main else { return .unknown("The host has no address that could be tried.", remedy: Self.needsAddress) }
    return judge(main)
  }

  /// Judges what a step led to; where the conversation ended before it, that cannot be known.
  func judge(from step: SMTPStep, _ judge: (SubmissionVisit) -> Judgement) -> Judgement {
    self.judge { visit in
      guard let stop = visit.session.stop, stop.step.order < step.order else { return judge(visit) }
      return .findings([visit.ended(before: step, stop)])
    }
  }

  /// The server by the name that the application uses.
  var place: String { options.target.description }

  private static let needsAddress = "Correct the name of the host, then run the probe again."
}

extension SubmissionVisit {
  /// The conversation ended before a step.
  func ended(before step: SMTPStep, _ stop: SMTPStop) -> Finding {
    Finding(
      .unknown, subject: place, "The conversation ended before \(step.words): \(stop).", evidence: [evidence])
  }

  /// The whole conversation as evidence.
  var evidence: Evidence {
    let lines = session.transcript.map { "\($0)" }.joined(separator: "; ")
    let text = lines.isEmpty ? session.stop.map { "\($0)" } ?? "nothing" : lines
    return Evidence(source: place, excerpt: text, server: address.description)
  }

  /// A command and its reply as evidence.
  func evidence(_ exchange: SMTPExchange) -> Evidence {
    let text = exchange.reply.lines.map { "\(exchange.reply.code) \($0)" }.joined(separator: "; ")
    let command = exchange.address.isEmpty ? exchange.step.words : "\(exchange.step.words) <\(exchange.address)>"
    return Evidence(source: "\(place), \(command)", excerpt: text, server: address.description)
  }

  /// Something that was seen as evidence.
  func evidence(_ text: String) -> Evidence { Evidence(source: place, excerpt: text, server: address.description) }

  /// The extensions that count: those inside TLS where there is TLS.
  var offered: [SMTPExtension] { session.offered ?? [] }
}

extension SMTPStep {
  /// The place of the step in a conversation.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Duration {
  /// Seconds with one decimal.
  var inSeconds: String {
    let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
