public import DNS
public import MailAuthentication
public import Providers
public import Syntax

/// The DKIM keys that a domain publishes, as far as selectors are known.
public struct DKIMSurvey: Sendable {
  /// The selectors, how each was found, and what stands below `_domainkey`.
  public let discovery: DKIMSelectorDiscovery
  /// The providers that SPF and MX records show, whose selectors were asked for.
  public let providers: [RecognisedProvider]
  /// Every key record of every known selector, in the order of the selectors.
  public let keys: [KnownKey]
  /// The answers that failed and would have told which selectors to try: what shows providers, and `_domainkey` if
  /// nothing was tried for want of it.
  public let unreadSigns: [DNSAnswer]

  init(discovery: DKIMSelectorDiscovery, providers: [RecognisedProvider], unreadSigns: [DNSAnswer] = []) {
    self.discovery = discovery
    self.providers = providers
    self.unreadSigns = unreadSigns
    keys = discovery.selectors.flatMap { selector in
      selector.lookup.keys.compactMap { KnownKey($0, of: selector) }
    }
  }

  /// The selectors that the owner named, and those that were found.
  public var selectors: [DKIMSelector] { discovery.selectors }

  /// The name of the provider that publishes the key of a selector, by the target of the selector's CNAME record.
  public static func publisher(of selector: DKIMSelector) -> String? {
    selector.lookup.aliasTargets.lazy.flatMap(ProviderDirectory.recognise(dkimTarget:)).first?.provider.name
  }

  /// The names of the providers, each with what it was recognised by.
  public var providerNames: [(name: String, sign: String)] {
    providers.map { ($0.provider.name, $0.sign.description) }
  }
}

/// One key record of a selector that is known.
public final class KnownKey: Sendable {
  /// The selector.
  public let selector: DKIMSelector
  /// The record with its text and faults.
  public let parsed: Parsed<DKIMKeyRecord>
  /// The record.
  public let record: DKIMKeyRecord

  init?(_ parsed: Parsed<DKIMKeyRecord>, of selector: DKIMSelector) {
    guard let record = parsed.value else { return nil }
    self.selector = selector
    self.parsed = parsed
    self.record = record
  }
}

extension DKIMSurvey {
  /// Looks for the keys of `domain` in at most three rounds of questions, four where a wildcard answers: first what is
  /// certain to be asked, together with the records that show providers; then, only when the owner named no selector,
  /// the guesses.
  ///
  /// - Parameters:
  ///   - domain: the signing domain.
  ///   - options: the selectors that the owner names, and the label of the probe.
  ///   - resolver: answers.
  /// - Returns: the selectors and keys, and the providers whose selectors were asked for.
  public static func gather(
    _ domain: DomainName, options: SurveyOptions, using resolver: any Resolver
  ) async -> DKIMSurvey {
    guard options.scope.contains(.keys) else {
      let nothing = await DKIMSelectorDiscovery.discover(
        domain, given: [], hints: [], common: [], probeLabel: options.probeLabel,
        using: ScopedResolver(resolver) { _ in false })
      return DKIMSurvey(discovery: nothing, providers: [])
    }
    let guesses = options.selectors.isEmpty && !options.isParked
    let first = DKIMSelectorDiscovery.firstQuestions(domain, given: options.selectors)
    let signs = guesses ? [DNSQuestion(domain, .txt), DNSQuestion(domain, .mx)] : []
    let answers = await resolver.answers(to: first + signs)
    let providers = guesses ? recognise(answers.suffix(signs.count)) : []
    let discovery = await DKIMSelectorDiscovery.discover(
      domain, given: options.selectors, hints: reported(options) + hints(of: providers),
      common: guesses ? DKIMSelectorDiscovery.commonSelectors : [], probeLabel: options.probeLabel,
      using: KnownAnswers(answers, behind: resolver))
    let parent = discovery.guesses.isEmpty ? [discovery.parent].compactMap(\.self) : []
    let telling = guesses ? answers.suffix(signs.count) + parent : []
    return DKIMSurvey(
      discovery: discovery, providers: providers, unreadSigns: telling.filter { $0.failure != nil })
  }

  private static func reported(_ options: SurveyOptions) -> [DKIMSelectorCandidate] {
    options.reportedSelectors.map { DKIMSelectorCandidate($0.selector, .reported(messages: $0.messages)) }
  }

  private static func hints(of providers: [RecognisedProvider]) -> [DKIMSelectorCandidate] {
    providers.flatMap { recognised in
      let origin = DKIMSelectorOrigin.provider(name: recognised.provider.name, sign: recognised.sign.description)
      return recognised.provider.selectors.map { DKIMSelectorCandidate($0, origin) }
    }
  }

  /// Providers by the includes and the redirect of the SPF record, and by the MX hosts.
  private static func recognise(_ answers: some Sequence<DNSAnswer>) -> [RecognisedProvider] {
    var (includes, hosts): ([DomainName], [DomainName]) = ([], [])
    for answer in answers {
      includes += namesOfOthers(answer)
      hosts += answer.records.compactMap { if case .mx(_, let exchange) = $0.data { exchange } else { nil } }
    }
    return ProviderDirectory.recognise(spfIncludes: includes, mxHosts: hosts)
  }

  /// The names that SPF records take over whole (RFC 7208 §5.2, §6.1), those with macros left out.
  private static func namesOfOthers(_ answer: DNSAnswer) -> [DomainName] {
    let publication = SPFPublication(answer)
    if let record = publication.record { return namesOfOthers(record) }
    return publication.selection.records.flatMap { namesOfOthers(SPFRecord.parse($0)) }
  }

  private static func namesOfOthers(_ record: Parsed<SPFRecord>) -> [DomainName] {
    (record.value?.terms ?? []).compactMap { term in
      switch term.kind {
      case .directive(_, .include(let domain)), .redirect(let domain): literalName(domain)
      default: nil
      }
    }
  }

  private static func literalName(_ domain: SPFMacroString) -> DomainName? {
    var octets: [UInt8] = []
    for part in domain.parts {
      guard case .literal(let text) = part else { return nil }
      octets += text
    }
    return try? DomainName(presentation: octets)
  }
}

/// Answers from a first round before it asks again.
private struct KnownAnswers: Resolver {
  private let known: [DNSQuestion: DNSAnswer]
  private let resolver: any Resolver

  init(_ answers: [DNSAnswer], behind resolver: any Resolver) {
    known = Dictionary(answers.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    self.resolver = resolver
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    await resolver.answers(to: questions, unless: { known[$0] })
  }
}
