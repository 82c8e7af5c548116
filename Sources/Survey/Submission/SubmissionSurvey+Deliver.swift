public import DNS
public import SMTPSubmission

extension SubmissionSurvey {
  /// Hands the message of the envelope over, and looks at nothing else.
  ///
  /// - Returns: the conversation that came furthest; nil when the server has no address.
  public static func deliver(
    _ options: SubmissionOptions, with access: any MailServerAccess, _ resolver: any Resolver
  ) async -> SubmissionVisit? {
    var names = SubmissionNames()
    await names.resolve(options.target, resolver, nil)
    let visitor = SubmissionVisitor(options: options, access: access, deadline: .now + SubmissionLimits.time)
    var last: SubmissionVisit?
    for address in names.addresses {
      let visit = await visitor.submit(to: address)
      if visit.isConnected { return visit }
      last = visit
    }
    return last
  }
}

extension SubmissionVisit {
  /// Why the message did not get to all of its recipients, a phrase; nil when it did.
  public var failedDelivery: String? {
    let refused = session.exchanges.first { $0.step != .reset && !$0.isTaken }
    if let refused { return SMTPStop(refused.step, .reply(refused.reply)).description }
    if session.exchanges.contains(where: { $0.step == .message && $0.isTaken }) { return nil }
    return session.stop?.description ?? "the server did not take the message"
  }
}
