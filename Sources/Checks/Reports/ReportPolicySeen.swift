import AuditModel
import DNS
import FeedbackReports
import MailAuthentication
import Survey

extension ReportsCheck {
  static let reportPolicySeen = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-POLICY-SEEN",
      area: .reports,
      title: "Receivers see the policy that is published",
      severity: .medium,
      severityReason: "a receiver that sees another policy acts on another policy",
      appliesWhen: "aggregate reports are counted, and the DNS can be asked",
      rule: """
        Compare policy_published with the DMARC record of today: p, sp, adkim, aspf, and np and t where they are reported, \
        defaults filled in. Warn when another policy was seen more than two days after somebody saw that of today, or when \
        reporters that walk the tree and those with a Public Suffix List find the record of the same author at different \
        names. A remark when nobody has seen the policy of today yet: when it was changed cannot be seen. Unknown when the \
        record could not be looked up.
        """,
      whyItMatters:
        "Name servers that do not agree, or a record at another name, make a policy that holds for some only.",
      remedy:
        "Compare what all name servers of the zone say ('mailaudit dmarc' shows the walk), and remove the older record.",
      standards: ["RFC 9990 §3.1.1.5", "RFC 9990 §3.3", "RFC 9989 §4.10"],
      causes: ["DNS-NS-CONSISTENT", "DMARC-ORG-DIVERGENCE", "DMARC-MULTIPLE"]
    ),
    examples: [
      ReportsExample(.pass, "all see the record", [.aggregate()], zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      ReportsExample(
        .warn, "one still sees the old policy",
        [
          .aggregate { $0.policyPublished.p = "reject" },
          .aggregate("other.example", day: 9) { $0.policyPublished.p = "none" }
        ], zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      ReportsExample(
        .info, "the record is newer than the reports", [.aggregate()], zone: #"_dmarc TXT "v=DMARC1; p=reject""#),
      ReportsExample(
        .warn, "the ways to find the record lead to different names",
        [
          .aggregate { $0.policyPublished.discoveryMethod = "treewalk" },
          .aggregate("other.example", [.of("192.0.2.10", 5) { $0.headerFrom = "news.example.org" }]) {
            $0.policyPublished.discoveryMethod = "treewalk"
            $0.policyPublished.domain = "news.example.org"
          },
          .aggregate("third.example", [.of("192.0.2.10", 5) { $0.headerFrom = "news.example.org" }]) {
            $0.policyPublished.discoveryMethod = "psl"
          }
        ],
        zone: """
          _dmarc TXT "v=DMARC1; p=none"
          _dmarc.news TXT "v=DMARC1; p=none"
          """),
      ReportsExample(.unknown, "the record cannot be looked up", [.aggregate()], zone: "_dmarc TXT TIMEOUT"),
      ReportsExample(.unknown, "nobody looked at the DNS", [.aggregate()]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let domains = survey.aggregates.domains.filter { !$0.policies.isEmpty }
    if domains.isEmpty { return .notApplicable("no aggregate report is counted") }
    return .findings(
      domains.compactMap { compare($0, survey.sight?.domains[$0.name]) } + PolicyDomains(domains).findings)
  }

  private static func compare(_ tally: PolicyDomainTally, _ survey: DomainSurvey?) -> Finding? {
    guard let survey, case .known(let found) = survey.dmarc.policyRecord else {
      let reason = survey == nil ? "was not looked up" : "could not be looked up"
      return Finding(.unknown, subject: tally.name, "The DMARC record of \(tally.name) \(reason).")
    }
    guard let found, found.domain == survey.domain else {
      return Finding(
        .info, subject: tally.name, "Reports found a DMARC record at \(tally.name), where there is none today.",
        evidence: [Evidence(tally.policies[0])])
    }
    let differing = tally.policies.filter { !$0.agrees(with: found.value) }
    guard !differing.isEmpty else { return nil }
    let firstSeen = tally.policies.filter { $0.agrees(with: found.value) }.compactMap(\.begin).min()
    guard let firstSeen else {
      return Finding(
        .info, subject: tally.name,
        "No report saw the policy of today of \(tally.name): it is newer than the reports, or receivers see another.",
        evidence: differing.prefix(EvidenceLimits.rows).map(Evidence.init))
    }
    let late = differing.filter { ($0.lastBegin ?? 0) > firstSeen + delay }
    if late.isEmpty { return nil }
    return Finding(
      .warn, subject: tally.name,
      "\(Counted.of(late.reduce(0) { $0 + $1.reportCount }, "report")) of \(tally.name) saw another policy than that of today, long after others saw it.",
      evidence: late.prefix(EvidenceLimits.rows).map(Evidence.init))
  }

  /// Caches have forgotten a record after its time to live, which is a day or less nearly everywhere, and another day
  /// is for reports that begin before midnight.
  private static let delay = 2 * 86_400
}

extension PolicySight {
  /// Whether the policy says the same as a record.
  fileprivate func agrees(with record: DMARCRecord) -> Bool {
    let asked = record.p.policy ?? .none
    let ofSubdomains = record.sp.policy ?? asked
    let p = policy.p?.lowercased() ?? asked.description
    return p == asked.description
      && policy.sp?.lowercased() ?? p == ofSubdomains.description
      && policy.np.map { $0.lowercased() == (record.np.policy ?? ofSubdomains).description } ?? true
      && policy.adkim ?? record.adkim.rawValue == record.adkim.rawValue
      && policy.aspf ?? record.aspf.rawValue == record.aspf.rawValue
      && policy.testing.map { ($0 == "y") == record.isTesting } ?? true
  }
}

extension Evidence {
  /// A policy as reporters saw it.
  fileprivate init(_ sight: PolicySight) {
    let policy = sight.policy
    let tags = [("p", policy.p), ("sp", policy.sp), ("np", policy.np), ("adkim", policy.adkim), ("aspf", policy.aspf)]
    let text = tags.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    let span = sight.lastBegin.map { ", last on \(Timestamp.rfc3339($0).prefix(10))" } ?? ""
    self.init(
      source: sight.reporters.joined(separator: ", "),
      excerpt: "\(policy.domain): \(text.isEmpty ? "nothing" : text)\(span)")
  }
}

/// The names at which reporters found the records of one author, by how they looked.
private struct PolicyDomains {
  let findings: [Finding]

  init(_ domains: [PolicyDomainTally]) {
    var places: [String: [(domain: String, method: String)]] = [:]
    for tally in domains {
      let methods = Set(tally.policies.compactMap { $0.policy.discoveryMethod?.lowercased() })
      for author in tally.authors { places[author.name, default: []] += methods.map { (tally.name, $0) } }
    }
    var findings: [Finding] = []
    for (author, found) in places.sorted(by: { $0.key < $1.key }) {
      let walked = Set(found.filter { $0.method == "treewalk" }.map(\.domain))
      let listed = Set(found.filter { $0.method == "psl" }.map(\.domain))
      guard !walked.isEmpty, !listed.isEmpty, walked != listed else { continue }
      findings.append(
        Finding(
          .warn, subject: author,
          "Receivers find the policy for \(author) at different names, by how they look for it.",
          evidence: found.sorted { ($0.method, $0.domain) < ($1.method, $1.domain) }.map {
            Evidence(source: "discovery_method \($0.method)", excerpt: $0.domain)
          }))
    }
    self.findings = findings
  }
}
