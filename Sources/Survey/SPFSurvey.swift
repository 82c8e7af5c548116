public import DNS
public import MailAuthentication

/// What a domain publishes for SPF, and what its records lead to.
public struct SPFSurvey: Sendable {
  /// The tree of records that starts at the domain.
  public let tree: SPFTree
  /// The records of the obsolete type SPF (RFC 7208 §3.1).
  public let obsolete: DNSAnswer
  /// Names where a record is sometimes put by mistake; only asked when the domain itself has none.
  public let elsewhere: [SPFPublication]
  /// The evaluations for the sending addresses that the owner told, in their order.
  public let senders: [SPFEvaluation]
  /// What the EHLO name that the owner told publishes.
  public let helo: SPFPublication?
  /// The evaluation of the EHLO name for the sending address (RFC 7208 §2.3).
  public let heloEvaluation: SPFEvaluation?

  /// The evaluation for the first sending address.
  public var sender: SPFEvaluation? { senders.first }

  /// The TXT records of the domain.
  public var answer: DNSAnswer { tree.root.publication.answer }

  /// Walks the tree. The obsolete type is asked for beside it: some servers never answer for that type, and the tree
  /// is not to wait for them. Evaluations come last, when nearly all they ask for is known.
  static func gather(_ domain: DomainName, options: SurveyOptions, using resolver: any Resolver) async -> SPFSurvey {
    let heloName = options.heloName.flatMap { $0.literalAddress == nil ? $0 : nil }
    async let beside = resolver.answers(
      to: [DNSQuestion(domain, .spf)] + (heloName.map { [DNSQuestion($0, .txt)] } ?? []))
    let tree = await SPFTree.explore(domain, using: resolver)
    let elsewhere = await lookElsewhere(tree.root.publication, using: resolver)
    let senders = await evaluate(sender(domain, options), options, resolver)
    let answers = await beside
    return SPFSurvey(
      tree: tree, obsolete: answers[0], elsewhere: elsewhere, senders: senders,
      helo: heloName == nil ? nil : SPFPublication(answers[1]),
      heloEvaluation: await evaluate(heloName.map { "postmaster@\($0)" }, options.sendingAddress, options, resolver))
  }

  private static func sender(_ domain: DomainName, _ options: SurveyOptions) -> String {
    options.mailFrom ?? "postmaster@\(domain)"
  }

  /// Runs check_host() for every sending address.
  private static func evaluate(
    _ mailFrom: String, _ options: SurveyOptions, _ resolver: any Resolver
  ) async -> [SPFEvaluation] {
    var evaluations: [SPFEvaluation] = []
    for address in options.sendingAddresses.prefix(SurveyOptions.mostSendingAddresses) {
      if let evaluation = await evaluate(mailFrom, address, options, resolver) { evaluations.append(evaluation) }
    }
    return evaluations
  }

  /// Runs check_host() for an address, if one is known.
  private static func evaluate(
    _ mailFrom: String?, _ address: IPAddress?, _ options: SurveyOptions, _ resolver: any Resolver
  ) async -> SPFEvaluation? {
    guard let mailFrom, let address else { return nil }
    let helo = options.heloName?.description ?? String(mailFrom.drop { $0 != "@" }.dropFirst())
    var evaluator = SPFEvaluator(resolver: resolver)
    evaluator.deadline = .now + SPFLimits.time
    return await evaluator.evaluate(SPFIdentity(address: address, helo: helo, mailFrom: mailFrom))
  }

  /// Asks the names where records are put by mistake, and the names above.
  private static func lookElsewhere(
    _ publication: SPFPublication, using resolver: any Resolver
  ) async -> [SPFPublication] {
    guard publication.state == .absent else { return [] }
    let domain = publication.domain
    var names = ["_spf", "www", "_dmarc"].compactMap { domain.prefixed(with: $0) }
    var above = domain.parent
    while let name = above, name.labelCount > 1, names.count < Limits.namesElsewhere {
      names.append(name)
      above = name.parent
    }
    return await resolver.answers(to: names.map { DNSQuestion($0, .txt) }).map(SPFPublication.init)
  }

  private enum Limits {
    /// The three usual places, and three names above: subdomains for bounces are rarely deeper.
    static let namesElsewhere = 6
  }
}
