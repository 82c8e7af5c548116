import MailMessage
import Syntax
import Testing

@Suite struct DecoderTests {
  @Test(
    arguments: [
      ("QUJD", "ABC", []), ("QUI=\n", "AB", []), ("QQ==", "A", []), ("Q U\r\nJD", "ABC", []),
      ("QU!JD", "ABC", ["base64Character"]), ("QQ==QUJD", "AABC", ["base64AfterPadding"]),
      ("QUJDQQ", "ABC", ["base64Truncated"]), ("=QUJD", "ABC", ["base64Character"]), ("", "", []),
      (String(repeating: "QUJD", count: 20), String(repeating: "ABC", count: 20), ["encodedLineTooLong"])
    ] as [(String, String, [String])])
  func base64(text: String, decoded: String, faults: [String]) throws { try check("base64", text, decoded, faults) }

  @Test(
    arguments: [
      ("a=3Db", "a=b", []), ("a=\nb", "ab", []), ("a=\r\nb", "ab", []), ("a=3db", "a=b", ["quotedLowerCase"]),
      ("a=xb", "a=xb", ["quotedEscape"]), ("a=3xb", "a=3xb", ["quotedEscape"]),
      ("a \nb", "a\nb", ["quotedTrailingBlank"]),
      ("a= \nb", "ab", ["quotedTrailingBlank"]), ("aü", "aü", ["quotedEightBit"]), ("a=", "a", []),
      ("a\r\nb\n", "a\r\nb\n", []),
      ("==3D", "==", ["quotedEscape"]), ("a\rb", "a\rb", ["bareCR"]),
      (String(repeating: "a", count: 77), String(repeating: "a", count: 77), ["encodedLineTooLong"])
    ] as [(String, String, [String])])
  func quotedPrintable(text: String, decoded: String, faults: [String]) throws {
    try check("quoted-printable", text, decoded, faults)
  }

  private func check(_ encoding: String, _ text: String, _ decoded: String, _ faults: [String]) throws {
    let header =
      "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n"
    let body = try BodyScan.body(of: Message(Array((header + text).utf8)))
    #expect(body.root?.text == decoded)
    #expect(body.root?.content?.size == decoded.utf8.count)
    #expect(body.faults.map(\.kind.rawValue) == faults)
  }

  @Test(
    arguments: [
      ("text/plain; charset=utf-8", "8bit", [0xC3, 0xBC], "ü", []),
      ("text/plain; charset=utf-8", "8bit", [0xFC], "\u{FFFD}", ["notUTF8"]),
      ("text/plain; charset=utf-8", "7bit", [0xC3, 0xBC], "ü", ["eightBitIn7bit"]),
      ("text/plain; charset=us-ascii", "8bit", [0xFC], "\u{FFFD}", ["eightBitInASCII"]),
      ("text/plain", "8bit", [0xC3, 0xBC], "ü", ["noCharset"]),
      ("text/plain; charset=iso-8859-1", "8bit", [0xFC], "ü", []),
      ("text/plain; charset=iso-8859-15", "8bit", [0xA4], "€", []),
      ("text/plain; charset=windows-1252", "8bit", [0x80], "€", []),
      ("text/plain; charset=iso-8859-1", "8bit", [0x80], "\u{80}", ["controlInLatin"]),
      ("text/plain; charset=iso-8859-1", "8bit", [0xC3, 0xBC], "Ã¼", ["utf8AsLatin"]),
      ("text/plain; charset=koi8-r", "8bit", [0x41], "A", []),
      ("text/plain; charset=KOI8-R", "8bit", [0xC1], "\u{FFFD}", []),
      ("text/plain; charset=windows-1251", "8bit", [0xD0, 0x96], "Ж", ["utf8AsLatin"]),
      ("text/plain; charset=euc-jp", "8bit", [0xFC, 0x41], "\u{FFFD}A", ["notInCharset"]),
      ("text/plain; charset=utf-7", "8bit", [0x41], "A", ["unknownCharset"]),
      ("text/plain; charset=utf-8", "8bit", [0x41, 0], "A\0", ["nul"])
    ] as [(String, String, [UInt8], String, [String])])
  func charsets(type: String, encoding: String, octets: [UInt8], text: String, faults: [String]) throws {
    let header = "MIME-Version: 1.0\nContent-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n"
    let body = try BodyScan.body(of: Message(Array(header.utf8) + octets))
    #expect(body.root?.text == text)
    #expect(body.faults.map(\.kind.rawValue) == faults)
  }

  @Test(
    arguments: [
      ("x\nbegin 644 a.txt\n#04)#\n`\nend\n", ["a.txt"]), ("begin 644 a b\r\n#04)#\r\n", ["a b"]),
      ("begin 644 a.txt\nprose goes on here\n", []), ("begin 999 a\n#04)#\n", []), ("begin 644 a", [])
    ])
  func uuencodedFilesAreRecognised(text: String, names: [String]) {
    #expect(UUEncodedFile.find(in: Array(text.utf8)).map(\.name) == names)
  }

  @Test func placesAreThoseOfTheSource() throws {
    let text = "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nQUJD\nQU!JD\n"
    let fault = try #require(try BodyScan.body(of: Message(Array(text.utf8))).faults.first)
    #expect(fault.position == TextPosition(line: 5, column: 3))
    #expect(Array(text.utf8)[fault.fault.range] == [UInt8(ascii: "!")])
  }

  @Test func aLargeTextIsCutAndStillMeasured() throws {
    let header = Array("Content-Type: text/plain; charset=utf-8\n\n".utf8)
    let line = Array((String(repeating: "x", count: 99) + "\n").utf8)
    let message = try Message(reading: MessageOctets(header))
    var scan = BodyScan(message)
    for _ in 0..<10_000 { scan.consume(line.span) }
    let content = try #require(scan.finish().root?.content)
    #expect(content.size == 1_000_000 && content.text?.count == MIMELimits.textOctets && content.isTextCut)
    #expect(content.line(of: 100) == 4 && content.line(of: 99) == 3)
  }
}
