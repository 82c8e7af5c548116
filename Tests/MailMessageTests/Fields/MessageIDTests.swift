import MailMessage
import Syntax
import Testing

@Suite struct MessageIDTests {
  /// A field, its left and right side, and what is told.
  static let fields: [(String, String, String, MessageIDToken.Traits)] = [
    ("<201709290859.v8T8xJkc021561@ubuntu>", "201709290859.v8T8xJkc021561", "ubuntu", []),
    ("<201709290938.v8T9cCZX001864@ubuntu.localdomain>", "201709290938.v8T9cCZX001864", "ubuntu.localdomain", []),
    ("<mywiki.59cdf1a2b3c4d5.12345678@wiki.example.org>", "mywiki.59cdf1a2b3c4d5.12345678", "wiki.example.org", []),
    ("<mywiki.59cdf1a2b3c4d5.12345678@>", "mywiki.59cdf1a2b3c4d5.12345678", "", .emptyRight),
    ("<reply-0a1b2c@gitlab>", "reply-0a1b2c", "gitlab", []),
    ("<5f3e@192.0.2.7>", "5f3e", "192.0.2.7", []),
    ("5f3e0a1b2c3d4e5f@wiki.acme.net", "5f3e0a1b2c3d4e5f", "wiki.acme.net", .noBrackets),
    ("<5f3e0a1b2c3d4e5f@[172.18.111.192]>", "5f3e0a1b2c3d4e5f", "[172.18.111.192]", .domainLiteral),
    ("<5f3e0a1b2c3d4e5f@wiki.acme.net:8080>", "5f3e0a1b2c3d4e5f", "wiki.acme.net:8080", .illegalRight),
    ("<x@https://wiki.example.org>", "x", "https://wiki.example.org", .illegalRight),
    ("<5f3e 0a1b@acme.net>", "5f3e 0a1b", "acme.net", .blank),
    ("<0a1b2c3d@web1.mail>", "0a1b2c3d", "web1.mail", []),
    ("<010f0186-0000-000000@eu-west-1.amazonses.com>", "010f0186-0000-000000", "eu-west-1.amazonses.com", []),
    ("<CAFabc=x@mail.gmail.com>", "CAFabc=x", "mail.gmail.com", []),
    ("<59fb1.SMTPIN_ADDED_MISSING@mx.google.com>", "59fb1.SMTPIN_ADDED_MISSING", "mx.google.com", []),
    ("<\"a b\"@acme.net>", "\"a b\"", "acme.net", .quotedLeft),
    ("<\"a>b\"@acme.net>", "\"a>b\"", "acme.net", .quotedLeft),
    ("<a@b@acme.net>", "a@b", "acme.net", .severalAts),
    ("<20170929.abc>", "20170929.abc", "", .noAt),
    ("<@example.org>", "", "example.org", .emptyLeft),
    ("<x@my_host.example.org>", "x", "my_host.example.org", []),
    ("<abc\r\n def@example.org>", "abc def", "example.org", [.blank, .folded]),
    ("\r\n <abc@example.org>", "abc", "example.org", []),
    ("<a@exämple.org>", "a", "exämple.org", .nonASCII),
    ("<abc@example.org", "abc", "example.org", .noBrackets),
    ("<a..b@example.org>", "a..b", "example.org", .illegalLeft),
    ("<a,b@example.org>", "a,b", "example.org", .illegalLeft),
    ("just words", "just words", "", [.noBrackets, .noAt, .blank]),
    ("<>", "", "", .noAt)
  ]

  @Test(arguments: fields)
  func identifiersAreRead(field: String, left: String, right: String, traits: MessageIDToken.Traits) throws {
    let parsed = MessageIDToken.parse(fieldBody(field))
    expectSound(parsed)
    let identifier = try #require(parsed.value)
    #expect((identifier.left, identifier.right) == (left, right))
    #expect(identifier.traits == traits)
    #expect(identifier.isWellFormed == parsed.faults.allSatisfy { $0.gravity == .remark })
  }

  @Test func emptyIsNone() {
    for field in ["", "\r\n ", "(comment)"] {
      let parsed = MessageIDToken.parse(fieldBody(field))
      #expect(parsed.value == nil)
      #expect(parsed.faults.contains { $0.gravity == .fatal })
    }
  }

  /// A list, its identifiers, and whether something else stands there.
  static let lists: [(String, [String], Bool)] = [
    ("<1234@local.machine.example> <3456@example.net>", ["<1234@local.machine.example>", "<3456@example.net>"], false),
    ("<a@b>\r\n <c@d>\r\n\t<e@f>", ["<a@b>", "<c@d>", "<e@f>"], false),
    ("<a@b><c@d>", ["<a@b>", "<c@d>"], false),
    ("<a@b>, <c@d>", ["<a@b>", "<c@d>"], false),
    ("Your message of \"Mon, 1 Jan 1990\" <a@b> (was here)", ["<a@b>"], true),
    ("<a@b> trailing junk", ["<a@b>"], true),
    ("<a@b <c@d>", ["<a@b", "<c@d>"], false)
  ]

  @Test(arguments: lists) func listsAreRead(field: String, expected: [String], hasPhrase: Bool) throws {
    let parsed = MessageIDList.parse(fieldBody(field))
    expectSound(parsed)
    let list = try #require(parsed.value)
    #expect(list.identifiers.map { $0.text.trimmingSpace } == expected)
    #expect(list.hasPhrase == hasPhrase)
  }

  @Test func aSecondIdentifierIsTold() {
    let parsed = MessageIDToken.parse(fieldBody("<a@b> <c@d>"))
    #expect(parsed.value?.text == "<a@b>")
    #expect(parsed.faults.map(\.range) == [7..<12])
  }
}

extension String {
  fileprivate var trimmingSpace: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
