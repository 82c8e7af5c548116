import AuditModel
import DNS
import SMTPSubmission
import Survey

extension DomainSurvey {
  /// Judges what hosts said of recipients at the domain.
  func judgeRecipients(_ judge: (MailServerTrial, SMTPSession) -> [Finding]) -> Judgement {
    judgeTrials(\.recipients, unless: options.trials.asksRecipients ? nil : .recipientsNotAsked, judge: judge)
  }

  /// Judges what hosts made of a trial for one's own servers; without `--intrusive` there is nothing to judge.
  func judgeIntrusion(
    _ conversation: (MailServerTrial) -> SMTPSession?, _ judge: (MailServerTrial, SMTPSession) -> [Finding]
  ) -> Judgement {
    guard options.trials.isIntrusive else {
      return .notApplicable("it is tried with --intrusive only, at one's own mail servers")
    }
    return judgeTrials(conversation, unless: nil, judge: judge)
  }

  private func judgeTrials(
    _ conversation: (MailServerTrial) -> SMTPSession?, unless obstacle: Judgement?,
    judge: (MailServerTrial, SMTPSession) -> [Finding]
  ) -> Judgement {
    if let nothing = mx.withoutHosts { return nothing }
    guard let servers = mailServers else { return .mailServersNotAsked }
    if let obstacle { return obstacle }
    guard !servers.observations.isEmpty else { return mx.withoutAddresses }
    let findings = servers.trialed.flatMap { trial in conversation(trial).map { judge(trial, $0) } ?? [] }
    let asked = Set(servers.trialed.map(\.host))
    return .findings(findings + servers.unseen(mx) { !asked.contains($0.host) })
  }
}

extension Judgement {
  /// Nobody asked for recipients.
  static let recipientsNotAsked = Judgement.unknown(
    "Nobody asked the mail servers which recipients they take.",
    remedy: """
      Run mailaudit audit with --probe-mx --probe-recipients: it asks each host about postmaster, abuse and an address \
      that nobody has, and sends nothing.
      """)
}

extension MailServerTrial {
  /// The host and the address, for sentences.
  var subject: String { "\(host) (\(address))" }

  /// A command and its reply as evidence.
  func evidence(_ exchange: SMTPExchange) -> Evidence {
    let command =
      switch exchange.step {
      case .nullSender, .mailFrom: "MAIL FROM:<\(exchange.address)>"
      case .recipient: "RCPT TO:<\(exchange.address)>"
      default: exchange.step.words
      }
    return Evidence(
      source: "\(host) port \(port)", excerpt: "\(command): \(exchange.reply)", server: address.description)
  }

  /// A whole conversation as evidence.
  func evidence(_ session: SMTPSession) -> Evidence {
    Evidence(
      source: "\(host) port \(port)", excerpt: session.transcript.map { "\($0)" }.joined(separator: "; "),
      server: address.description)
  }

  /// One finding about this host.
  func finding(
    _ verdict: Verdict, _ statement: String, _ evidence: Evidence, remedy: String? = nil
  ) -> Finding {
    Finding(verdict, subject: host.description, statement, evidence: [evidence], remedy: remedy)
  }

  /// That a conversation did not get where the answer is.
  func undecided(_ what: String, _ session: SMTPSession) -> Finding {
    let refused = session.exchanges.last { $0.reply.replyClass != .positive }
    let cause = session.stop?.description ?? refused.map { "the server answered \($0.reply)" } ?? "it did not get there"
    return finding(.unknown, "Nobody can tell \(what) at \(subject): \(cause).", evidence(session))
  }

  /// What the reply to a recipient leaves open; nil when it says yes, or no to the recipient itself.
  func openReply(_ exchange: SMTPExchange) -> Finding? {
    switch exchange.reply.objection {
    case .none, .recipient: return nil
    case .later:
      return finding(
        .unknown, "\(subject) puts off the answer about <\(exchange.address)>: \(exchange.reply).", evidence(exchange),
        remedy: "Run mailaudit again after some minutes: servers that do not know a client let it wait at first.")
    case .sender, .other:
      return finding(
        .unknown, "\(subject) refuses more than <\(exchange.address)>: \(exchange.reply).", evidence(exchange),
        remedy: """
          The server may dislike who asks: run mailaudit on a host that may send mail, and name that host by --helo.
          """)
    }
  }
}
