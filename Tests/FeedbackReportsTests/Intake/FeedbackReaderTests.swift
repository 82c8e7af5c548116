import AuditTesting
import FeedbackReports
import Foundation
import Testing

/// Files are recognised by what is in them, and what is in them is read in any packing.
@Suite struct FeedbackReaderTests {
  static func report() throws -> [UInt8] { try Fixtures.octets("rfc7489.xml") }
  static func zip(_ octets: [UInt8], _ name: String = "r.xml") -> [UInt8] {
    Packing.zip([Packing.Member(name: name, octets: octets)])
  }

  /// A mail that carries a report as the standards ask for (RFC 9990 §3.5.2).
  static func mail(
    _ octets: [UInt8], type: String = "application/gzip",
    name: String = "receiver.example!example.com!1700000000!1700086399!r-2.xml.gz"
  ) -> String {
    """
    Authentication-Results: mx.example.com; dkim=pass header.d=receiver.example;
     dmarc=pass header.from=receiver.example
    Authentication-Results: other.example; dmarc=fail header.from=evil.example
    From: "DMARC" <dmarc@Receiver.example>
    Subject: Report Domain: example.com
     Submitter: receiver.example Report-ID: <r-2>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: text/plain

    This is a report.
    --b
    Content-Type: \(type)
    Content-Disposition: attachment; filename="\(name)"
    Content-Transfer-Encoding: base64

    \(Data(octets).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))
    --b--

    """
  }

  @Test func readsAnyPacking() throws {
    let report = try Self.report()
    let (gzip, zip) = (Packing.gzip(report), Self.zip(report))
    let forms: [[UInt8]] = [
      report, gzip, zip, Self.zip(gzip), Packing.gzip(zip), Packing.gzip(gzip), gzip + [0, 0],
      [0xEF, 0xBB, 0xBF] + report,
      Array(Self.mail(gzip).utf8), Array(Self.mail(zip, type: "application/octet-stream", name: "r").utf8),
      Array(Self.mail(report, type: "text/xml").utf8), Array(Self.mail(gzip, type: "text/plain").utf8),
      Self.zip(Array(Self.mail(gzip).utf8), "r.eml")
    ]
    for (index, form) in forms.enumerated() {
      for pieces in [nil, 1_000] as [Int?] {
        let read = ReadFeedback(form, pieces: pieces)
        #expect(read.aggregates.count == 1 && read.unreadable.isEmpty && read.strays == 0, "form \(index)")
        #expect(
          read.aggregates.first?.report.fault == nil && read.aggregates.first?.records.count == 1, "form \(index)")
      }
    }
  }

  @Test(arguments: [1, 511, 512, 600, 20_000])
  func blankLinesInFrontArePassedOver(count: Int) throws {
    let blank = [UInt8](repeating: 0x0A, count: count) + Array(try Self.report().drop { $0 != 0x3C })
    let read = ReadFeedback(Packing.gzip(blank))
    #expect(read.aggregates.first?.records.count == 1 && read.unreadable.isEmpty, "\(read.unreadable)")
  }

  @Test func keepsWhatTheMailTells() throws {
    let read = ReadFeedback(Self.mail(Packing.gzip(try Self.report())))
    let source = try #require(read.aggregates.first?.source)
    let carrier = try #require(source.carrier)
    #expect(source.part == "receiver.example!example.com!1700000000!1700086399!r-2.xml.gz")
    #expect(carrier.fromDomain == "receiver.example" && carrier.mediaType == "application/gzip")
    #expect(carrier.subjectParts?.reportDomain == "example.com" && carrier.subjectParts?.reportID == "r-2")
    #expect(carrier.subjectParts?.submitter == "receiver.example")
    #expect(carrier.fileNameParts?.policyDomain == "example.com" && carrier.fileNameParts?.end == 1_700_086_399)
    #expect(carrier.fileNameParts?.uniqueID == "r-2" && carrier.fileNameParts?.fileExtension == "xml.gz")
    #expect(
      carrier.authentication == [
        .init(authservID: "mx.example.com", dmarc: "pass", headerFrom: "receiver.example"),
        .init(authservID: "other.example", dmarc: "fail", headerFrom: "evil.example")
      ])
  }

  @Test func readsMailboxes() throws {
    let mail = Self.mail(Packing.gzip(try Self.report()))
    let line = "From a@b Fri Jan  1 12:00:00 2027\n"
    let read = ReadFeedback(line + mail + "\n" + line + "Subject: hello\n\nhello\n\n" + line + mail)
    #expect(read.aggregates.map(\.source.message) == [1, 3])
    #expect(read.unreadable.map(\.source.message) == [2])
    #expect(read.unreadable.first?.fault.cause == .noReport("a message without a report"))
  }

  /// Every kind of feedback comes through the same door, told by what is in it.
  @Test func readsTheOtherKinds() throws {
    let tls = """
      {"organization-name":"R","date-range":{"start-datetime":"2024-01-01T00:00:00Z","end-datetime":
      "2024-01-01T23:59:59Z"},"contact-info":"a@r.example","report-id":"1","policies":[{"policy":{"policy-type":
      "no-policy-found","policy-domain":"example.com"},"summary":{"total-successful-session-count":5,
      "total-failure-session-count":0}}]}
      """
    let packed = Self.mail(Packing.gzip(Array(tls.utf8)), type: "application/tlsrpt+gzip", name: "r.json.gz")
    for text in [tls, packed] {
      let read = ReadFeedback(text)
      guard case .tls(let report, let source)? = read.others.first else {
        Issue.record("\(read.unreadable)")
        return
      }
      #expect(report.policies.first?.successful == 5 && (source.carrier != nil) == (text == packed))
    }
    let failure = """
      Content-Type: multipart/report; report-type=feedback-report; boundary=b
      MIME-Version: 1.0

      --b
      Content-Type: message/feedback-report

      Feedback-Type: auth-failure
      Auth-Failure: dmarc

      --b
      Content-Type: message/rfc822

      Content-Type: text/xml

      <feedback/>
      --b--

      """
    guard case .failure(let report, _)? = ReadFeedback(failure).others.first else {
      Issue.record("no failure report")
      return
    }
    #expect(report.feedbackType == "auth-failure" && ReadFeedback(failure).aggregates.isEmpty)
    let bounce = """
      From: MAILER-DAEMON@example.com
      Content-Type: multipart/report; report-type=delivery-status; boundary=b
      MIME-Version: 1.0

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.com

      Final-Recipient: rfc822; a@example.net
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 user unknown

      --b--

      """
    guard case .bounce(let found, _)? = ReadFeedback(bounce).others.first else {
      Issue.record("no bounce: \(ReadFeedback(bounce).unreadable)")
      return
    }
    #expect(found.recipients.count == 1)
  }

  @Test func forwardedReportsAreOfTheirOwnMail() throws {
    let mail = Self.mail(Packing.gzip(try Self.report()))
    let outer = """
      From: postmaster@example.com
      Subject: Fwd
      Content-Type: multipart/mixed; boundary="c"

      --c
      Content-Type: message/rfc822

      \(mail)
      --c--

      """
    let carrier = ReadFeedback(outer).aggregates.first?.source.carrier
    #expect(carrier?.fromDomain == "receiver.example" && carrier?.authentication.count == 2)
  }

  @Test func everyFileOfAnArchiveIsRead() throws {
    let report = try Self.report()
    let archive = Packing.zip([
      Packing.Member(name: "readme.txt", octets: Array("hello".utf8)), Packing.Member(name: "a.xml", octets: report),
      Packing.Member(name: "secret.xml", octets: report, flags: 1), Packing.Member(name: "._a.xml", octets: [0, 5]),
      Packing.Member(name: "b.xml", octets: report)
    ])
    let read = ReadFeedback(archive)
    #expect(read.aggregates.map(\.source.part) == ["a.xml", "b.xml"])
    #expect(read.unreadable.map(\.source.part) == ["readme.txt", "secret.xml"])
    #expect(read.unreadable.last?.fault.cause.description.contains("encrypted") == true)
  }

  @Test func cutArchivesKeepWhatWasRead() throws {
    let report = try Self.report()
    let text = String(decoding: report, as: UTF8.self)
    let record = text.part(from: "<record>", to: "</feedback>")
    let long = Array(
      text.replacing("</feedback>", with: String(repeating: "<record>" + record, count: 20) + "</feedback>").utf8)
    for packed in [Packing.gzip(long), Self.zip(long)] {
      let aggregate = try #require(ReadFeedback(Array(packed.prefix(packed.count / 2))).aggregates.first)
      #expect(aggregate.records.count > 5 && aggregate.records.count < 21)
      guard case .archive? = aggregate.report.fault?.cause else {
        Issue.record("\(String(describing: aggregate.report.fault))")
        return
      }
    }
  }

  @Test func wrongSizesAroundAWholeReportAreTold() throws {
    let archive = Packing.zip([Packing.Member(name: "a.xml", octets: try Self.report(), size: 5)])
    let report = try #require(ReadFeedback(archive).aggregates.first?.report)
    #expect(report.fault == nil && report.deviations.map(\.kind) == [.text])
  }

  @Test func packingsAroundPackingsAreBounded() throws {
    var octets = try Self.report()
    for _ in 0..<10 { octets = Packing.gzip(octets) }
    let read = ReadFeedback(octets)
    #expect(read.aggregates.isEmpty && read.unreadable.count == 1)
    guard case .tooMuch? = read.unreadable.first?.fault.cause else {
      Issue.record("\(read.unreadable)")
      return
    }
  }

  /// Data that unpacks to gigabytes is given up as soon as it is seen to be no report.
  @Test func bombsEndAtOnce() {
    let bomb = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Packing.run(of: 0, count: 100_000)
    let read = ReadFeedback(bomb)
    #expect(read.unreadable.count == 1)
  }

  @Test func filesOfArchivesAreBounded() throws {
    let inner = Packing.zip((0..<40).map { Packing.Member(name: "\($0).xml", octets: Array("<a/>".utf8)) })
    let outer = Packing.zip((0..<100).map { Packing.Member(name: "\($0).zip", octets: inner) })
    let read = ReadFeedback(outer)
    #expect((900...1_200).contains(read.unreadable.count), "\(read.unreadable.count)")
    #expect(read.unreadable.contains { $0.fault.cause == .tooMuch("archives of more than 1000 files") })
  }

  @Test func attachmentsAreBounded() throws {
    let part = "--b\nContent-Type: text/xml\n\n\(String(decoding: try Self.report(), as: UTF8.self))\n"
    let mail = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 1_100) + "--b--\n"
    let read = ReadFeedback(mail)
    #expect(read.aggregates.count == FeedbackLimits.attachments && read.unreadable.count == 1)
  }

  @Test func attachmentsThatShouldBeReportsAreTold() {
    let read = ReadFeedback(Self.mail(Array("not packed".utf8)))
    #expect(read.unreadable.count == 1 && read.aggregates.isEmpty)
    #expect(read.unreadable.first?.source.part?.hasSuffix(".xml.gz") == true)
  }
}
