import AuditModel
import DNS
import MailAuthentication
import Providers
import Survey

extension DomainCheck {
  static let spfExpected = DomainCheck(
    CheckDescription(
      id: "SPF-EXPECTED",
      area: .spf,
      title: "SPF lets the providers send that the owner expects, and no other",
      severity: .medium,
      severityReason: "mail of a provider fails SPF, or a provider of the past may still send",
      appliesWhen: "the project file names the providers (expect: providers)",
      rule: """
        Providers are known by the names that the SPF record and those below it include. Fail for each expected provider \
        that none of them shows. Warn for each other provider that the record itself includes. Unknown for a provider that \
        may stand in a record that could not be read.
        """,
      whyItMatters: "A provider that left the record fails SPF from then on; one that stayed can send as the domain.",
      remedy: "Correct the SPF record, or the list in the project file ('mailaudit providers NAME' shows the include).",
      standards: ["RFC 7208 §5.2"],
      causes: ["SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-INCLUDE-TARGET"]
    ),
    examples: [
      CheckExample(.pass, "the expected provider", zone: record("_spf.google.com") + google) { expect(&$0) },
      CheckExample(.fail, "it is not there", zone: #"@ TXT "v=spf1 -all""#) { expect(&$0) },
      CheckExample(.warn, "another one may send too", zone: record("_spf.google.com include:mailgun.org") + google) {
        expect(&$0)
      },
      CheckExample(.unknown, "the record cannot be read", zone: "@ TXT SERVFAIL") { expect(&$0) },
      CheckExample(.notApplicable, "nobody told", zone: #"@ TXT "v=spf1 -all""#)
    ]
  ) { survey in
    let expected = survey.options.expected.providers
    if expected.isEmpty { return .notApplicable("nobody told which providers are expected") }
    let tree = survey.spf.tree
    let below = tree.nodes.dropFirst()
    let shown = Set(ProviderDirectory.recognise(spfIncludes: below.map(\.domain), mxHosts: []).map(\.provider.id))
    let isWhole = tree.failures.isEmpty && !tree.isTruncated
    let missing = expected.filter { !shown.contains($0) }.map { finding(of: $0, tree, isWhole: isWhole) }
    return .findings(missing + others(below.filter { $0.depth == 1 }.map(\.domain), expected, tree))
  }

  private static func finding(of id: String, _ tree: SPFTree, isWhole: Bool) -> Finding {
    let provider = ProviderDirectory.all.first { $0.id == id }
    let name = provider?.name ?? id
    guard isWhole else {
      return Finding(
        .unknown, subject: id, "Whether SPF includes \(name) could not be seen.",
        evidence: tree.failures.prefix(1).map { Evidence($0) })
    }
    let include = provider?.spfIncludes.first.map { " (include:\($0))" } ?? ""
    return Finding(
      .fail, subject: id, "SPF of \(tree.domain) does not include \(name)\(include), which is expected.",
      evidence: [tree.evidence(of: tree.root)])
  }

  private static func others(_ names: [DomainName], _ expected: [String], _ tree: SPFTree) -> [Finding] {
    names.compactMap { name in
      // Several services of one company share an include.
      let providers = ProviderDirectory.recognise(spfIncludes: [name], mxHosts: []).map(\.provider)
      guard let first = providers.first, !providers.contains(where: { expected.contains($0.id) }) else { return nil }
      return Finding(
        .warn, subject: first.id,
        "SPF of \(tree.domain) lets \(first.name) send (include:\(name)), which is not expected.",
        evidence: [tree.evidence(of: tree.root)])
    }
  }

  private static let google = "\n_spf.google.com. TXT \"v=spf1 -all\"\nmailgun.org. TXT \"v=spf1 -all\""

  private static func record(_ include: String) -> String { "@ TXT \"v=spf1 include:\(include) -all\"" }

  private static func expect(_ options: inout SurveyOptions) { options.expected.providers = ["gmail"] }
}
