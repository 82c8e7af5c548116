import MailMessage
import Testing

@Suite struct JapaneseTextTests {
  /// The same text in three charsets: "宛先 ok ﾒｰﾙ。" with half-width katakana where the charset has them.
  @Test(arguments: [
    (CharsetForm.iso2022JP, "\u{1B}$B08@h\u{1B}(B ok \u{1B}(IR0Y\u{1B}(B\u{1B}$B!#\u{1B}(B".utf8.map { $0 }),
    (.eucJP, [0xB0, 0xB8, 0xC0, 0xE8] + " ok ".utf8 + [0x8E, 0xD2, 0x8E, 0xB0, 0x8E, 0xD9, 0xA1, 0xA3]),
    (.shiftJIS, [0x88, 0xB6, 0x90, 0xE6] + " ok ".utf8 + [0xD2, 0xB0, 0xD9, 0x81, 0x42])
  ])
  func charactersAreRead(form: CharsetForm, octets: [UInt8]) {
    #expect(JapaneseText.read(octets, form).map { String(decoding: $0, as: UTF8.self) } == "宛先 ok ﾒｰﾙ。")
  }

  /// The first and the last kanji of both levels, signs, and an addition of NEC.
  @Test(
    arguments: [
      ([0xB0, 0xA1], "亜"), ([0xCF, 0xD3], "腕"), ([0xD0, 0xA1], "弌"), ([0xF4, 0xA6], "熙"), ([0xA1, 0xA1], "\u{3000}"),
      ([0xAD, 0xA1], "①"), ([0xA5, 0xE1], "メ")
    ] as [([UInt8], String)])
  func rowsAreInOrder(octets: [UInt8], text: String) {
    #expect(JapaneseText.read(octets, .eucJP) == Array(text.utf8))
  }

  /// Programs send other octets under the name of ISO-2022-JP; what is no character is U+FFFD, and nothing is read beyond
  /// the end.
  @Test(
    arguments: [
      ([0xB0, 0xB8], "宛"), ([0x88, 0xB6], "宛"), ([0x1B, 0x24, 0x42, 0x30], "\u{FFFD}"), ([0x1B], "\u{1B}"),
      ([0x1B, 0x24, 0x42, 0x30, 0x0A, 0x41], "\u{FFFD}\u{0A}\u{41}")
    ] as [([UInt8], String)])
  func whatIsNoneIsTold(octets: [UInt8], text: String) {
    #expect(JapaneseText.read(octets, .iso2022JP).map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test func linesEndInASCII() {
    #expect(JapaneseText.read("\u{1B}$B08\nok".utf8, .iso2022JP) == Array("宛\nok".utf8))
  }

  @Test func othersAreNotRead() {
    #expect(JapaneseText.read([0xB0, 0xA1], .twoOctets) == nil)
    #expect(JapaneseText.isISO2022("\u{1B}$B08".utf8))
    #expect(!JapaneseText.isISO2022("\u{1B}[0m $B".utf8))
  }
}
