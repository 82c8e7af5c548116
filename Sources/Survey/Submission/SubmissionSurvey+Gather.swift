import DNS
import MailAuthentication
public import SMTPSubmission

extension SubmissionSurvey {
  /// Walks the path of a submission: names, then connections, one step at a time.
  ///
  /// - Parameters:
  ///   - options: what to try.
  ///   - access: has the conversations; nil for none.
  ///   - instruments: look at names, and at the domain of the sender.
  /// - Returns: what was seen, whatever went wrong.
  public static func gather(
    _ options: SubmissionOptions, with access: (any MailServerAccess)?, _ instruments: Instruments
  ) async -> SubmissionSurvey {
    let recorder = RecordingResolver(instruments.resolver)
    async let early = options.sendsFromSeenAddress ? nil : author(options, instruments)
    async let clientName = clientName(options, recorder)
    var names = SubmissionNames()
    await names.resolve(options.target, recorder, instruments.validator)
    var walk = SubmissionWalk()
    if let access { walk = await .go(options, to: names.addresses, with: access) }
    names.author = await early
    if options.sendsFromSeenAddress {
      var options = options
      options.domain.sendingAddresses += walk.seenAddresses.filter { !options.domain.sendingAddresses.contains($0) }
      names.author = await author(options, instruments)
    }
    names.clientName = await clientName
    names.answers = recorder.answers
    return SubmissionSurvey(options, walk, names, hasRoots: access?.hasRoots ?? false)
  }

  private static func author(_ options: SubmissionOptions, _ instruments: Instruments) async -> DomainSurvey? {
    guard let domain = options.senderDomain else { return nil }
    var instruments = instruments
    // Of the sender's domain only what it publishes for mail is asked; the validator is there for the server.
    instruments.validator = nil
    return await DomainSurvey.gather(domain, options: options.domain, with: instruments)
  }

  /// RFC 5321 §4.1.4: the name of EHLO should have an address.
  private static func clientName(_ options: SubmissionOptions, _ resolver: any Resolver) async -> [DNSAnswer] {
    guard let name = DomainName(typed: options.clientName), name.labelCount > 1, name.literalAddress == nil else {
      return []
    }
    return await resolver.answers(to: [DNSQuestion(name, .a), DNSQuestion(name, .aaaa)])
  }
}

extension SubmissionNames {
  /// Asks for addresses, and for TLSA records beside them.
  mutating func resolve(
    _ target: SubmissionTarget, _ resolver: any Resolver, _ validator: (any DNSSECValidator)?
  ) async {
    switch target.host {
    case .address(let address): addresses = [address]
    case .name("localhost"): addresses = [.v4(0x7F00_0001)]  // RFC 6761 §6.3: DNS is not asked for it.
    case .name(let name):
      let question = TLSAName.question(port: target.port, of: name)
      let answers = await resolver.answers(
        to: [DNSQuestion(name, .a), DNSQuestion(name, .aaaa)] + (question.map { [$0] } ?? []))
      host = Array(answers.prefix(2))
      addresses = Self.chosen(host)
      guard let question, let answer = answers.last else { return }
      let records = TLSARecord.records(of: answer)
      let verdict = records.isEmpty ? nil : await validator?.verdicts(on: [question]).first
      tlsa = TLSALookup(base: name, answer: answer, verdict: verdict, records: records)
    }
  }

  /// Some addresses of each family. IPv4 comes first: applications without IPv6 are many, and what IPv6 does is
  /// seen all the same.
  private static func chosen(_ answers: [DNSAnswer]) -> [IPAddress] {
    let all = Set(answers.flatMap(\.addresses)).sorted()
    return [true, false].flatMap { isV4 in
      all.filter { $0.isV4 == isV4 }.prefix(SubmissionLimits.addressesOfFamily)
    }
  }
}
