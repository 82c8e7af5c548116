import DNS
import MailAuthentication
import Providers

extension BlockListSurvey {
  /// Tests every list first, then asks those that work, then for the reasons of what is listed: three rounds.
  static func gather(
    _ domain: DomainName, options: SurveyOptions, sending: SendingHostSurvey, with instrument: BlockListInstrument?
  ) async -> BlockListSurvey? {
    guard let instrument else { return nil }
    let addresses = sending.hosts.filter { $0.hiddenPurpose == nil }.map(\.address)
    let domains = domains(domain, options, sending)
    let subjects =
      addresses.prefix(BlockListLimits.addresses).map(Subject.address)
      + domains.prefix(BlockListLimits.domains).map(Subject.domain)
    let chosen = Array(instrument.lists.prefix(BlockListLimits.lists))
    let lists = await test(chosen, for: Set(subjects.map(\.kind)), using: instrument.resolver)
    let entries = await look(up: subjects, in: lists, using: instrument.resolver)
    return BlockListSurvey(
      lists: lists, entries: await reasoned(entries, using: instrument.resolver), domains: domains,
      isTruncated: addresses.count > BlockListLimits.addresses || domains.count > BlockListLimits.domains)
  }

  /// The domain and the registered domain above it, that of the greeting, and those of the names of addresses that
  /// the owner named. Keys of DKIM are looked for in the audited domain only, so d= is that domain.
  private static func domains(
    _ domain: DomainName, _ options: SurveyOptions, _ sending: SendingHostSurvey
  ) -> [DomainName] {
    let hosts = sending.hosts.filter(\.isNamed).flatMap(\.confirmedNames)
    let greeting = options.heloName.flatMap { $0.literalAddress == nil && $0.labelCount > 1 ? $0 : nil }
    let names = [domain] + (greeting.map { [$0] } ?? []) + hosts
    var seen: Set<DomainName> = []
    return ([domain] + names.map { options.publicSuffixList.registrableDomain(of: $0) ?? $0 })
      .filter { seen.insert($0).inserted }
  }

  /// The two test entries of each list and kind (RFC 5782 §5), all in one round.
  private static func test(
    _ lists: [BlockList], for kinds: Set<BlockList.Kind>, using resolver: any Resolver
  ) async -> [TestedList] {
    let asked = lists.map { list in
      list.retired == nil ? BlockList.Kind.allCases.filter { list.kinds.contains($0) && kinds.contains($0) } : []
    }
    let questions = zip(lists, asked).flatMap { list, kinds in
      kinds.flatMap { $0.testNames(in: list) }.map { DNSQuestion($0, .a) }
    }
    var answers = (questions.isEmpty ? [] : await resolver.answers(to: questions)).makeIterator()
    var result: [TestedList] = []
    for (list, kinds) in zip(lists, asked) {
      var standings: [BlockList.Kind: Standing] = [:]
      if let since = list.retired {
        for kind in list.kinds { standings[kind] = .retired(since: since) }
      }
      for kind in kinds {
        guard let listed = answers.next(), let unlisted = answers.next() else { break }
        standings[kind] = Standing(list, listed: listed, unlisted: unlisted)
      }
      result.append(TestedList(list: list, standings: standings))
    }
    return result
  }

  private static func look(
    up subjects: [Subject], in lists: [TestedList], using resolver: any Resolver
  ) async -> [Entry] {
    var asked: [(list: BlockList, subject: Subject, question: DNSQuestion)] = []
    for tested in lists {
      for subject in subjects {
        guard case .working? = tested.standings[subject.kind], let name = subject.name(in: tested.list) else {
          continue
        }
        asked.append((tested.list, subject, DNSQuestion(name, .a)))
      }
    }
    let answers = asked.isEmpty ? [] : await resolver.answers(to: asked.map(\.question))
    return zip(asked, answers).map { entry, answer in
      Entry(
        list: entry.list, subject: entry.subject, answer: answer, reading: entry.list.reading(of: answer), text: nil)
    }
  }

  /// RFC 5782 §2.1: the TXT record of an entry says why it is there.
  private static func reasoned(_ entries: [Entry], using resolver: any Resolver) async -> [Entry] {
    let listed = entries.filter(\.isListed)
    if listed.isEmpty { return entries }
    var texts = (await resolver.answers(to: listed.map { DNSQuestion($0.answer.question.name, .txt) })).makeIterator()
    return entries.map { entry in
      guard entry.isListed else { return entry }
      return Entry(
        list: entry.list, subject: entry.subject, answer: entry.answer, reading: entry.reading, text: texts.next())
    }
  }
}

extension BlockListSurvey.Entry {
  /// Whether the list has the subject.
  public var isListed: Bool { if case .listed = reading { true } else { false } }
}

extension BlockListSurvey.Subject {
  fileprivate func name(in list: BlockList) -> DomainName? {
    switch self {
    case .address(let address): list.name(for: address)
    case .domain(let domain): list.name(for: domain)
    }
  }
}

extension BlockList.Kind {
  /// The entry that must be there, and the one that must not (RFC 5782 §5).
  fileprivate func testNames(in list: BlockList) -> [DomainName] {
    let names: [DomainName?] =
      switch self {
      case .ipv4: [0x7F00_0002, 0x7F00_0001].map { list.name(for: IPAddress.v4($0)) }
      case .ipv6: [0xFFFF_7F00_0002, 0xFFFF_7F00_0001].map { list.name(for: IPAddress.v6($0)) }
      case .domain: [list.testDomains.listed, list.testDomains.unlisted].map { list.name(for: $0) }
      }
    let known = names.compactMap(\.self)
    return known.count == 2 ? known : [list.zone, list.zone]
  }
}

extension BlockListSurvey.Standing {
  /// Judges a list by the answers for its two test entries.
  init(_ list: BlockList, listed: DNSAnswer, unlisted: DNSAnswer) {
    for answer in [listed, unlisted] {
      switch list.reading(of: answer) {
      case .failed(let failure):
        self = .silent(failure, answer)
        return
      case .refused(let reason):
        self = .refusing(reason, answer)
        return
      case .foreign:
        self = .broken("it answers with an address outside of 127.0.0.0/8", answer)
        return
      case .absent, .listed, .undocumented: continue
      }
    }
    if unlisted.outcome != .nameError, unlisted.outcome != .noData {
      self = .broken("it lists what no list may have", unlisted)
    } else if listed.records.isEmpty {
      self = .broken("its test entry is missing", listed)
    } else {
      self = .working
    }
  }
}
