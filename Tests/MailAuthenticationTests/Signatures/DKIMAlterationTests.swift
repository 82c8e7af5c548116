import AuditTesting
import DNS
import MailAuthentication
import MailMessage
import OpenSSLKit
import Testing

/// Changes on the way are recognised, and nothing is guessed.
@Suite struct DKIMAlterationTests {
  /// How a message is signed and changed, and what is found.
  struct Change: Sendable, CustomTestStringConvertible {
    var canonicalization = "relaxed/relaxed"
    var tags = ""
    /// Replaced in the message before it is signed.
    var before: [(String, String)] = []
    /// Replaced in the signed message.
    let after: [(String, String)]
    var body: [DKIMAlteration.Kind] = []
    var header: [DKIMAlteration.Kind] = []
    var detail = ""

    var testDescription: String { "\(body) \(header) \(after.first?.1 ?? "")" }
  }

  static let footer = "\r\n_______\r\nlist mailing list\r\nhttps://list.example/\r\n"
  static let part = "Content-Type: text/plain\r\n\r\nHello  Bob,\r\nthe invoice is attached. \r\n\r\nAnna\r\n"
  /// The end of the header and the body of ``SignedMessage/plain``.
  static let end = "\r\n\r\nHello  Bob,\r\nthe invoice is attached. \r\n\r\nAnna\r\n"
  static let multipart = "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\(part)\r\n--b--\r\n"

  static let changes: [Change] = [
    // The body.
    Change(
      after: [("Anna\r\n", "Anna\r\n\(footer)")], body: [.textAppended], detail: "from line 5 of the body on: \"___"),
    Change(after: [("\r\n\r\nHello", "\r\n\r\nCAUTION: external\r\n\r\nHello")], body: [.textInserted]),
    Change(
      canonicalization: "relaxed/simple", before: [("ed. ", "ed.")], after: [("ed.", "ed. ")],
      body: [.trailingWhiteSpace]),
    Change(
      canonicalization: "simple/simple", before: [("  Bob", " Bob"), ("ed. ", "ed.")], after: [(" Bob", "  Bob")],
      body: [.whiteSpace]),
    Change(before: [("the inv", "From the inv")], after: [("From the", ">From the")], body: [.fromQuoting]),
    Change(before: [("the inv", ".the inv")], after: [(".the", "..the")], body: [.dotsDoubled]),
    Change(before: [("the inv", "..the inv")], after: [("..the", ".the")], body: [.dotsLost]),
    Change(
      before: [("invoice is", "Rechnung für"), ("Message-ID", "Content-Transfer-Encoding: 8bit\r\nMessage-ID")],
      after: [("für", "f=C3=BCr"), ("8bit", "quoted-printable")], body: [.transferEncoding]),
    Change(
      before: [(end, "\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße\r\n")],
      after: [("Grüße\r\n", "R3LDvMOfZQ0K\r\n"), ("8bit", "base64")], body: [.transferEncoding]),
    Change(
      before: [
        (end, "\r\nContent-Transfer-Encoding: base64\r\n\r\n\(String(repeating: "QUJD", count: 19))\r\nREVG\r\n")
      ],
      after: [("\r\nREVG", "REVG")], body: [.base64Lines]),
    Change(
      before: [("invoice", String(repeating: "x", count: 1200))],
      after: [(String(repeating: "x", count: 994), String(repeating: "x", count: 994) + "\r\n")], body: [.linesCut]),
    Change(
      before: [(end, multipart)],
      after: [("\r\n--b--", "\r\n--b\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--b--")], body: [.partAppended]),
    Change(
      after: [
        (end, "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\(part)--b\r\n\r\nfooter\r\n--b--\r\n")
      ],
      body: [.wrapped], header: [.fieldAdded]),
    Change(
      before: [("the inv", "From the inv")], after: [("From the", ">From the"), ("Anna\r\n", "Anna\r\n\(footer)")],
      body: [.fromQuoting, .textAppended]),
    Change(
      before: [(end, multipart)], after: [("Anna\r\n\r\n--b--", "Anna\r\n\r\n--\r\nfooter\r\n--b--")],
      body: [.textAppended],
      detail: "to a part"),
    Change(before: [("invoice is", "Rechnung f\u{FC}r")], after: [("f\u{FC}r", "f\u{C3}\u{BC}r")], body: [.charset]),
    Change(after: [("Bob,\r\n", "Bob,\r\r\n")], body: [.lineEnds]),
    Change(
      canonicalization: "simple", before: [("the inv", "\tthe inv")], after: [("\tthe", "        the")],
      body: [.whiteSpace]),
    // The header.
    Change(
      before: [("Message-ID", "Content-Type: text/plain; charset=utf-8\r\nMessage-ID")],
      after: [("charset=utf-8", "charset=\"iso-8859-1\"")], header: [.mimeFieldChanged]),
    Change(after: [("Subject: ", "Subject: [list] ")], header: [.subjectTagged], detail: "\"[list]\" was put before"),
    Change(
      before: [("Subject: ", "Subject: Re: ")], after: [("Subject: Re: ", "Subject: [EXTERNAL] Re: ")],
      header: [.subjectTagged]),
    Change(
      before: [("Subject: ", "Subject: Re: ")], after: [("Subject: Re: ", "Subject: Re: [list] ")],
      header: [.subjectTagged]),
    Change(after: [("Subject: ", "Subject: ***SPAM*** ")], header: [.subjectTagged]),
    Change(
      before: [("Invoice\r\n for  November", "Grüße")], after: [("Grüße", "=?UTF-8?B?R3LDvMOfZQ==?=")],
      header: [.reencoded]),
    Change(
      canonicalization: "simple", before: [("\r\n for  Nov", " for Nov")], after: [("for Nov", "for\r\n\tNov")],
      header: [.refolded]),
    Change(canonicalization: "simple", after: [("Message-ID: <", "Message-Id: <")], header: [.nameRespelled]),
    Change(
      after: [
        ("From: Anna <anna@example.com>", "X-Original-From: Anna <anna@example.com>\r\nFrom: Anna via L <l@l.example>")
      ],
      header: [.fromRewritten]),
    Change(
      after: [("From: Anna <anna@example.com>", "Reply-To: <anna@example.com>\r\nFrom: \"Anna via L\" <l@l.example>")],
      header: [.fromRewritten]),
    Change(
      after: [
        ("Message-ID: <1@example.com>", "X-Google-Original-Message-ID: <1@example.com>\r\nMessage-ID: <9@g.example>")
      ],
      header: [.messageIDRewritten]),
    Change(
      before: [("Message-ID: <1@example.com>\r\n", "")], after: [("Subject", "Message-ID: <2@x.example>\r\nSubject")],
      header: [.fieldAdded]),
    Change(
      after: [("Date: Tue, 14 Nov 2023 22:13:20 +0000", "Date: Tue, 14 Nov 2023 22:13:20 GMT")],
      header: [.dateRespelled]),
    Change(
      after: [("To: bob@", "To: <bob@"), ("example.org\r\nSubject", "example.org>\r\nSubject")],
      header: [.addressesRequoted]),
    Change(after: [("From: Anna <", "From: \"Anna\" <")], header: [.addressesRequoted]),
    Change(
      after: [("Message-ID: <1", "Subject: other\r\nMessage-ID: <1")], header: [.fieldAdded], detail: "second Subject"),
    Change(
      after: [
        ("Subject: ", "Subject: [list] "),
        ("From: Anna <anna@example.com>", "X-Original-From: Anna <anna@example.com>\r\nFrom: l@l.example"),
        ("Anna\r\n", "Anna\r\n\(footer)")
      ],
      body: [], header: [.subjectTagged, .fromRewritten]),
    Change(
      tags: "z=From:Anna=20<anna@example.com>|Subject:Invoice=20for=20=20November",
      after: [("Subject: Invoice\r\n for  November", "Subject: changed"), ("From: Anna", "From: Bert")],
      header: [.copyDiffers, .copyDiffers]),
    Change(canonicalization: "simple", after: [("Subject: ", "Subject: [list] ")], header: [.subjectTagged]),
    Change(
      before: [("Invoice\r\n for  November", "=?utf-8?q?Gr=C3=BC=C3=9Fe?=")],
      after: [("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "[list] =?utf-8?b?R3LDvMOfZQ==?=")], header: [.subjectTagged]),
    Change(
      canonicalization: "simple", before: [("Invoice\r\n for", "\(long)\r\n for")],
      after: [("\(long)\r\n for", "\(long) for")], header: [.refolded]),
    Change(
      before: [("Message-ID", "Content-Type: text/plain; charset=utf-8\r\nMessage-ID")],
      after: [
        ("Subject: ", "List-Id: <l.example>\r\nSubject: [list] "),
        ("From: Anna <anna@example.com>", "X-Original-From: Anna <anna@example.com>\r\nFrom: l@l.example"),
        ("charset=utf-8", "charset=\"utf-8\"")
      ],
      header: [.fromRewritten, .subjectTagged, .mimeFieldChanged])
  ]

  /// So long that a field is folded behind it.
  static let long = String(repeating: "Invoice ", count: 6) + "Invoice"

  private static func signed(_ change: Change) throws -> (text: String, zone: String) {
    var signer = try MessageSigner()
    signer.canonicalization = change.canonicalization
    signer.tags = change.tags
    var text = SignedMessage.plain
    for (old, new) in change.before { text = text.replacing(old, with: new, maxReplacements: 1) }
    let signed = try signer.sign(text)
    let start = signed.firstRange(of: "\r\nReceived:").map(\.lowerBound) ?? signed.startIndex
    var rest = String(signed[start...])
    for (old, new) in change.after { rest = rest.replacing(old, with: new, maxReplacements: 1) }
    return (signed[..<start] + rest, signer.zoneText)
  }

  private static func find(_ change: Change) async throws -> (DKIMSignatureResult, DKIMDiagnosis) {
    let (text, zone) = try signed(change)
    let result = try #require(try await SignedMessage.verify(text, zone))
    return (result, try DKIMDiagnosis.find(result))
  }

  @Test(arguments: changes) func changesAreFound(change: Change) async throws {
    let (result, found) = try await Self.find(change)
    #expect(result.result == .fail)
    if !change.body.isEmpty {
      #expect(found.body.alterations.map(\.kind) == change.body, "\(found.body)")
    } else if change.header.count < 2 {
      #expect(found.body == .unchanged)
    }
    if change.header.isEmpty {
      #expect([.unchanged, .notTried("")].contains(found.header) || change.after.count > 1, "\(found.header)")
    } else {
      #expect(found.header.alterations.map(\.kind) == change.header, "\(found.header)")
      #expect(found.header.alterations.allSatisfy { $0.field != nil && $0.line != nil })
    }
    let details = (found.body.alterations + found.header.alterations).map(\.detail)
    #expect(change.detail.isEmpty || details.contains { $0.contains(change.detail) }, "\(details)")
  }

  /// What cannot be undone.
  static let unknown: [Change] = [
    Change(after: [("invoice is", "invoice was")]), Change(after: [("Hello  Bob,\r\n", "")]),
    Change(after: [("attached", "attached (see https://gateway.example/?u=1)")]),
    Change(after: [("Subject: Invoice", "Subject: Bill")]), Change(after: [("From: Anna", "From: Bert")]),
    Change(after: [("To: bob@example.org\r\n", "")]),
    Change(after: [("22:13:20 +0000\r\nMess", "22:13:21 +0000\r\nMess")]),
    Change(canonicalization: "relaxed/simple", after: [("Hello  Bob", "Hello Bob")])
  ]

  @Test(arguments: unknown) func nothingIsGuessed(change: Change) async throws {
    let (result, found) = try await Self.find(change)
    #expect(result.result == .fail)
    #expect([found.body, found.header].contains(.notIdentified) && [found.body, found.header].contains(.unchanged))
    #expect(found.likelyHop == nil)
  }

  @Test func theHopIsNamed() async throws {
    let (text, zone) = try Self.signed(Change(after: [("Subject: ", "Subject: [list] ")]))
    let hops = """
      Received: from list.example by mx.example.org; Tue, 14 Nov 2023 22:15:00 +0000\r
      List-Id: <list.example>\r
      Received: from mail.example.com by list.example; Tue, 14 Nov 2023 22:14:00 +0000\r

      """
    let result = try #require(try await SignedMessage.verify(hops + text, zone))
    let found = try DKIMDiagnosis.find(result)
    #expect(found.hops.count == 2)
    #expect(found.likelyHop.map { result.message.text(of: $0) }?.hasPrefix("from list.example by mx") == true)
  }

  @Test func whatVerifiesIsUnchanged() async throws {
    let (_, found) = try await Self.find(Change(after: []))
    #expect(found.body == .unchanged && found.header == .unchanged && found.likelyHop == nil)
  }

  /// Large bodies and long headers end soon.
  @Test func workIsBounded() async throws {
    var signer = try MessageSigner()
    signer.names = (0..<400).map { "X-\($0)" } + ["From"]
    let body = String(repeating: "line of a body that is long\r\n", count: 4000)
    let text = try signer.sign(SignedMessage.plain + body).replacing("Hello", with: "Good bye")
      .replacing("From: Anna", with: "From: Bert")
    let result = try #require(try await SignedMessage.verify(text, signer.zoneText))
    let found = try DKIMDiagnosis.find(result)
    #expect(found.body == .notIdentified && found.header == .notIdentified)
    let large = text + String(repeating: body, count: 40)
    let other = try #require(try await SignedMessage.verify(large, signer.zoneText))
    if case .notTried = try DKIMDiagnosis.find(other).body {} else { Issue.record("too large a body is not searched") }
  }
}
