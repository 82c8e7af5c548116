import DNS
import IDNKit
import Testing

@Suite struct UserInputTests {
  static let good: [(String, String)] = [
    ("example.org", "example.org"), ("EXAMPLE.org.", "example.org"), ("_dmarc.example.org", "_dmarc.example.org"),
    ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.Example", "xn--bcher-kva.example"),
    ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("_dmarc.bücher.example", "_dmarc.xn--bcher-kva.example"),
    ("straße.de", "xn--strae-oqa.de"), ("日本語。jp", "xn--wgv71a119e.jp"), ("*.bücher.example", "*.xn--bcher-kva.example"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("xn--zzzzzz.example", "xn--zzzzzz.example")
  ]

  @Test(arguments: good)
  func reads(text: String, expected: String) throws {
    #expect(try DomainName(userInput: text) == DomainName(expected))
  }

  static let bad: [(String, String)] = [
    ("", "the name is empty"), ("a..b", "empty label"), ("bü..b", "empty label"), ("\u{300}a.example", "IDN2_"),
    ("-bücher.example", "IDN2_HYPHEN_STARTEND"), ("b\u{FC}\u{0}.example", "IDN2_DISALLOWED"),
    ("\u{202E}abc.example", "IDN2_"),
    (String(repeating: "ü", count: 64) + ".example", "IDN2_"),
    (String(repeating: "bücher.", count: 40), "IDN2_TOO_BIG_DOMAIN"),
    (String(repeating: "a", count: 64), "longer than 63")
  ]

  @Test(arguments: bad)
  func refuses(text: String, cause: String) {
    do {
      let name = try DomainName(userInput: text)
      Issue.record("\(text) became \(name)")
    } catch {
      #expect(error.description.contains(cause))
    }
  }

  static let shown: [(DomainName, String)] = [
    ("example.org", "example.org"), (".", "."), ("_dmarc.xn--bcher-kva.example", "_dmarc.bücher.example"),
    ("xn--wgv71a119e.jp", "日本語.jp"), ("xn--zzzzzz.example", "xn--zzzzzz.example"), ("xn--.example", "xn--.example"),
    ("xn--a.example", "xn--a.example")
  ]

  @Test(arguments: shown)
  func shows(name: DomainName, text: String) {
    #expect(name.unicodeDescription == text)
  }

  @Test func hostileText() {
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<(state >> 59) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(UnicodeScalar(UInt32(truncatingIfNeeded: state >> 40) % 0x11_0000) ?? ".")
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = (try? DomainName(userInput: text))?.unicodeDescription
      if let label = DomainName("xn--" + String(state >> 20, radix: 36)) { _ = label.unicodeDescription }
    }
  }
}
