import Testing

@testable import FailureCatalogue

/// Texts that administrators have posted, beside those that RequirementTests runs.
@Suite struct SeedRowTests {
  /// A text, the entry that explains it, and words of its explanation.
  static let rows: [(text: String, id: String, words: String)] = [
    (
      "Failed to connect to tls://smtp.example.org:587 [SMTP: Failed to connect socket: Permission denied (code: -1, response: )]",
      "pear-connect-perm", "setsebool"
    ),
    (
      "Everything you need to support STARTTLS is installed and configured but is *NOT* being used.",
      "sm-starttls-unused", "starttls.m4"
    )
  ]

  @Test(arguments: rows.indices) func textsAreExplained(index: Int) {
    let row = Self.rows[index]
    let report = FailureCatalogue.shipped.explain(pasted: Array(row.text.utf8))
    #expect(report.primary?.entry?.id == row.id, "\(report)")
    let words = ((report.primary?.meaning ?? []) + (report.primary?.advice ?? [])).joined(separator: " ")
    #expect(words.contains(row.words), "\(words)")
  }

  /// A log as it was pasted: wrapped in the midst of words, accepted in spite of all that is odd.
  private static let sendmail = """
    Sep 29 16:59:19 ubuntu sendmail[21561]: v8T8xJkc021561: from=<www-data@ubuntu>, size=812, class=0, nrcpts=1, msgid=<201
    709290859.v8T8xJkc021561@ubuntu>, relay=www-data@localhost
    Sep 29 16:59:41 ubuntu sm-mta[21564]: STARTTLS=client, relay=mx.xxx.com.cn., version=TLSv1/SSLv3, verify=F
    AIL, cipher=ECDHE-RSA-AES256-SHA, bits=256/256
    Sep 29 16:59:41 ubuntu sm-mta[21564]: v8T8xJvo021562: to=<xxx@xxx.com.cn>, ctladdr=<www-data@ubuntu> (33/33), delay=00:00:22, xdelay=00:00:22, mailer=esmtp, pri=121071, relay=mx.xxx.com.cn. [172.16.2.173], dsn=2.0.0, stat=Sent (<201709290859.v8T8xJkc021561@ubuntu> [InternalId=1588969] Queued mail for delivery)
    """

  @Test func aLogOfSendmail() {
    let report = FailureCatalogue.shipped.explain(pasted: Array(Self.sendmail.utf8))
    #expect(report.isAccepted)
    #expect(report.cause == .remark || report.cause == .accepted)
    #expect(report.explanations.contains { $0.entry?.id == "sm-verify-fail" }, "\(report)")
    let notes = Set(report.notes.map(\.id))
    #expect(
      notes.isSuperset(of: [
        "slow-delivery", "local-sender", "local-message-id", "old-tls", "accepted-by-exchange", "private-relay"
      ]),
      "\(notes)")
  }

  /// Lines of package managers that look like warnings and are none.
  @Test(arguments: [
    "Generating DSA parameters, 2048 bit", "disabling relaying to database hosts", "creating /etc/mail/trusted-users"
  ])
  func harmlessLines(text: String) {
    #expect(FailureCatalogue.shipped.explain(pasted: Array(text.utf8)).explanations.isEmpty)
  }
}
