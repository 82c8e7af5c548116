import MailAuthentication
import Testing

@Suite struct ALabelTests {
  /// Labels of RFC 3492 §7.1 (in lower case) and of the Public Suffix List, and labels that encode nothing.
  @Test(arguments: [
    ("xn--bcher-kva", true), ("XN--BCHER-KVA", true), ("xn--egbpdaj6bu4bxfgehfvwxn", true),
    ("xn--ihqwcrb4cv8a8dqg056pqjye", true),
    ("xn--3b-ww4c5e180e575a65lsy2b", true), ("xn--55qx5d", true), ("xn--fiqs8s", true), ("xn--zfr164b", true),
    ("xn--", false), ("xn--abc-", false), ("xn--99999999", false), ("xn--bcher-kv", false),
    ("xn--\u{FC}", false), ("xn--a-", false), ("bcher-kva", false), ("xn", false)
  ])
  func judges(label: String, isValid: Bool) {
    #expect(ALabel.isValid(Array(label.utf8)[...]) == isValid)
  }

  @Test func hostileLabelsEnd() {
    for octet in UInt8.min...UInt8.max {
      for length in [1, 5, 30, 59, 63, 5_000] {
        _ = ALabel.isValid(Array("xn--".utf8)[...] + Array(repeating: octet, count: length))
      }
    }
  }
}
