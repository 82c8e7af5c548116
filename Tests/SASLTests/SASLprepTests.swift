import OpenSSLKit
import SASL
import Testing

@Suite struct SASLprepTests {
  @Test(arguments: [
    // RFC 4013 §3.
    ("user", "user"), ("USER", "USER"),
    (" !~", " !~"), ("Gr\u{FC}\u{DF}e", "Gr\u{FC}\u{DF}e"), ("Gru\u{308}\u{DF}e", "Gr\u{FC}\u{DF}e"),
    ("a\u{A0}b\u{3000}c", "a b c"),
    ("\u{43F}\u{430}\u{440}\u{43E}\u{43B}\u{438}\u{306}", "\u{43F}\u{430}\u{440}\u{43E}\u{43B}\u{439}"),
    ("\u{65E5}\u{672C}\u{8A9E}", "\u{65E5}\u{672C}\u{8A9E}"), ("\u{D55C}\u{AE00}", "\u{D55C}\u{AE00}"),
    ("5\u{20AC}", "5\u{20AC}")
  ])
  func whatBothStandardsAgreeOnIsPrepared(text: String, prepared: String) throws {
    // Equality of texts would not see the difference between composed and decomposed.
    #expect(Array(try SASLprep.prepare(text).utf8) == Array(prepared.utf8))
    #expect(try SASLprep.prepare(Secret(text)) == Secret(prepared))
  }

  @Test(arguments: [
    ("", SASLprepFault.empty), ("a\u{7}", .controlCharacter), ("\0", .controlCharacter), ("a\u{85}", .controlCharacter),
    // RFC 4013 §3: examples that RFC 8265 treats differently.
    ("I\u{AD}X", .needsTables), ("\u{AA}", .needsTables), ("\u{2168}", .needsTables), ("\u{627}\u{31}", .needsTables),
    ("\u{308}u", .needsTables), ("e\u{302}\u{301}", .needsTables), ("q\u{301}", .needsTables),
    ("\u{1F600}", .needsTables),
    ("\u{200B}", .needsTables), ("\u{FB01}", .needsTables), ("\u{1100}\u{1161}", .needsTables),
    ("\u{202E}a", .needsTables)
  ])
  func whatTheyDoNotAgreeOnIsRefused(text: String, fault: SASLprepFault) {
    #expect(throws: fault) { try SASLprep.prepare(text) }
    #expect(!fault.description.isEmpty)
  }

  @Test func octetsThatAreNoUTF8AreRefused() {
    #expect(throws: SASLprepFault.notUTF8) { try SASLprep.prepare(Secret([0x61, 0xFF].span)) }
  }
}
