import Testing

@testable import FailureCatalogue

@Suite struct TextMatcherTests {
  private static func match(_ pattern: String, _ text: String) -> String? {
    guard let pattern = TextPattern(pattern) else { return "no pattern" }
    var matcher = TextMatcher()
    let mapped = MappedText(Array(text.utf8))
    return matcher.firstMatch(of: TextProgram(pattern), in: mapped).map {
      String(decoding: mapped.octets[$0], as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("abc", "xxABCxx", "ABC"), ("a|bc", "xbc", "bc"), ("a.c", "a-c", "a-c"), ("ab?c", "ac", "ac"),
      ("ab*c", "abbbc", "abbbc"),
      ("ab+c", "ac", nil), ("a{2}", "caat", "aa"), ("a[0-9]{1,3}b", "a1234b a12b", "a12b"),
      ("x{2,}y", "xxxxy", "xxxxy"),
      ("\\bSC-001\\b", "550 SC-001 (x)", "SC-001"), ("\\bSC-001\\b", "550 SC-0012", nil),
      ("[^\\n]{0,3}z", "abcz", "abcz"),
      ("\\d{3}", "a 553", "553"), ("5\\.7\\.1\\b(?!\\.)", "5.7.1.2", nil), ("5\\.7\\.1\\b(?!\\.)", "5.7.1 x", "5.7.1"),
      ("(user|name) (un|not )known", "NAME not known", "NAME not known"), ("a\\s+b", "a  \tb", "a  \tb"),
      ("\\S+@", "b a@", "a@"),
      ("(?! ip)", "x", ""), ("", "x", ""), ("发送", "错误发送x", "发送")
    ] as [(String, String, String?)])
  func matches(pattern: String, text: String, expected: String?) {
    #expect(Self.match(pattern, text) == expected)
  }

  @Test(arguments: [
    "(a", "a)", "[a", "a{", "a{3,1}", "*a", "\\q", "a{999}", "^a", "a$", "(?=a)", "((((((((((a))))))))))"
  ])
  func othersAreNoPatterns(pattern: String) {
    #expect(TextPattern(pattern) == nil)
  }

  /// A wrap stands for nothing in the midst of a word, and for the space where it stands between words.
  @Test(arguments: ["Relay acc\ness denied", "Relay\naccess denied", "Relay access\ndenied", "R\nelay access denie\nd"])
  func wrapsAreMatchedOver(text: String) {
    #expect(Self.match("Relay access denied", text) == text)
  }

  @Test func whatATextMustHoldIsKnown() {
    func required(_ pattern: String) -> [String]? {
      TextPattern(pattern).flatMap { RequiredLiterals($0.root) }.map {
        $0.alternatives.map { String(decoding: $0, as: UTF8.self) }
      }
    }
    #expect(required("ab(cde|fghi)?jklm") == ["jklm"])
    #expect(required("(abc|xyz1)\\d") == ["abc", "xyz1"])
    #expect(required("(abc|x)\\d") == nil)
    #expect(required("\\d+") == nil)
  }

  /// Texts that make matchers that backtrack slow.
  static let hostile: [String] = [
    "a", "554 ", "user ", "SPF ", "\n", "(code: 554, response: ", "421-4.7.0 ", "mailbox sender address rejected ",
    "\\", "<br",
    "AUTH PLAIN ", "password=", "://a:b@", "((((", "0.0.0.", "from=<", "host ", "{\"", "&amp", "\u{1B}[", "=",
    "reply: b'",
    "550-", "5.7.1 ", "helo ehlo helo ", "certificate verify failed ("
  ]

  /// The work is at most twice the instructions times the octets, whatever the text: counted, not timed.
  @Test(arguments: hostile) func theWorkIsBounded(piece: String) {
    let text = MappedText(Array(String(repeating: piece, count: 2_000 / piece.utf8.count).utf8))
    for (entry, program) in zip(FailureCatalogue.shipped.entries, FailureCatalogue.shipped.programs) {
      guard let program, program.required.map({ Trigrams(text.folded).mayHold($0) }) ?? true else { continue }
      var matcher = TextMatcher()
      _ = matcher.firstMatch(of: program, in: text)
      #expect(matcher.steps <= (2 * program.instructions.count + 1) * (text.count + 1), "\(entry.id)")
    }
  }

  /// Twice the text is twice the work.
  @Test(arguments: hostile) func theWorkGrowsWithTheText(piece: String) {
    func steps(_ octets: Int) -> Int {
      let text = String(repeating: piece, count: octets / piece.utf8.count)
      var steps = 0
      _ = FailureCatalogue.shipped.hits(in: FailureStatement(Failure(text: "550 " + text)), steps: &steps)
      return steps
    }
    let (one, two) = (steps(1_000), steps(2_000))
    #expect(two <= one * 5 / 2 + 1_000, "\(one) steps, then \(two)")
  }
}
