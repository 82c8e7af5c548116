import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainSurvey {
  /// Judges the sending hosts one by one. What is found of a host that the owner did not name is a remark at most: it
  /// may never send. `judge` gives nil for a host that the question does not concern.
  func judgeSendingHosts(
    where isMeant: (SendingHost) -> Bool = { _ in true }, otherwise reason: String = noSendingHost,
    _ judge: (SendingHost) -> [Finding]?
  ) -> Judgement {
    let hosts = sending.hosts.filter(isMeant)
    if hosts.isEmpty { return .notApplicable(unreadSenders.isEmpty ? reason : Self.unseenHost) }
    var (findings, judged, undecided): ([Finding], Int, Int) = ([], 0, 0)
    for host in hosts {
      guard let said = hiddenFinding(host) ?? judge(host) else { continue }
      if !host.isNamed, said.contains(where: { $0.verdict == .unknown }) {
        undecided += 1
        continue
      }
      judged += 1
      findings += host.isNamed ? said : said.map { Self.milder($0, host) }
    }
    if judged > 0 {
      let unseen = undecided + Set(unreadSenders.map(\.subject)).count
      return .findings(findings + (unseen > 0 ? [Self.unseenHosts(unseen)] : []))
    }
    return .notApplicable(undecided > 0 ? Self.unseenHost : reason)
  }

  /// What is said when nobody names an address and none could be looked up: most domains send from elsewhere, and a name
  /// that is missing would be a remark.
  private static let unseenHost =
    "no sending address is given (--ip), and those in SPF and MX could not be looked up"

  /// The answers that failed and would have told addresses that send, when the owner names none: the domain's own SPF
  /// record, the hosts that it names, and those that receive mail.
  var unreadSenders: [Finding] {
    if !hasFailures || options.isParked || sending.hosts.contains(where: \.isNamed) { return [] }
    let terms = spf.tree.root.reachedTerms.map { spf.tree.term(at: $0) }.filter { $0.child == nil }
    let home = organization(of: domain)
    let own = mx.hosts.filter { $0.name.isEqual(toOrBelow: home) }
    let answers =
      [spf.answer, mx.answer] + terms.flatMap { $0.answers + $0.exchangeAnswers } + own.flatMap(\.answers)
    var told: Set<DNSQuestion> = []
    return answers.filter { told.insert($0.question).inserted }.compactMap(Finding.unread)
  }

  /// Addresses that may send, and that could not be judged: a pass is not about them.
  private static func unseenHosts(_ count: Int) -> Finding {
    Finding(
      .info, "\(count == 1 ? "One more address" : "\(count) more addresses") of SPF and MX could not be looked up.",
      remedy: "Name the address that sends with --ip, or ask again later.")
  }

  /// What is said when there is no host to judge.
  static let noSendingHost = "no sending address is given (--ip), and SPF and MX of the domain show none"

  /// An address that receivers never see says nothing of the one that they do.
  private func hiddenFinding(_ host: SendingHost) -> [Finding]? {
    guard let purpose = host.hiddenPurpose else { return nil }
    let statement = "Receivers never see \(host.address): the address is for \(purpose.rawValue) use."
    return [
      Finding(
        .unknown, subject: host.address.description, statement,
        evidence: [Evidence(source: "--ip", excerpt: host.address.description)],
        remedy: "Give the public address that the host's mail leaves from with --ip.")
    ]
  }

  private static func milder(_ finding: Finding, _ host: SendingHost) -> Finding {
    if finding.verdict < .info { return finding }
    let ways = host.origins.map(\.description).joined(separator: ", ")
    return Finding(
      .info, subject: finding.subject, finding.statement, evidence: finding.evidence,
      remedy:
        "Matters only if mail leaves from \(host.address) (known \(ways)): name the addresses that send with --ip.")
  }

  /// The domain that somebody registered above `name`, or the name itself.
  func organization(of name: DomainName) -> DomainName {
    options.publicSuffixList.registrableDomain(of: name) ?? name
  }
}

extension SendingHost {
  /// The address as the subject of findings.
  var subject: String { address.description }

  /// The PTR answer as evidence.
  var evidence: Evidence { Evidence(ptr) }

  /// The PTR records could not be read: a finding that leaves the check undecided; nil when they were.
  var unread: [Finding]? {
    guard let failure = ptr.failure else { return nil }
    let statement = "The PTR records of \(address) could not be read: \(failure)."
    return [Finding(.unknown, subject: subject, statement, evidence: [evidence])]
  }
}
