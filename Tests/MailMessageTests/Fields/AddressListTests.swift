import DNS
import MailMessage
import Syntax
import Testing

@Suite struct AddressListTests {
  /// A field, and its mailboxes as `name|address`; groups are not shown.
  static let legal: [(String, [String])] = [
    // RFC 5322 §A.1.1, §A.1.2, §A.1.3, §A.5, §A.6.1, §A.6.3
    ("John Doe <jdoe@machine.example>", ["John Doe|jdoe@machine.example"]),
    ("\"Joe Q. Public\" <john.q.public@example.com>", ["Joe Q. Public|john.q.public@example.com"]),
    (
      "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
      ["Mary Smith|mary@x.test", "-|jdoe@example.org", "Who?|one@y.test"]
    ),
    (
      "<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>",
      ["-|boss@nil.test", "Giant; \"Big\" Box|sysservices@example.net"]
    ),
    (
      "A Group:Ed Jones <joe@where.test>,joe@where.test,John <jdoe@one.test>;",
      ["Ed Jones|joe@where.test", "-|joe@where.test", "John|jdoe@one.test"]
    ),
    ("Undisclosed recipients:;", []),
    ("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", ["Pete|pete@silly.test"]),
    (
      "A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n         joe@example.org,\r\n"
        + "  John <jdoe@one.test> (my dear friend); (the end of the group)",
      ["Chris Jones|c@public.example", "-|joe@example.org", "John|jdoe@one.test"]
    ),
    ("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", []),
    (
      "Joe Q. Public <john.q.public@example.com>", ["Joe Q. Public|john.q.public@example.com"]
    ),
    (
      "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
      ["Mary Smith|mary@example.net", "-|jdoe@test.example"]
    ),
    // RFC 2047 §8
    ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", ["Keith Moore|moore@cs.utk.edu"]),
    ("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>", ["Keld Jørn Simonsen|keld@dkuug.dk"]),
    ("=?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>", ["André Pirard|PIRARD@vm1.ulg.ac.be"]),
    ("=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <paf@nada.kth.se>", ["Patrik Fältström|paf@nada.kth.se"]),
    (
      "Nathaniel Borenstein <nsb@thumper.bellcore.com>\r\n    (=?iso-8859-8?b?7eXs+SDv4SDs6Pj08A==?=)",
      [
        "Nathaniel Borenstein|nsb@thumper.bellcore.com"
      ]
    ),
    ("\"a b\"@example.org", ["-|\"a b\"@example.org"]),
    ("user@[192.0.2.1]", ["-|user@[192.0.2.1]"]),
    ("Jos\u{E9} <jos\u{E9}@ex\u{E4}mple.org>", ["José|josé@exämple.org"]),
    ("root@localhost (Cron Daemon)", ["Cron Daemon|root@localhost"]),
    ("=?utf-8?q?Doe=2C?= =?utf-8?q?_J?= <j@example.org>", ["Doe, J|j@example.org"])
  ]

  @Test(arguments: legal) func addressesAreRead(field: String, expected: [String]) throws {
    let parsed = AddressList.parse(fieldBody(field))
    expectSound(parsed)
    let mailboxes = try #require(parsed.value).mailboxes
    #expect(mailboxes.map { "\($0.displayName ?? "-")|\($0.address)" } == expected)
    #expect(mailboxes.allSatisfy { $0.isWellFormed })
    #expect(parsed.faults.allSatisfy { $0.gravity == .remark })
  }

  /// A field that breaks a rule, what is read of it, and what is told.
  static let broken: [(String, String, MailboxTraits)] = [
    ("Foo<a@example.org>", "Foo|a@example.org", [.angleBrackets, .noSpaceBeforeBracket]),
    ("\"Foo\"<a@example.org>", "Foo|a@example.org", [.angleBrackets, .noSpaceBeforeBracket]),
    ("<a b@example.org>", "-|a b@example.org", [.angleBrackets, .blankInAddress]),
    ("<a@ex ample.org>", "-|a@ex ample.org", [.angleBrackets, .blankInAddress]),
    ("Big Bug bb@bug.com", "Big Bug|bb@bug.com", .blankInAddress),
    ("<@example.org>", "-|@example.org", [.angleBrackets, .noLocalPart]),
    ("@example.org", "-|@example.org", .noLocalPart),
    ("Foo <foo@>", "Foo|foo@", [.angleBrackets, .noDomain]),
    ("Foo <foo>", "Foo|foo", [.angleBrackets, .noAt]),
    ("foo", "-|foo", .noAt),
    ("Foo <>", "Foo|", [.angleBrackets, .noAt]),
    ("<a@b@example.org>", "-|a@b@example.org", [.angleBrackets, .severalAts]),
    (
      "=?utf-8?q?foo?= <=?utf-8?q?a?=@example.org>", "foo|=?utf-8?q?a?=@example.org",
      [
        .angleBrackets, .encodedWordInAddress
      ]
    ),
    ("a..b@example.org", "-|a..b@example.org", .illegalCharacter),
    (".a@example.org", "-|.a@example.org", .illegalCharacter),
    ("a.@example.org", "-|a.@example.org", .illegalCharacter),
    ("Foo <a@example.org", "Foo|a@example.org", [.angleBrackets, .unclosedBracket]),
    ("Foo <a@example.org> bar", "Foo|a@example.org", [.angleBrackets, .trailingText]),
    ("\"Foo <a@example.org>", "Foo|a@example.org", .angleBrackets),
    ("Foo (bar <a@example.org>", "Foo bar|a@example.org", .angleBrackets),
    ("\"=?utf-8?q?J=C3=B8rn?=\" <a@example.org>", "Jørn|a@example.org", .angleBrackets),
    ("=?koi8-r?q?J=C3?= <a@example.org>", "=?koi8-r?q?J=C3?=|a@example.org", [.angleBrackets, .brokenDisplayName])
  ]

  @Test(arguments: broken) func faultsAreTold(field: String, expected: String, traits: MailboxTraits) throws {
    let parsed = AddressList.parse(fieldBody(field))
    expectSound(parsed)
    let mailbox = try #require(parsed.value?.mailboxes.first)
    #expect("\(mailbox.displayName ?? "-")|\(mailbox.address)" == expected)
    #expect(mailbox.traits == traits)
    #expect(!parsed.faults.isEmpty)
    #expect(parsed.value?.mailboxes.count == 1)
  }

  @Test func rawOctetsAreTold() throws {
    let parsed = AddressList.parse(Array(" J".utf8) + [0xF8] + Array("rn <a@example.org>\r\n".utf8))
    let mailbox = try #require(parsed.value?.mailboxes.first)
    #expect(mailbox.traits == [.angleBrackets, .rawDisplayName])
    #expect(parsed.faults.map(\.message) == ["octets outside ASCII that are no UTF-8"])
    #expect(parsed.faults.first?.range == 2..<3)
  }

  @Test func domainsAreNames() throws {
    let list = try #require(AddressList.parse(fieldBody("a@Example.ORG, b@[192.0.2.1], c@exämple.org")).value)
    let names: [DomainName?] = ["example.org", nil, nil]
    #expect(list.mailboxes.map(\.domainName) == names)
    #expect(list.mailboxes[0].domain == "Example.ORG")
  }

  @Test(arguments: ["", "(only a comment)", ","]) func nothingIsNoList(field: String) {
    let parsed = AddressList.parse(fieldBody(field))
    #expect(parsed.value == nil)
    #expect(parsed.faults.contains { $0.gravity == .fatal })
  }
}
