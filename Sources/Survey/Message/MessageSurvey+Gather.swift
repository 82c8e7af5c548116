import DNS
import MailAuthentication
public import MailMessage

extension MessageSurvey {
  /// Looks at the message of `source` with `instruments`: the message itself, and the domain of its author.
  public static func gather(
    _ source: MessageOctets, named name: String, batch: MessageBatch = .init(), options: MessageOptions,
    with instruments: Instruments
  ) async throws(MessageReadError) -> MessageSurvey {
    let message = try Message(reading: source)
    let fields = MessageFields(message)
    let trace = MessageTrace(message, hops: fields.received, options: options)
    let look = MessageLook(
      name: name, options: options, message: message, fields: fields, batch: batch, trace: trace,
      envelope: MessageEnvelope(fields, trace, message, options), body: try BodyScan.body(of: message))
    let recorder = RecordingResolver(instruments.resolver)
    let signatures = try await MessageSignatures.verify(message, using: recorder, at: look.timeOfVerification)
    var diagnoses: [DKIMDiagnosis?] = []
    for result in signatures.dkim { diagnoses.append(result.isIntact ? nil : try DKIMDiagnosis.find(result)) }
    let found = await look.ask(signatures, diagnoses, instruments, recorder)
    return MessageSurvey(look, found, answers: recorder.answers)
  }
}

extension MessageLook {
  /// When the receiver verified the signatures: when it took the message, if that is told and lies not in the future
  /// (RFC 6376 §3.5, tag `x`); else now. A message that is audited weeks later has not expired by that.
  fileprivate var timeOfVerification: Int64 {
    let now = options.time ?? 0
    return Int64(min(trace.timeOfReceipt ?? now, now))
  }

  /// The domain of the author: From names one mailbox at least, and all of one domain (RFC 9989 §5.3.1).
  var authorDomain: DomainName? {
    let domains = Set(fields.from.flatMap { $0.value?.mailboxes ?? [] }.map(\.aLabelDomain))
    return domains.count == 1 ? domains.first ?? nil : nil
  }

  /// Asks what the message makes worth asking: all at the same time, DMARC last, because it rests on SPF and DKIM.
  func ask(
    _ signatures: MessageSignatures, _ diagnoses: [DKIMDiagnosis?], _ instruments: Instruments,
    _ recorder: RecordingResolver
  ) async -> MessageFindings {
    var shared = instruments
    shared.resolver = recorder
    let (domain, settled) = (authorDomain, shared)
    async let author = survey(domain, signatures, settled)
    async let hosts = NamedHost.gather(mentionedNames, using: recorder)
    async let unsubscription = unsubscribe(with: instruments.unsubscriber, using: recorder)
    async let spf = evaluateSPF(sender: envelope.mailFrom?.value, recorder)
    async let spfHELO = evaluateSPF(sender: "", recorder)
    let (sender, greeting, known) = (await spf, await spfHELO, await author)
    let dmarc = await evaluateDMARC(known, sender, signatures, recorder)
    return MessageFindings(
      signatures: signatures, diagnoses: diagnoses, spf: sender, spfHELO: greeting, dmarc: dmarc, author: known,
      hosts: await hosts, unsubscription: await unsubscription)
  }

  /// Looks at the domain of the author, with what message and envelope tell of it.
  private func survey(
    _ domain: DomainName?, _ signatures: MessageSignatures, _ instruments: Instruments
  ) async -> DomainSurvey? {
    guard let domain else { return nil }
    var options = self.options.domain
    options.time = self.options.time
    options.publicSuffixList = self.options.publicSuffixList
    for signature in signatures.dkim.compactMap(\.value)
    where signature.domain == domain && !options.selectors.contains(signature.selector) {
      options.selectors.append(signature.selector)
    }
    if let client = envelope.client, client.source.isCertain { options.sendingAddresses = [client.value] }
    if let helo = envelope.helo, helo.source.isCertain { options.heloName = DomainName(helo.value) }
    if let mailFrom = envelope.mailFrom?.value, !mailFrom.isEmpty { options.mailFrom = mailFrom }
    return await DomainSurvey.gather(domain, options: options, with: instruments)
  }

  /// Runs check_host(), if client and envelope are known.
  private func evaluateSPF(sender: String?, _ resolver: any Resolver) async -> SPFEvaluation? {
    guard let sender, let client = envelope.client?.value else { return nil }
    let helo = envelope.helo?.value ?? ""
    if sender.isEmpty, DomainName(helo)?.literalAddress != nil || DomainName(helo) == nil { return nil }
    var evaluator = SPFEvaluator(resolver: resolver)
    evaluator.deadline = .now + SPFLimits.time
    return await evaluator.evaluate(SPFIdentity(address: client, helo: helo, mailFrom: sender))
  }

  private func evaluateDMARC(
    _ author: DomainSurvey?, _ spf: SPFEvaluation?, _ signatures: MessageSignatures, _ resolver: any Resolver
  ) async -> MessageDMARC? {
    guard let author else { return nil }
    let certain = envelope.client?.source.isCertain == true ? spf : nil
    let identifiers =
      [certain.flatMap(MessageDMARC.Identifier.init)].compactMap(\.self)
      + signatures.dkim.compactMap(MessageDMARC.Identifier.init)
    return await MessageDMARC.evaluate(
      author.dmarc, identifiers: identifiers, knowsSPF: certain != nil, list: options.publicSuffixList, using: resolver)
  }

  /// The names that mail goes back to, and the right side of the Message-ID.
  private var mentionedNames: [DomainName] {
    let mailboxes = [fields.replyTo, fields.sender, fields.returnPath].joined().flatMap { $0.value?.mailboxes ?? [] }
    let identifiers = fields.messageID.compactMap { $0.value.flatMap { DomainName($0.right) } }
    return mailboxes.compactMap(\.aLabelDomain) + identifiers.filter { $0.literalAddress == nil }
  }
}
