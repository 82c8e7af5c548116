import AuditModel
import DNS
import Providers
import Survey

extension BlockListSurvey {
  /// What is said when nobody is asked.
  static let notAsked = "block lists are not asked (--blocklists)"

  /// Lists that matter for a kind of subject but whose answers do not count, as findings that leave a check
  /// undecided: those with grave entries, and if no list at all works, every one.
  func unheard(_ kinds: Set<BlockList.Kind>) -> [Finding] {
    kinds.sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
      let standings = lists.compactMap { tested in tested.standings[kind].map { (tested.list, $0) } }
      let isHeard = standings.contains { if case .working = $0.1 { true } else { false } }
      return standings.compactMap { list, standing in
        !isHeard || list.isGrave ? standing.finding(of: list, kind) : nil
      }
    }
  }
}

extension BlockListSurvey.Standing {
  /// Why answers of the list do not count; nil when they do, or when the list is closed.
  func finding(of list: BlockList, _ kind: BlockList.Kind) -> Finding? {
    switch self {
    case .working, .retired: nil
    case .refusing(let reason, let answer):
      Finding(
        .unknown, subject: list.zone.description, "\(list.title) refuses to answer (\(reason)).",
        evidence: [Evidence(answer)], remedy: Self.ownResolver)
    case .broken(let reason, let answer):
      Finding(
        .unknown, subject: list.zone.description, "\(list.title) fails its own test for \(kind.words): \(reason).",
        evidence: [Evidence(answer)],
        remedy: "Ask through a resolver of your own (--resolver); if the answer stays, the list does not work.")
    case .silent(let failure, let answer):
      Finding(
        .unknown, subject: list.zone.description, "\(list.title) does not answer: \(failure).",
        evidence: [Evidence(answer)])
    }
  }

  private static let ownResolver =
    "Ask through a recursive resolver of your own that does not forward to a public one (--resolver 127.0.0.1)."
}

extension BlockListSurvey.Entry {
  /// The meanings of the codes, and how to be removed.
  var codes: [BlockList.Code] { if case .listed(let codes) = reading { codes } else { [] } }

  /// The gravest code.
  var weight: BlockList.Weight { codes.map(\.weight).max() ?? .none }

  /// The answer, and the reason in the words of the list.
  var evidence: [Evidence] {
    [Evidence(answer)] + (text.map { $0.records.isEmpty ? [] : [Evidence($0)] } ?? [])
  }

  /// The entry in a sentence.
  var statement: String {
    "\(subject) is listed at \(list.title): \(codes.map(\.meaning).joined(separator: "; "))."
  }

  /// What to do about the entry.
  var remedy: String {
    weight == .policy
      ? "Send through a relay of the provider, or have the address taken off as that of a mail host at \(list.removal)."
      : "Stop the cause first, then ask for removal at \(list.removal)."
  }

  /// An answer after good tests that nobody can read; nil for one that is clear.
  var unread: Finding? {
    let cause: String? =
      switch reading {
      case .absent, .listed: nil
      case .refused(let reason): "refuses to answer (\(reason))"
      case .undocumented: "answers what it does not document"
      case .foreign: "answers with an address outside of 127.0.0.0/8"
      case .failed(let failure): "does not answer: \(failure)"
      }
    return cause.map {
      Finding(
        .unknown, subject: subject.description, "\(list.title) \($0), asked about \(subject).",
        evidence: [Evidence(answer)])
    }
  }
}

extension BlockList {
  /// Whether it has entries for which large receivers refuse mail.
  var isGrave: Bool { codes.contains { $0.weight == .grave } }
}

extension BlockList.Kind {
  /// The subjects in words.
  var words: String { self == .domain ? "domains" : "\(rawValue) addresses" }
}

extension DomainSurvey {
  /// Applies a rule to what the lists say of each sending address; without lists or addresses says so.
  func judgeEntries(_ finding: (BlockListSurvey.Entry, SendingHost) -> Finding?) -> Judgement {
    guard let lists = blockLists else { return .notApplicable(BlockListSurvey.notAsked) }
    let hosts = sending.hosts.filter { $0.hiddenPurpose == nil }
    let unread = unreadSenders
    if hosts.isEmpty, unread.isEmpty { return .notApplicable(Self.noSendingHost) }
    let kinds = Set(hosts.map { $0.address.isV4 ? BlockList.Kind.ipv4 : .ipv6 })
    let entries = hosts.flatMap { host in
      lists.entries.filter { $0.subject == .address(host.address) }.compactMap { finding($0, host) }
    }
    return .findings(entries + lists.unheard(kinds) + unread)
  }
}
