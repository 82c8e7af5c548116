import MailMessage
import Testing

/// Charsets that are known by their form only.
@Suite struct CharsetFormTests {
  @Test(
    arguments: [
      ("KOI8-R", .singleOctet), ("iso-8859-2", .singleOctet), ("ISO_8859-16", .singleOctet), ("cp1251", .singleOctet),
      ("windows-874", .singleOctet), ("ISO-2022-JP", .iso2022JP), ("x-sjis", .shiftJIS), ("EUC-JP", .eucJP),
      ("GB18030", .twoOctets), ("ks_c_5601-1987", .twoOctets), ("big5", .twoOctets),
      // Those that are read, and those that nobody uses.
      ("iso-8859-15", nil), ("iso-8859-1", nil), ("windows-1252", nil), ("utf-8", nil), ("iso-8859-17", nil),
      ("iso-8859-", nil), ("cp", nil), ("windows-x", nil), ("", nil)
    ] as [(String, CharsetForm?)])
  func names(name: String, form: CharsetForm?) { #expect(CharsetForm(named: name) == form) }

  @Test(
    arguments: [
      (.singleOctet, [0xC1, 0xFF], nil), (.iso2022JP, [0x1B, 0x24, 0x42, 0x24, 0x33, 0x1B, 0x28, 0x42], nil),
      (.iso2022JP, [0x41, 0xA4], 1), (.eucJP, [0x41, 0xA4, 0xB3, 0x8E, 0xB1, 0x8F, 0xB0, 0xA1], nil),
      (.eucJP, [0xA4], 0), (.eucJP, [0xFC, 0x41], 0), (.eucJP, [0x80], 0), (.shiftJIS, [0x82, 0xB1, 0xB1, 0x41], nil),
      (.shiftJIS, [0x41, 0x82], 1), (.twoOctets, [0xB9, 0xFA, 0x81, 0x30, 0x84, 0x36, 0x80, 0xA4, 0x40], nil),
      (.twoOctets, [0xB9, 0x20], 0), (.twoOctets, [0xFF, 0xFA], 0)
    ] as [(CharsetForm, [UInt8], Int?)])
  func forms(form: CharsetForm, octets: [UInt8], fault: Int?) { #expect(form.firstFault(in: octets) == fault) }

  /// `$<` is a letter in Japanese, and would begin a tag.
  @Test func lettersAreNoTags() {
    let text = Array("<p>\u{1B}$B$<$s\u{1B}(B</p><p>\u{1B}$B$<\n<b>x".utf8)
    let plain = CharsetForm.iso2022JP.unmistakable(text)
    #expect(plain.count == text.count && plain.filter { $0 == 0x3C }.count == 4)
    #expect(plain.filter { $0 > 0x7F } == [0xA4, 0xBC, 0xA4, 0xF3, 0xA4, 0xBC])
    #expect(CharsetForm.shiftJIS.unmistakable(text) == text)
    let ends = Array("\u{1B}$".utf8)
    #expect(CharsetForm.iso2022JP.unmistakable(ends) == ends)
  }
}
