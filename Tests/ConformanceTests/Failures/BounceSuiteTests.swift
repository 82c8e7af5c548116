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
    "expired": [.expired, .connectionTimedOut, .temporary, .connectionFailed, .connectionRefused, .dnsFailure],
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
    "delivered": [.accepted], "vacation": [.undetermined], "feedback": [.undetermined],
    "onhold": [.undetermined, .temporary],
    "undefined": [.undetermined]
  ]

  /// Where the text of the message says something else than Sisimai reads out of it, or more.
  private static let exceptions: [String: (cause: FailureCause, why: String)] = [
    "lhost-dragonfly-03": (.dmarcReject, "5.7.9 of Yahoo is a sender that could not be verified"),
    "lhost-postfix-66": (.dmarcReject, "5.7.9 of Yahoo is a sender that could not be verified"),
    "lhost-exchange2007-04": (
      .recipientRestricted, "RESOLVER.RST.AuthRequired: the recipient takes mail only from those who are logged in"
    ),
    "lhost-fml-03": (.mailLoop, "the list manager calls it a loop"),
    "lhost-gmail-03": (.headerNotCompliant, "the server's text is 'Header error'"),
    "lhost-opensmtpd-13": (.rateLimited, "TSS04 of Yahoo is about volume or complaints, and asks to send slower"),
    "lhost-postfix-01": (.userUnknown, "Postfix says so, in words and with 5.1.1; procmail printed 'No such user'"),
    "lhost-postfix-49": (.serverFailure, "421 is a server that shuts down (RFC 5321 §3.8)"),
    "lhost-sendmail-22": (.userUnknown, "the server's text is 'not our customer'"),
    "rfc3464-01": (.userUnknown, "the fields of the report say so; the full disk stands in a sentence above them"),
    "rfc3464-35": (.userUnknown, "the address that is no registered user is the recipient's")
  ]

  @Test(ConformanceSuites.available("bounces-sisimai", cases: 221)) func bounces() throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "bounces-sisimai/expected.json")
    for item in suite.cases {
      guard let rows = item.expect, !rows.isEmpty else { continue }
      let report = FailureCatalogue.shipped.explain(pasted: try ConformanceSuites.text("bounces-sisimai/\(item.file)"))
      let told = Set(report.explanations.map(\.cause))
      let found = rows.count > 1 && !told.isEmpty ? told : [report.cause]
      let missing = Set(rows.map(\.reason)).filter { found.isDisjoint(with: Self.causes[$0] ?? []) }
      let exception = Self.exceptions[String(item.file.dropFirst("messages/".count).dropLast(".eml".count))]
      #expect(missing.isEmpty == (exception == nil), "\(item.file): \(missing), found \(found)")
      if let exception { #expect(found.contains(exception.cause), "\(item.file): \(found)") }
      let codes = Set(rows.map(\.reply_code)).subtracting([""])
      let foundCodes = Set((report.explanations.map(\.code) + [report.acceptance.code]).map { "\($0 ?? 0)" })
      #expect(codes.isEmpty || !codes.isDisjoint(with: foundCodes), "\(item.file): \(codes), found \(foundCodes)")
    }
  }

  /// What is no bounce is told to be none.
  @Test(ConformanceSuites.available("bounces-sisimai", cases: 221)) func reports() throws {
    let suite = try ConformanceSuites.decode(Suite.self, from: "bounces-sisimai/expected.json")
    let notes = ["feedback": "feedback-report", "vacation": "automatic-reply"]
    for item in suite.cases {
      guard let reason = item.expect?.first?.reason, let note = notes[reason] else { continue }
      let report = FailureCatalogue.shipped.explain(pasted: try ConformanceSuites.text("bounces-sisimai/\(item.file)"))
      #expect(report.notes.map(\.id).contains(note), "\(item.file): \(report.notes.map(\.id))")
    }
  }
}
