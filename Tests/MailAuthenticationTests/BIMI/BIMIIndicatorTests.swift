import MailAuthentication
import Testing

/// SVG Tiny Portable/Secure.
@Suite struct BIMIIndicatorTests {
  private static func logo(_ content: String, attributes: String = "viewBox=\"0 0 10 10\"") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.2" \
    baseProfile="tiny-ps" \(attributes)>
    <title>Example</title>
    \(content)
    </svg>
    """
  }

  @Test(arguments: [
    "<rect width=\"10\" height=\"10\" fill=\"url(#g)\"/>", "<use xlink:href=\"#a\"/>", "<text x=\"1\">one</text>",
    "<g><path d=\"M0 0h1\" style=\"fill:url( '#g' )\"/></g>", "<desc>https://example.org/</desc>"
  ])
  func accepts(content: String) {
    let indicator = BIMIIndicator(Array(Self.logo(content).utf8))
    #expect(indicator.faults.isEmpty && indicator.title == "Example", "\(indicator.faults)")
  }

  @Test(arguments: [
    ("<script/>", "scripts"), ("<SCRIPT/>", "scripts"), ("<g><image width=\"1\"/></g>", "raster"),
    ("<set/>", "animation"),
    ("<a/>", "links"), ("<video/>", "sound"), ("<use xlink:href=\"http://e.example/#a\"/>", "refers"),
    ("<use href=\"data:image/png;base64,AA\"/>", "refers"), ("<rect fill=\"url(http://e.example/)\"/>", "refers"),
    ("<rect onclick=\"x()\"/>", "event attribute"), ("<style>@import 'http://e.example/'</style>", "refers"),
    ("<rect>", "not well-formed")
  ])
  func refuses(content: String, words: String) throws {
    let indicator = BIMIIndicator(Array(Self.logo(content).utf8))
    let fault = try #require(indicator.faults.first { $0.isGrave })
    #expect(fault.message.contains(words), "\(indicator.faults)")
    #expect(fault.line >= 3)
  }

  @Test(arguments: [
    ("viewBox=\"0 0 10 20\"", "not square", false), ("width=\"10\" height=\"9\"", "not square", false),
    ("x=\"0\"", "attribute x", true)
  ])
  func judgesTheRoot(attributes: String, words: String, isGrave: Bool) throws {
    let fault = try #require(BIMIIndicator(Array(Self.logo("", attributes: attributes).utf8)).faults.first)
    #expect(fault.message.contains(words) && fault.isGrave == isGrave)
  }

  @Test(arguments: [
    ("<html/>", "the root is html"), ("<svg/>", "the root is svg, not svg of the namespace"),
    ("<!DOCTYPE svg><svg/>", "DOCTYPE"), ("", "not well-formed"),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\" baseProfile=\"tiny\"/>", "lacks version"),
    ("<?xml-stylesheet href=\"a\"?>" + logo(""), "style sheet")
  ])
  func saysWhatElseItIs(text: String, words: String) {
    let indicator = BIMIIndicator(Array(text.utf8))
    #expect(!indicator.isValid && indicator.faults.contains { $0.message.contains(words) }, "\(indicator.faults)")
  }

  @Test func remarksOnSize() {
    let indicator = BIMIIndicator(Array(Self.logo("<desc>\(String(repeating: "x", count: 40_000))</desc>").utf8))
    #expect(indicator.isValid && indicator.faults.first?.message.contains("octets") == true)
  }
}
