import DNS
import Foundation
import MailAuthentication
import Syntax
import Testing

@Suite struct SPFRecordTests {
  /// Records without a fault, and what their terms are read as.
  @Test(arguments: [
    ("v=spf1", ""),
    ("V=SPF1  ", ""),
    ("v=spf1 -all", "-all"),
    ("v=spf1  +A  ?mX ~ptr -ALL ", "+a/32//128 ?mx/32//128 ~ptr -all"),
    ("v=spf1 a/24//64 mx//64 a:example.com/0", "+a/24//64 +mx/32//64 +a:example.com/0//128"),
    ("v=spf1 a:foo:bar/baz.example.com", "+a:foo:bar/baz.example.com/32//128"),
    ("v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32", "+192.0.2.0/24 +2001:db8::/32"),
    ("v=spf1 ip4:192.0.2.1 ip6:::1", "+192.0.2.1/32 +::1/128"),
    (
      "v=spf1 include:_spf.example.com. exists:%{ir}.%{v}._spf.%{d2}",
      "+include:_spf.example.com. +exists:%{ir}.%{v}._spf.%{d2}"
    ),
    ("v=spf1 redirect=%{D} exp=x.%{l1r+-}.%{o}", "redirect=%{D} exp=x.%{l1r+-}.%{o}"),
    ("v=spf1 moo.cow-far_out=man:dog/cat a:x.y-1-z", "moo.cow-far_out=man:dog/cat +a:x.y-1-z/32//128"),
    ("v=spf1 default=%{c}%%%_%- ptr:x.xn--zckzah", "default=%{c}%%%_%- +ptr:x.xn--zckzah"),
    ("v=spf1 a:example.%% mx:%{d128}", "+a:example.%%/32//128 +mx:%{d128}/32//128")
  ])
  func reads(text: String, expected: String) throws {
    let parsed = SPFRecord.parse(Array(text.utf8))
    #expect(parsed.faults.isEmpty)
    let record = try #require(parsed.value)
    #expect(record.terms.map { Self.describe($0, parsed.text) }.joined(separator: " ") == expected)
  }

  private static func describe(_ term: SPFTerm, _ text: [UInt8]) -> String {
    guard case .directive(let qualifier, let mechanism) = term.kind else { return term.text(in: text) }
    let sign = String(UnicodeScalar(qualifier.rawValue))
    let spec = mechanism.domainSpec.map { ":" + String(decoding: text[$0.range], as: UTF8.self) } ?? ""
    switch mechanism {
    case .all: return sign + "all"
    case .a(_, let lengths): return "\(sign)a\(spec)/\(lengths.v4)//\(lengths.v6)"
    case .mx(_, let lengths): return "\(sign)mx\(spec)/\(lengths.v4)//\(lengths.v6)"
    case .ip4(let network), .ip6(let network): return "\(sign)\(network)"
    case .include: return "\(sign)include\(spec)"
    case .exists: return "\(sign)exists\(spec)"
    case .ptr: return "\(sign)ptr\(spec)"
    }
  }

  /// Records with faults: the octets of each fault in brackets, then part of its message.
  @Test(arguments: [
    ("v=spf1 ip:192.0.2.1 -all", ["ip:192.0.2.1 | write ip4: or ip6:"]),
    (
      "v=spf1 ip:192.0.2.1 a:192.0.2.2 -all",
      ["ip:192.0.2.1 | unknown mechanism", "192.0.2.2 | an address is no domain"]
    ),
    ("v=spf1 192.0.2.1", ["192.0.2.1 | a bare address"]),
    ("v=spf1 ip4:192.0.2.256", ["192.0.2.256 | is no IPv4 address"]),
    ("v=spf1 ip4:192.0.2", ["192.0.2 | is no IPv4 address"]),
    ("v=spf1 ip4:192.0.2.0/33", ["33 | at most 32"]),
    ("v=spf1 ip4:192.0.2.0/024", ["024 | no leading zero"]),
    ("v=spf1 ip4:192.0.2.0/24/24", ["24/24 | a number has to follow"]),
    ("v=spf1 ip4:192.0.2.0//24", ["/24 | a number has to follow"]),
    ("v=spf1 ip4:2001:db8::1 ip6:192.0.2.1", ["2001:db8::1 | with ip6:", "192.0.2.1 | with ip4:"]),
    ("v=spf1 ip4", ["ip4 | a colon and an IPv4 address"]),
    ("v=spf1 ip6:", ["ip6: | the address is missing"]),
    (
      "v=spf1 ip6:2001:db8::/129 ip6:::1/99999999999999999999",
      ["129 | at most 128", "99999999999999999999 | at most 128"]
    ),
    ("v=spf1 a: mx:", ["a: | the domain is missing", "mx: | the domain is missing"]),
    ("v=spf1 a:museum a:museum.", ["museum | at least two labels", "museum. | at least two labels"]),
    ("v=spf1 a:abc.123", ["abc.123 | cannot be the last label"]),
    ("v=spf1 a:example.-com", ["example.-com | cannot be the last label"]),
    ("v=spf1 a:example.com:8080", ["example.com:8080 | cannot be the last label"]),
    ("v=spf1 a:a..", ["a.. | the last label of the domain is empty"]),
    ("v=spf1 a:%{d}com", ["%{d}com | a dot has to stand"]),
    ("v=spf1 a/24/64", ["/24 | here may stand"]),
    ("v=spf1 a/", ["/ | here may stand"]),
    ("v=spf1 mx/33 a//129", ["33 | at most 32", "129 | at most 128"]),
    (
      "v=spf1 include exists exists:/24",
      ["include | a colon and a domain", "exists | a colon and a domain", "/24 | at least two labels"]
    ),
    (
      "v=spf1 include/24 ptr/0 include:a.example/24",
      [
        "/24 | prefix length is not allowed", "/0 | prefix length is not allowed",
        "a.example/24 | prefix length or the path"
      ]
    ),
    (
      "v=spf1 all. -all:x all/8",
      ["all. | write all with nothing behind it", ":x | all takes no argument", "/8 | all takes no argument"]
    ),
    ("v=spf1 redirect:a.example exp:b.example", ["redirect:a.example | write redirect=", "exp:b.example | write exp="]),
    ("v=spf1 -redirect=a.example", ["-redirect=a.example | takes no qualifier"]),
    ("v=spf1 redirect= exp=", ["redirect= | the domain is missing", "exp= | the domain is missing"]),
    (
      "v=spf1 redirect=a.example redirect=b.example exp=c.d exp=c.d exp=c.d",
      ["redirect=b.example | only once", "exp=c.d | only once", "exp=c.d | only once"]
    ),
    ("v=spf1 ~ all", ["~ | there must be no space"]),
    ("v=spf1 !", ["! | has to begin with the name"]),
    ("v=spf1 =x 1x=y", ["=x | has to begin", "1x=y | has to begin"]),
    ("v=spf1 moo.cow/far_out=man", ["moo.cow/far_out=man | a host is written a:moo.cow"]),
    ("v=spf1 mx\t-all", ["\t | a tab is not allowed"]),
    ("v=spf1 \u{2013}all", ["\u{2013} | outside ASCII"]),
    (
      "v=spf1 a:%{x}.example.com a:%(i).example.com",
      ["%{x} | there is no macro letter \"x\"", "% | has to be followed by"]
    ),
    ("v=spf1 exists:%{s0} exists:%{i", ["0 | must not be zero", "%{i | no closing brace"]),
    (
      "v=spf1 exists:%{c} exists:%{dx} exists:%{}",
      ["%{c} | in explanation texts only", "x | is no macro delimiter", "%{} | no macro letter here"]
    ),
    ("v=spf1 x=%{y}", ["%{y} | there is no macro letter"]),
    ("v=spf1 include=a.example -all", ["include=a.example | read as an unknown modifier"]),
    ("v=spf1 a v=spf1 mx", ["v=spf1 | second version section"]),
    ("v=spf1 ip4:192.0.2.1/24", ["192.0.2.1/24 | the block is 192.0.2.0/24"])
  ])
  func finds(text: String, faults: [String]) {
    let parsed = SPFRecord.parse(Array(text.utf8))
    #expect(parsed.faults.count == faults.count)
    for (fault, expected) in zip(parsed.faults, faults) {
      let place = String(decoding: parsed.text[fault.range], as: UTF8.self)
      #expect(expected.hasPrefix(place + " | "), "place \(place)")
      #expect(fault.message.contains(expected.dropFirst(place.count + 3)), "\(fault.message)")
      #expect(fault.reference.hasPrefix("RFC 7208 §"))
      let isHarmless = ["include=", "a v=spf1", "ip4:192.0.2.1/24"].contains { text.contains($0) }
      #expect((fault.gravity == .fatal) == !isHarmless)
    }
  }

  @Test func keepsWhatCanBeRead() throws {
    let parsed = SPFRecord.parse(Array("v=spf1 a ipv4:1.2.3.4 mx -all".utf8))
    #expect(parsed.isPermanentError)
    #expect(parsed.value?.terms.count == 3)
    #expect(SPFRecord.parse(Array("v=spf10 a".utf8)).value == nil)
    let remarks = String(repeating: "ip4:192.0.2.1/24 ", count: 200)
    #expect(SPFRecord.parse(Array("v=spf1 \(remarks)bogus".utf8)).isPermanentError)
  }

  @Test(arguments: [
    ("v=spf1 a -all b.example= mx redirect=x.example", "a -all"),
    ("v=spf1 redirect=x.example a mx exp=y.example", "a mx redirect=x.example")
  ])
  func ordersTerms(text: String, expected: String) throws {
    let parsed = SPFRecord.parse(Array(text.utf8))
    let terms = try #require(parsed.value).termsInOrder
    #expect(terms.map { $0.text(in: parsed.text) }.joined(separator: " ") == expected)
  }

  /// RFC 7208 §4.5: which texts are records, and why others are not.
  @Test(arguments: [
    ("v=spf1", nil), ("V=sPf1 mx", nil), ("v=spf1 ", nil),
    ("v=spf10", SPFNearMiss.Reason.noSpace), ("v=spf1-all", .noSpace), ("v=spf1;a", .noSpace), ("v=spf1\ta", .noSpace),
    (" v=spf1 a", .leadingSpace), ("\u{FEFF}v=spf1 a", .leadingSpace), ("\"v=spf1 a\"", .quoted),
    ("\u{201C}v=spf1 a\u{201D}", .leadingSpace), ("spf2.0/pra a", .senderID), ("v=spf2 a", .otherVersion),
    ("v=spf a", .otherVersion), ("v = spf1 a", .misspeltVersion), ("spf1 a", .misspeltVersion),
    ("TXT v=spf1 a", .notAtTheBeginning)
  ])
  func selects(text: String, reason: SPFNearMiss.Reason?) {
    let selection = SPFSelection(texts: [Array("google-site-verification=v".utf8), Array(text.utf8), []])
    #expect(selection.records.count == (reason == nil ? 1 : 0))
    #expect(selection.nearMisses.map(\.reason) == [reason].compactMap(\.self))
  }

  /// Hostile texts: nothing crashes, faults stay in range and bounded, time stays linear.
  @Test func survivesAnything() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("v=spf1 aiplmxx:/%{}dlr.-+=~?0123456789\t\u{e9}include:redirect=exp=".utf8)
    for _ in 0..<3000 {
      let tail = (0..<Int.random(in: 0...80, using: &random)).map { _ in alphabet.randomElement() ?? 0 }
      check(Array("v=spf1 ".utf8) + tail)
      check((0..<40).map { _ in UInt8.random(in: 0...255) })
    }
    for piece in ["a ", "%{", "%", "/", "a:", "include:a.b ", "ip4:1.2.3.4/", "redirect=a.b ", "\t", "~ "] {
      let long = Array("v=spf1 ".utf8) + Array(String(repeating: piece, count: 65535 / piece.utf8.count).utf8)
      check(long)
    }
  }

  private func check(_ text: [UInt8]) {
    let parsed = SPFRecord.parse(text)
    #expect(parsed.faults.count <= 128)
    #expect(parsed.faults.allSatisfy { $0.range.upperBound <= text.count })
    _ = SPFSelection(texts: [text])
  }
}
