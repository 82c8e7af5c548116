import MailMessage
import Syntax
import Testing

@Suite struct EncodedWordTests {
  /// A field, its text, and what is to be said of it.
  static let texts: [(String, String, TextTraits)] = [
    ("plain text", "plain text", []),
    ("", "", []),
    ("folded\r\n text", "folded text", []),
    ("folded\r\n\ttext", "folded\ttext", []),
    // RFC 2047 §8
    (
      "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n    =?ISO-8859-1?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
      "If you can read this you understand the example.", .encodedWord
    ),
    ("(=?ISO-8859-1?Q?a?=)", "(a)", .encodedWord),
    ("=?ISO-8859-1?Q?a?= b", "a b", .encodedWord),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab", .encodedWord),
    ("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab", .encodedWord),
    ("=?ISO-8859-1?Q?a?=\r\n   =?ISO-8859-1?Q?b?=", "ab", .encodedWord),
    ("=?ISO-8859-1?Q?a_b?=", "a b", .encodedWord),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a =?ISO-8859-2?Q?_b?=", [.encodedWord, .unknownCharset]),
    // RFC 2231 §5
    ("=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore", .encodedWord),
    ("=?utf-8?b?w6Q=?=", "ä", .encodedWord),
    ("=?utf-8?b?w6Q?=", "ä", [.encodedWord, .brokenEncodedWord]),
    ("=?utf-8?b?w6Q=", "=?utf-8?b?w6Q=", .brokenEncodedWord),
    ("=?utf-8?q?=C3?= =?utf-8?q?=A4?=", "ä", .encodedWord),
    ("=?utf-8?q?=C3?=", "\u{FFFD}", [.encodedWord, .brokenEncodedWord]),
    ("=?utf-8?q?=XY?=", "=XY", [.encodedWord, .brokenEncodedWord]),
    ("=?utf-8?q?a b?=", "a b", [.encodedWord, .brokenEncodedWord]),
    ("=?iso-8859-15?q?=A4?=", "€", .encodedWord),
    ("=?windows-1252?q?=80=93?=", "€“", .encodedWord),
    ("=?windows-1252?q?=81?=", "\u{FFFD}", [.encodedWord, .brokenEncodedWord]),
    ("=?us-ascii?q?=E4?=", "\u{FFFD}", [.encodedWord, .brokenEncodedWord]),
    ("=?utf-8?x?a?=", "=?utf-8?x?a?=", []),
    ("a =? b", "a =? b", []),
    ("gr\u{FC}n", "grün", .rawUTF8),
    (
      "=?utf-8?q?\(String(repeating: "a", count: 64))?=", String(repeating: "a", count: 64),
      [
        .encodedWord, .longEncodedWord
      ]
    )
  ]

  @Test(arguments: texts) func textsAreDecoded(field: String, text: String, traits: TextTraits) throws {
    let parsed = UnstructuredText.parse(fieldBody(field))
    expectSound(parsed)
    let value = try #require(parsed.value)
    #expect(value.text == text)
    #expect(value.traits == traits)
    if !traits.subtracting(.encodedWord).isEmpty { #expect(!parsed.faults.isEmpty) }
  }

  @Test func rawOctetsAreTold() {
    let parsed = UnstructuredText.parse(Array(" gr".utf8) + [0xFC] + Array("n\r\n".utf8))
    #expect(parsed.value == UnstructuredText.parse(Array(" gr".utf8) + [0xFC] + Array("n\r\n".utf8)).value)
    #expect(parsed.value?.text == "gr\u{FFFD}n")
    #expect(parsed.value?.traits == .rawOctets)
    #expect(parsed.faults.map(\.range) == [3..<4])
  }

  @Test func oneWordIsRead() throws {
    let word = try #require(EncodedWord.parse(Array("=?ISO-8859-1*da?q?=E6?=".utf8)).value)
    #expect(word.charset == "ISO-8859-1")
    #expect(word.octets == [0xE6] && word.decoded == "æ" && !word.isBase64)
    #expect(EncodedWord.parse(Array("=?ISO-8859-1?q?=E6?= b".utf8)).value == nil)
    #expect(EncodedWord.parse(Array("=?ISO-8859-1?q?=E6".utf8)).value == nil)
  }
}
