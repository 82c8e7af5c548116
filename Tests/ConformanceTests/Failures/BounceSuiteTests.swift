import FailureCatalogue
import Testing

/// Bounces of some eighty mail systems, with the reasons that Sisimai gives.
@Suite struct BounceSuiteTests {
  private struct Suite: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let file: String
      let expect: [Row]?
    }

    struct Row: Decodable {
      let reason: String
      let reply_code: String
    }
  }

  /// The causes that a reason of Sisimai may have here: it has fewer words.
  private static let causes: [String: Set<FailureCause>] = [
    "userunknown": [.userUnknown], "mailboxfull": [.mailboxFull],
    "expired": [.expired, .connectionTimedOut, .temporary, .connectionFailed, .dnsFailure],
    "filtered": [.userUnknown, .mailboxDisabled, .recipientRestricted],
    "blocked": [.poorReputation, .listedInDNSBL, .noReverseDNS, .policyRejected, .badHello],
    "hostunknown": [.destinationUnknown, .hostNotFound, .dnsFailure], "mailererror": [.serverFailure, .localMailFailed],
    "authfailure": [.spfFail, .dkimFail, .dmarcReject, .spfAndDKIMMissing, .senderRequirementsNotMet],
    "networkerror": [
      .connectionFailed, .connectionTimedOut, .connectionRefused, .networkUnreachable, .dnsFailure, .mailLoop,
      .connectionLost, .hostNotFound
    ],
    "spamdetected": [.contentRejected],
    "policyviolation": [.policyRejected, .recipientRestricted, .attachmentRejected, .headerNotCompliant],
    "requireptr": [.noReverseDNS],
    "securityerror": [
      .authenticationFailed, .attachmentRejected, .authenticationRequired, .startTLSRequired, .policyRejected
    ],
    "systemerror": [.serverFailure, .temporary], "suspend": [.mailboxDisabled],
    "notaccept": [.destinationUnknown, .policyRejected, .serverFailure, .connectionRefused],
    "rejected": [
      .senderNotAuthorised, .senderDomainUnknown, .policyRejected, .dmarcReject, .spfFail, .recipientRestricted,
      .poorReputation
    ],
    "exceedlimit": [.messageTooBig], "mesgtoobig": [.messageTooBig], "norelaying": [.relayDenied],
    "virusdetected": [.attachmentRejected], "badreputation": [.poorReputation], "toomanyconn": [.rateLimited],
    "contenterror": [.contentRejected, .headerNotCompliant], "hasmoved": [.moved],
    "notcompliantrfc": [.headerNotCompliant, .bareLineFeed], "syntaxerror": [.protocolError, .headerNotCompliant],
    "delivered": [.accepted, .undetermined], "vacation": [.undetermined], "feedback": [.undetermined]
  ]

  /// The number that must not go down. What is missing: group bounces of Google in a dozen languages, Japanese texts of old
  /// systems, reasons that Sisimai knows from the name of the program alone, and some where the text says another.
  private static let leastRight = 175

  @Test(ConformanceSuites.available("bounces-sisimai", cases: 221)) func bounces() throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "bounces-sisimai/expected.json")
    var (right, all, codes, coded) = (0, 0, 0, 0)
    for item in suite.cases {
      guard let rows = item.expect, !rows.isEmpty else { continue }
      let report = FailureCatalogue.shipped.explain(pasted: try ConformanceSuites.text("bounces-sisimai/\(item.file)"))
      let found = rows.count > 1 ? Set(report.explanations.map(\.cause)) : [report.cause]
      for reason in Set(rows.map(\.reason)) {
        all += 1
        if !found.isDisjoint(with: Self.causes[reason] ?? []) { right += 1 }
      }
      let expected = Set(rows.map(\.reply_code)).subtracting([""])
      guard !expected.isEmpty else { continue }
      coded += 1
      if report.explanations.contains(where: { expected.contains("\($0.code ?? 0)") }) { codes += 1 }
    }
    #expect(right >= Self.leastRight, "\(right) of \(all)")
    #expect(codes * 100 >= coded * 90, "\(codes) of \(coded) reply codes")
  }
}
