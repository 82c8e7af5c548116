import DNS
import MailAuthentication
import Syntax
import Testing

/// RFC 8461 §3.2: the policy file.
@Suite struct MTASTSPolicyTests {
  static let good = "version: STSv1\nmode: enforce\nmx: mail.example.org\nmx: *.example.net\nmax_age: 604800\n"

  @Test(arguments: [
    good, good.replacing("\n", with: "\r\n"), String(good.dropLast()), good.replacing(": ", with: ":\t")
  ])
  func reads(text: String) throws {
    let parsed = MTASTSPolicy.parse(Array(text.utf8))
    #expect(parsed.faults.isEmpty, "\(parsed.faults)")
    let policy = try #require(parsed.value)
    #expect(policy.mode == .enforce && policy.maxAge == 604_800)
    #expect(policy.patterns.map(\.pattern) == [.host("mail.example.org"), .oneLabelBelow("example.net")])
  }

  /// The text, and for each fault its place as line and column, its gravity and the beginning of its message.
  @Test(arguments: [
    (
      "version: STSv1\nmode=enforce\nmx: a.example\nmax_age: 1\n",
      ["2:1 fatal a line without a colon", "5:1 fatal the field mode"]
    ),
    ("version: STSv2\nmode: none\nmax_age: 1", ["1:10 fatal the version has to be"]),
    ("version: STSv1\nmode: Enforce\nmx: a.example\nmax_age: 1", ["2:7 fatal the mode has to be"]),
    ("version: STSv1\nmode: enforce\nmax_age: 1", ["3:11 fatal the field mx is missing"]),
    ("version: STSv1\nmode: none\nmax_age: 1", []),
    ("version: STSv1\r\nmode: none\r\nmax_age: 31557601\r\n", ["3:10 fatal max_age is above"]),
    ("version: STSv1\nmode: none\nmax_age: 1d", ["3:10 fatal max_age has to be"]),
    ("version: STSv1\nmode: none", ["2:11 fatal the field max_age"]),
    ("mode: none\nmax_age: 1\n", ["3:1 fatal the field version"]),
    ("version: STSv1\nmode: none\nmode: enforce\nmax_age: 1", ["3:1 ignored a second mode"]),
    ("version: STSv1\nmode: testing\nmx: *.*.example\nmx: a.example\nmax_age: 1", ["3:5 fatal mx: a \"*\""]),
    ("version: STSv1\nmode: testing\nmx: a.example.\nmax_age: 1", ["3:5 fatal mx: a name without a dot"]),
    ("version: STSv1\nmode: testing\nmx: a.example\nmx: A.example\nmax_age: 1", ["4:5 remark the same mx"]),
    ("version: STSv1\nmode: testing\nmx: b\u{FC}cher.example\nmax_age: 1", ["3:5 fatal mx: an internationalised"]),
    ("version: STSv1\n\nmode: none\nmax_age: 1\n\n", ["2:1 remark an empty line", "5:1 remark an empty line"]),
    (
      "version: STSv1\rmode: none\rmax_age: 1",
      ["1:15 fatal a line that ends in CR", "2:11 fatal a line that ends in CR"]
    ),
    ("\u{FEFF}version: STSv1\nmode: none\nmax_age: 1", ["1:1 fatal a byte order mark"]),
    ("version: STSv1\nmode : none\nmax_age: 1", ["2:1 fatal white space before the colon"]),
    (" version: STSv1\nmode: none\nmax_age: 1", ["1:1 fatal white space before a field"]),
    ("version: STSv1\nmode: none\nmax_age: 1\n_x: 1\nx:", ["4:1 fatal a field name", "5:1 fatal a field without"]),
    ("version: STSv1\nmode: none\nmax_age: 1\nx: caf\u{E9} a  b", []),
    ("version: STSv1\nmode: none\nmax_age: 1\nx: a\u{1}", ["4:5 fatal a control character"]),
    ("", ["1:1 fatal the field version", "1:1 fatal the field mode", "1:1 fatal the field max_age"])
  ])
  func tellsEveryFaultAndItsPlace(text: String, expected: [String]) {
    let octets = Array(text.utf8)
    let faults = MTASTSPolicy.parse(octets).faults.map { fault in
      let place = TextPosition(fault.range.lowerBound, in: octets)
      return "\(place.line):\(place.column) \(fault.gravity) \(fault.message)"
    }
    #expect(faults.count == expected.count, "\(faults)")
    for (fault, start) in zip(faults, expected) { #expect(fault.hasPrefix(start), "\(fault)") }
  }

  @Test(
    arguments: [
      (.host("mail.example.org"), "MAIL.example.org", true), (.host("mail.example.org"), "a.mail.example.org", false),
      (.oneLabelBelow("example.net"), "mx.example.net", true), (.oneLabelBelow("example.net"), "example.net", false),
      (.oneLabelBelow("example.net"), "a.mx.example.net", false),
      (.oneLabelBelow("example.net"), "mx.example.org", false)
    ] as [(MTASTSPattern, DomainName, Bool)])
  func matchesExactlyOneLabel(pattern: MTASTSPattern, host: DomainName, isMatch: Bool) {
    #expect(pattern.matches(host) == isMatch)
  }

  @Test func survivesHostileTexts() {
    for piece in ["mx: a\n", "mx:", ":", "\r", "\n", "mode: x\n", "a", "\u{FEFF}"] {
      let text = Array(String(repeating: piece, count: 65_536 / piece.utf8.count).utf8)
      let parsed = MTASTSPolicy.parse(text)
      #expect(parsed.faults.count <= 101 && parsed.faults.allSatisfy { $0.range.upperBound <= text.count })
      #expect(!parsed.isSound)
    }
  }

  @Test(arguments: [
    (0, 1, 1, 0..<2), (2, 1, 3, 0..<2), (3, 2, 1, 3..<5), (6, 3, 1, 6..<7), (7, 3, 2, 6..<7), (99, 3, 94, 6..<7)
  ])
  func placesAreThoseOfEditors(offset: Int, line: Int, column: Int, range: Range<Int>) {
    let text = Array("ab\ncd\re".utf8)
    #expect(TextPosition(offset, in: text).line == line)
    #expect(TextPosition.line(around: offset, in: text) == range)
    if offset <= text.count { #expect(TextPosition(offset, in: text) == TextPosition(line: line, column: column)) }
  }
}
