import Syntax
import Testing

@testable import FailureCatalogue

@Suite struct PastedTextTests {
  /// One failure, as terminals, pages and programs show it.
  @Test(arguments: [
    "554 5.7.1 <a@example.net>: Relay access denied", "554 5.7.1 <a@example.net>: Relay access denied\r\n",
    "\u{1B}[31m554 5.7.1 \u{1B}[1m<a@example.net>: Relay\u{1B}[0m access denied",
    "554 5.7.1 &lt;a@example.net&gt;: Relay&nbsp;access denied",
    "<p><b>554 5.7.1</b> Relay access<br/>denied</p>",
    "{\"message\":\"554 5.7.1 \\u003ca@example.net\\u003e: Relay access denied\\n\"}",
    "\u{FEFF}554 5.7.1 Relay\u{00A0}access denied", "> 554 5.7.1 Relay access denied",
    "\"554 5.7.1 <a@example.net>: Relay acc\ness denied\"",
    "Nov 14 22:13:21 web postfix/smtp[1]: X: host m.example.net[192.0.2.1] said: 554 5.7.1 Relay acc\ness denied (in reply to RC\nPT TO command)",
    "554-5.7.1 Relay\n554 5.7.1 access denied", "554-5.7.1 Relay\r\n554-5.7.1 access\r\n554 5.7.1 denied",
    "Failed to add recipient: a@example.net [SMTP: Invalid response code received from server (code: 554, response: 5.7.1 Relay access denied)]",
    "smtplib.SMTPRecipientsRefused: {'a@example.net': (554, b'5.7.1 <a@example.net>: Relay access denied')}",
    "5\u{0}5\u{0}4\u{0} 5.7.1 Relay access denied"
  ])
  func theSameIsFoundInEveryDress(text: String) {
    let report = FailureCatalogue.shipped.explain(pasted: Array(text.utf8))
    #expect(report.primary?.entry?.id == "pf-relay", "\(report)")
    #expect(report.primary?.code == 554)
  }

  @Test func placesAreThoseOfThePaste() {
    let text = "first line, nothing\n\n\u{1B}[31mfatal:\u{1B}[0m Relay access denied"
    let place = FailureCatalogue.shipped.explain(pasted: Array(text.utf8)).primary?.place
    #expect(place?.line == 3)
    #expect(place?.column == 17)
  }

  @Test func aLongPasteIsCut() {
    let text = [UInt8](repeating: 0x61, count: FailureLimits.pasteOctets) + Array("\nRelay access denied".utf8)
    let report = FailureCatalogue.shipped.explain(pasted: text)
    #expect(report.isCut)
    #expect(report.explanations.isEmpty)
  }

  @Test func theSameFailureIsToldOnce() {
    let line =
      "Nov 14 22:13:21 web postfix/smtp[1]: X: host m.example.net[192.0.2.1] said: 554 5.7.1 Relay access denied\n"
    let report = FailureCatalogue.shipped.explain(pasted: Array(String(repeating: line, count: 7).utf8))
    #expect(report.explanations.count == 1)
    #expect(report.primary?.count == 7)
  }
}
