import AuditModel
import DNS
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport

extension Proceedings {
  /// The steps of a submission, address by address, and the dialogue of the main conversation.
  init(_ survey: SubmissionSurvey) {
    var steps = Self.names(survey)
    for visit in survey.visits { steps += visit.steps }
    for visit in [survey.otherMode, survey.retry].compactMap(\.self) { steps += visit.steps }
    if let id = survey.options.messageID, survey.last?.session.exchanges.contains(where: \.isAcceptedMessage) == true {
      steps.append(Step("sent", .pass, "Message-ID \(id)"))
    }
    steps += survey.scan.map(\.scanStep)
    self.init(steps: steps, transcript: survey.last?.session.transcript.map(\.timed) ?? [])
  }

  private static func names(_ survey: SubmissionSurvey) -> [Step] {
    guard let name = survey.options.target.host.name else { return [] }
    let list = survey.addresses.map(\.description).joined(separator: ", ")
    if !list.isEmpty { return [Step("name", .pass, "\(name.serverName) is \(list)")] }
    let failure = survey.hostAnswers.lazy.compactMap(\.failure).first
    let cause = failure.map { "could not be looked up: \($0)" } ?? "has no address"
    return [Step("name", failure == nil ? .fail : .unknown, "\(name.serverName) \(cause)")]
  }
}

extension SubmissionVisit {
  /// What was done at this address, in the order of the conversation.
  fileprivate var steps: [Proceedings.Step] {
    var steps: [Proceedings.Step] = []
    if isConnected { steps.append(step(.connect, .pass, "connected")) }
    if security == .implicit { steps += tls }
    if let greeting = session.greeting { steps.append(step(.greeting, Self.verdict(greeting), "\(greeting)")) }
    if let extensions = session.extensions { steps.append(step(.ehlo, .pass, Self.list(extensions))) }
    if let reply = session.startTLSReply { steps.append(step(.startTLS, Self.verdict(reply), "\(reply)")) }
    if security != .implicit { steps += tls }
    if let inTLS = session.extensionsInTLS { steps.append(step(.ehloInTLS, .pass, Self.list(inTLS))) }
    if let seen = session.clientAddress { steps.append(.init(place: place, "client", .info, "seen as \(seen)")) }
    if let login = session.login { steps.append(step(login)) }
    steps += session.exchanges.enumerated().map { step($1, isOwn: $0 < ownExchanges.count) }
    if let end { steps.append(end) }
    return steps
  }

  private func step(_ step: SMTPStep, _ verdict: Verdict, _ result: String) -> Proceedings.Step {
    .init(place: place, step.words, verdict, result, duration: session.durations[step])
  }

  /// What is said of other senders is told, and is no fault of the submission.
  private func step(_ exchange: SMTPExchange, isOwn: Bool) -> Proceedings.Step {
    let verdict = Self.verdict(exchange)
    let subject = exchange.address.isEmpty ? "" : "<\(exchange.address)>: "
    return .init(
      place: place, exchange.step.words, !isOwn && verdict == .fail ? .info : verdict, subject + "\(exchange.reply)",
      duration: exchange.duration)
  }

  private var tls: [Proceedings.Step] {
    guard let facts = session.tls else { return [] }
    let trust = session.chainVerdict.map { verdict in
      verdict.isTrusted
        ? ", trusted" : ", not trusted: " + verdict.faults.map(\.description).joined(separator: "; ")
    }
    let verdict: Verdict = session.chainVerdict?.isTrusted == false ? .fail : .pass
    return [step(.handshake, verdict, "\(facts.version), \(facts.cipher)\(trust ?? "")")]
  }

  private func step(_ login: LoginOutcome) -> Proceedings.Step {
    switch login {
    case .accepted(let reply), .refused(let reply): step(.auth, Self.verdict(reply), "\(reply)")
    case .withheld(let reason): step(.auth, .unknown, "not tried: \(reason)")
    case .broken(let reason): step(.auth, .fail, "broken off: \(reason)")
    }
  }

  /// Where the conversation ended before its time, when no reply above tells it.
  private var end: Proceedings.Step? {
    guard let stop = session.stop else { return nil }
    switch stop.reason {
    case .reply, .withheld, .loginBroken: return nil
    case .connection(.timedOut): return step(stop.step, .unknown, ConnectionFailure.timedOut.description)
    case .connection(let failure): return step(stop.step, .fail, failure.description)
    case .malformed(let fault): return step(stop.step, .fail, fault.description)
    case .needsUTF8(let address):
      let result = "not sent: <\(address)> needs SMTPUTF8, which the server does not offer"
      return step(stop.step, .unknown, result)
    case .noTimeLeft: return step(stop.step, .unknown, "no time was left")
    case .notRecorded: return step(stop.step, .unknown, "not in the evidence")
    }
  }

  private static func verdict(_ exchange: SMTPExchange) -> Verdict {
    let verdict = verdict(exchange.reply)
    return verdict == .pass && !exchange.isTaken ? .fail : verdict
  }

  private static func verdict(_ reply: SMTPReply) -> Verdict {
    switch reply.replyClass {
    case .positive, .intermediate: .pass
    case .transient: .unknown
    case .permanent: .fail
    }
  }

  private static func list(_ extensions: [SMTPExtension]) -> String {
    let words = extensions.map { ([$0.keyword] + $0.parameters).joined(separator: " ") }
    return words.isEmpty ? "no extensions" : words.joined(separator: ", ")
  }

  /// One line for a port that was scanned.
  fileprivate var scanStep: Proceedings.Step {
    let mode = security == .implicit ? "TLS from the first octet" : "clear text, then STARTTLS"
    if session.tls != nil { return .init(place: "ports", "\(port)", .pass, "\(mode): works") }
    if isGreeted, security != .implicit {
      return .init(place: "ports", "\(port)", .warn, "\(mode): answers, and offers no TLS")
    }
    return .init(place: "ports", "\(port)", .info, "\(mode): \(session.stop.map { "\($0)" } ?? "no answer")")
  }
}

extension SMTPTranscriptLine {
  /// The line with the seconds since the conversation began.
  fileprivate var timed: String {
    let thousandths = time.wholeMilliseconds
    let fraction = "\(1000 + thousandths % 1000)".dropFirst()
    return "\(thousandths / 1000).\(fraction) \(self)"
  }
}

extension SMTPExchange {
  /// Whether the server took the message.
  fileprivate var isAcceptedMessage: Bool { step == .message && isTaken }
}
