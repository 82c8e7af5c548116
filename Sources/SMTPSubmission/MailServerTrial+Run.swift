public import DNS
import OpenSSLKit

extension MailServerTrial {
  /// Asks a server that has greeted before, until `deadline` at most.
  ///
  /// Each question is a conversation of its own, one behind the other. Recipients are asked about from the null sender,
  /// each in a transaction of its own: servers allow bounces one recipient (RFC 5321 §4.5.5).
  ///
  /// - Parameters:
  ///   - seen: what the server showed.
  ///   - domain: the domain whose mail it takes.
  ///   - label: a local part that nobody has.
  ///   - clientName: the name to greet with.
  ///   - trials: the questions.
  ///   - access: has the conversations.
  ///   - deadline: when the last one ends.
  /// - Returns: what the server said.
  public static func run(
    _ seen: MailServerObservation, for domain: DomainName, label: String, clientName: String,
    _ trials: MailServerTrials, with access: any MailServerAccess, until deadline: ContinuousClock.Instant
  ) async -> MailServerTrial {
    var trial = MailServerTrial(host: seen.host, address: seen.address, port: seen.port, domain: domain, label: label)
    let talk = TrialConversation(trial: trial, clientName: clientName, access: access, deadline: deadline)
    if trials.asksRecipients { trial.recipients = await talk.ask(TrialRecipient.own) }
    guard trials.isIntrusive else { return trial }
    trial.relaying = await talk.ask(TrialRecipient.foreign)
    if seen.session.tls != nil { trial.injection = await talk.inject() }
    if let recipient = trials.testRecipient { trial.endings = await talk.endLoosely(to: recipient) }
    return trial
  }
}

/// One conversation of a trial.
private struct TrialConversation {
  let trial: MailServerTrial
  let clientName: String
  let access: any MailServerAccess
  let deadline: ContinuousClock.Instant

  private func converse(_ plan: SMTPClient.Plan) async -> SMTPSession {
    var endpoint = SMTPEndpoint(
      address: trial.address, port: trial.port, tls: .lenient(serverName: trial.host.serverName))
    endpoint.deadline = deadline
    return await access.converse(plan, at: endpoint)
  }

  func ask(_ recipients: [TrialRecipient]) async -> SMTPSession {
    let envelopes = recipients.map { recipient in
      SMTPEnvelope(sender: "", recipients: [recipient.address(in: trial.domain, label: trial.label)])
    }
    var plan = SMTPClient.Plan(clientName: clientName)
    (plan.envelope, plan.moreEnvelopes) = (envelopes.first, Array(envelopes.dropFirst()))
    return await converse(plan)
  }

  func inject() async -> SMTPSession {
    var plan = SMTPClient.Plan(clientName: clientName)
    plan.trial = .commandBehindSTARTTLS
    return await converse(plan)
  }

  func endLoosely(to recipient: String) async -> SMTPSession {
    var envelope = SMTPEnvelope(sender: "", recipients: [recipient])
    envelope.message = TrialMessage.octets(to: recipient)
    var plan = SMTPClient.Plan(clientName: clientName)
    (plan.trial, plan.envelope) = (.looseEndings, envelope)
    return await converse(plan)
  }
}
