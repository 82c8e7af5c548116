import AuditModel
import DNS
import Survey

extension LaunchCheck {
  static let preAllStreams = LaunchCheck(
    CheckDescription(
      id: "PRE-ALL-STREAMS",
      area: .preLaunch,
      title: "Everything that sends is listed and tested",
      severity: .high,
      severityReason: "sources that nobody thought of are the first to be refused under a strict policy",
      appliesWhen: "before a domain goes live, and before its DMARC policy becomes stricter",
      rule: """
        Fail for each source of the answers without a test message, and for each whose test message fails DMARC. Warn when \
        reports show a host or service of the domain's own that SPF does not name and the answers do not either. Unknown \
        when nobody told the sources, or a test message could not be judged.
        """,
      whyItMatters: "Invoices, alerts or password mails of a forgotten program are lost without notice.",
      remedy: "Send one test message from each source, and have it judged by mailaudit message.",
      standards: ["RFC 9989 §5.1.6", "RFC 9989 §5.1.7"],
      causes: ["DMARC-MSG-PASS"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "both sources pass") { $0.answers.sources = [.init("shop", .pass), .init("CRM", .pass)] },
      LaunchExample(.fail, "the CRM was not tested") {
        $0.answers.sources = [.init("shop", .pass), .init("CRM", .missing)]
      },
      LaunchExample(.fail, "the printer fails DMARC") {
        $0.answers.sources = [.init("printer", .fail("The answers say so."))]
      },
      LaunchExample(.warn, "reports show one more", zone: ownZone) {
        $0.answers.sources = [.init("shop", .pass)]
        $0.reports = [.aggregate([.of("192.0.2.10", 90), .application(10)])]
      },
      LaunchExample(.unknown, "a test message could not be judged") {
        $0.answers.sources = [.init("shop", .undecided("Its DNS did not answer."))]
      },
      LaunchExample(.unknown, "nobody told the sources"),
      LaunchExample(.notApplicable, "nothing sends") { $0.answers.sources = [] }
    ]
  ) { survey in
    guard let sources = survey.answers.sources else {
      return .unanswered("which programs and services send as \(survey.domain.domain)", key: "sources")
    }
    let others = undeclared(survey, sources)
    if sources.isEmpty, others.isEmpty { return .notApplicable("the answers say that nothing sends") }
    return .findings(sources.compactMap(finding) + others)
  }

  private static func finding(_ source: LaunchAnswers.Source) -> Finding? {
    let evidence = [Evidence.answer("sources", source.name)]
    switch source.test {
    case .pass: return nil
    case .missing:
      return Finding(
        .fail, subject: source.name, "The source \(source.name) has no test message that passes DMARC.",
        evidence: evidence)
    case .fail(let how):
      return Finding(
        .fail, subject: source.name, "The test message of \(source.name) fails DMARC. \(how)", evidence: evidence,
        remedy: "Run mailaudit message on it: the report names what to mend.")
    case .undecided(let why):
      return Finding(
        .unknown, subject: source.name, "Whether \(source.name) passes DMARC could not be decided. \(why)",
        evidence: evidence)
    }
  }

  /// What reports show of the domain's own that neither SPF nor the owner names.
  private static func undeclared(_ survey: LaunchSurvey, _ sources: [LaunchAnswers.Source]) -> [Finding] {
    let named = Set(sources.flatMap(\.addresses).map(\.unmapped))
    let pictures = survey.picture?.sources ?? []
    return pictures.filter { $0.share == .own && $0.judgement?.cause == .forgottenApplication }
      .filter { picture in IPAddress(picture.addressText).map { !named.contains($0.unmapped) } ?? true }
      .prefix(LaunchLimits.sources).map { picture in
        Finding(
          .warn, subject: picture.addressText,
          "Reports show mail from \(picture.addressText), and no source of the answers has that address.",
          evidence: [
            Evidence(
              source: "aggregate reports", excerpt: "\(picture.addressText): \(picture.tally.messages.total) messages")
          ],
          remedy: "Find the program, list it under sources with ip: \(picture.addressText), and test it.")
      }
  }

  private static let ownZone = """
    @ TXT "v=spf1 ip4:192.0.2.10 -all"
    @ MX 10 mx
    mx A 192.0.2.10
    app A 192.0.2.99
    99.2.0.192.in-addr.arpa. PTR app
    """
}

/// What is shown at most of a list.
enum LaunchLimits {
  /// Sources that reports show beyond those of the owner: more make nothing clearer.
  static let sources = 10
}
