import AuditModel
import FeedbackReports
public import Survey

extension ReportsCheck {
  static let reportFailingSources = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-FAILING-SOURCES",
      area: .reports,
      title: "Mail of own hosts and services passes DMARC",
      severity: .high,
      severityReason: "this mail is lost when the policy becomes stricter",
      appliesWhen: "aggregate reports are counted",
      rule: """
        Tell for each source what it is: by the domain's SPF tree, its addresses, PTR names that lead back, the directory of \
        services, and the domains that sign and send. Fail when more than 2 percent of the mail of an own host or service \
        fails, warn when it is only possible that it is one. A remark on fewer, on forwarding and on strangers. Unknown when \
        messages fail that could be own ones, and nobody looked at the DNS.
        """,
      whyItMatters: "Receivers put mail that fails into spam, or refuse it, as soon as the policy asks for that.",
      remedy: "Mend the sources one by one, those with most failing messages first.",
      standards: ["RFC 9989 §B.5", "RFC 9990 §3.1.6", "RFC 9989 §7.4"],
      causes: ["SPF-PRESENT", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT"]
    ),
    examples: [
      ReportsExample(.pass, "all mail passes", [.aggregate()], zone: ownZone),
      ReportsExample(
        .fail, "a host of the domain's own is not in SPF and signs nothing",
        [.aggregate([.of("192.0.2.10", 90), .application(10)])], zone: ownZone),
      ReportsExample(
        .fail, "a service sends with an envelope of its own",
        [
          .aggregate([
            .of("192.0.2.10", 90) {
              $0.sign("service.example", "k1")
              $0.send("bounces.service.example")
            }
          ])
        ], zone: ownZone),
      ReportsExample(.info, "strangers", [.aggregate([.of("192.0.2.10", 90), .stranger(10)])], zone: ownZone),
      ReportsExample(
        .unknown, "messages fail, and nobody looked at the DNS", [.aggregate([.of("192.0.2.10", 90), .stranger(10)])]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    if survey.aggregates.recordCount == 0 { return .notApplicable("no record is counted") }
    return .findings(survey.pictures.flatMap(findings))
  }

  private static let ownZone = """
    @ TXT "v=spf1 ip4:192.0.2.10 -all"
    @ MX 10 mx
    mx A 192.0.2.10
    app A 192.0.2.99
    99.2.0.192.in-addr.arpa. PTR app
    66.100.51.198.in-addr.arpa. PTR host.stranger.example.
    """

  private static func findings(_ picture: DomainPicture) -> [Finding] {
    let groups = picture.causeGroups
    let shown = groups.prefix(EvidenceLimits.groups).map { finding($0, in: picture) }
    var rest: [Finding] = []
    let more = groups.dropFirst(EvidenceLimits.groups)
    if !more.isEmpty {
      let failing = more.reduce(0) { $0 + $1.messages.failing }
      rest.append(
        Finding(
          .info, subject: picture.tally.name,
          "\(Counted.of(more.count, "more group")) of sources of \(picture.tally.name) with \(failing) failing messages."
        ))
    }
    return shown + rest
  }

  private static func finding(_ group: CauseGroup, in picture: DomainPicture) -> Finding {
    let first = group.sources[0]
    let place = group.sources.count == 1 ? first.addressText : Counted.of(group.sources.count, "address", "addresses")
    let counts = "\(group.messages.failing) of \(Counted.of(group.messages.total, "message")) fail"
    return Finding(
      group.verdict(isLookedAt: picture.survey != nil), subject: picture.tally.name,
      "\(group.organization) (\(place)), \(picture.tally.name): \(counts). \(first.explanation ?? "")",
      evidence: group.sources.prefix(EvidenceLimits.rows).map { source in
        Evidence(source: source.addressText, excerpt: source.factsInShort)
      }, remedy: first.remedy(in: picture))
  }
}

/// Sources of one organization whose messages fail for one reason.
public struct CauseGroup: Sendable {
  /// Whose they are.
  public let organization: String
  /// The sources, that with most failing messages first.
  public let sources: [SourcePicture]
  /// Their messages.
  public let messages: MessageCounts

  init(_ sources: [SourcePicture]) {
    organization = sources[0].organization
    self.sources = sources
    messages = MessageCounts(sources.map(\.tally.messages))
  }

  /// How bad it is.
  func verdict(isLookedAt: Bool) -> Verdict {
    guard let judgement = sources[0].judgement else { return .info }
    switch judgement.cause {
    case .forwarding: return .info
    case .spoofing: return isLookedAt || messages.failing == 0 ? .info : .unknown
    case .missingInclude, .unalignedEnvelope, .unsigned, .foreignSignature, .brokenSignature, .spfError, .listedSince,
      .forgottenApplication:
      if Readiness.permille(messages.failing, of: messages.total) <= ReadinessLimits.failingPermille { return .info }
      return judgement.certainty == .possible ? .warn : .fail
    }
  }
}

extension DomainPicture {
  /// The sources with failing messages, put together by organization and cause, those to be mended first.
  public var causeGroups: [CauseGroup] {
    var order: [String] = []
    var groups: [String: [SourcePicture]] = [:]
    for source in sources where source.tally.messages.failing > 0 {
      guard let judgement = source.judgement else { continue }
      let key = "\(source.organization)\n\(judgement.cause.key)\n\(judgement.certainty)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(source)
    }
    return order.compactMap { groups[$0].map(CauseGroup.init) }
  }
}

extension SourcePicture {
  /// What was reported, in a line.
  var factsInShort: String {
    let messages = tally.messages
    let identities = tally.identities.sorted { $0.shares.messages > $1.shares.messages }.prefix(4).map { identity in
      switch identity.identity.method {
      case .dkim(let selector):
        "d=\(identity.identity.domain)\(selector.isEmpty ? "" : " s=\(selector)") \(identity.identity.result)"
      case .spf: "SPF \(identity.identity.domain) \(identity.identity.result)"
      }
    }
    let signs = tally.unsigned.messages == messages.total ? ["unsigned"] : []
    let facts = ["\(messages.failing) of \(messages.total) fail"] + signs + identities + [standingWords]
    return facts.joined(separator: ", ")
  }
}

extension EvidenceLimits {
  /// So many groups of sources have a finding of their own.
  static let groups = 12
}

extension AggregateRecord {
  /// Messages of a host of the domain's own that signs nothing.
  static func application(_ count: Int) -> AggregateRecord {
    .of("192.0.2.99", count) {
      $0.unsign()
      $0.send("example.org", "fail")
    }
  }
}
