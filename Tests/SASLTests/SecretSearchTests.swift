import OpenSSLKit
import SASL
import Testing

@Suite struct SecretSearchTests {
  private static let search = SecretSearch([Secret("hunter2hunter2")])

  @Test(arguments: 0..<7)
  func base64OfALongerTextIsFound(before: Int) {
    let text = String(repeating: "x", count: before) + "hunter2hunter2 and more"
    let shown = Self.search.redacted("535 5.7.8 bad: \(Base64Line.encode(text)) (end)")
    #expect(shown.contains("[redacted]"))
    #expect(shown.hasPrefix("535 5.7.8 bad: ") && shown.hasSuffix(" (end)"))
    #expect(!Self.search.finds(in: shown))
  }

  @Test(arguments: [
    ("535 hunter2hunter2", "535 [redacted]"), ("hunter2hunter2hunter2hunter2", "[redacted][redacted]"),
    ("hunter2 hunter2", "hunter2 hunter2"), ("535 5.7.8 no", "535 5.7.8 no"), ("", "")
  ])
  func theOctetsThemselvesAreFound(text: String, shown: String) {
    #expect(Self.search.redacted(text) == shown)
    #expect(Self.search.finds(in: text) == (text != shown))
  }

  @Test func aShortSecretIsNotSought() {
    #expect(SecretSearch([Secret("no")]).redacted("there is no such user") == "there is no such user")
  }

  @Test func theWorkIsBounded() {
    let search = SecretSearch([Secret(String(repeating: "a", count: 30_000) + "b")])
    let time = ContinuousClock().measure {
      _ = search.redacted(String(repeating: "a", count: 63) + String(repeating: "c", count: 60_000))
    }
    #expect(time < .seconds(10))
    #expect(search.redacted(String(repeating: "a", count: 100)) == "[redacted]")
  }
}
