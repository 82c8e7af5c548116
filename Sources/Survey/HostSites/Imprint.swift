public import MailMessage

/// Where a web page tells who runs the site: an imprint, or the way to one. The page is not shown, and no script of it
/// runs.
public enum Imprint {
  /// The sign of an imprint in a page, as a phrase; nil when there is none.
  public static func sign(in page: HTMLScan) -> String? {
    for link in page.links {
      if isNamed(link.text, linkWords) { return "a link \"\(link.text)\" to \(link.target)" }
      if !link.target.lowercased().hasPrefix("mailto:"), isNamed(link.target, linkWords) {
        return "a link to \(link.target)"
      }
    }
    let title = page.title ?? ""
    if let word = word(in: title, pageWords) ?? word(in: page.visibleText, pageWords) { return "the word \"\(word)\"" }
    return nil
  }

  private static func isNamed(_ text: String, _ words: [[UInt8]]) -> Bool { word(in: text, words) != nil }

  /// The first of `words` that `text` has, in whatever case and with hyphens and line ends as blanks. Words that only
  /// hint where to break them are whole.
  private static func word(in text: String, _ words: [[UInt8]]) -> String? {
    var octets: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars where scalar.value != 0xAD {
      let isBlank = scalar.value <= 0x20 || scalar.value == 0xA0 || scalar == "-" || scalar == "_"
      if isBlank { octets.append(0x20) } else { octets += Array(String(scalar).utf8) }
    }
    // A few short words: linear in the text.
    return words.first { contains(octets, $0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start] == first && text[start..<(start + word.count)].elementsEqual(word)
    }
  }

  /// What an imprint is called: German law gave it the name (§ 5 DDG), others have their own.
  private static let names = [
    "impressum", "imprint", "impresszum", "anbieterkennzeichnung", "legal notice", "mentions légales", "aviso legal",
    "note legali", "colofon"
  ]
  /// What links to an imprint or to a way of direct contact are called, as the beginning of a word or in the path.
  private static let ways = [
    "legal", "mentions l", "contact", "kontakt", "contatt", "contato", "yhteystie", "kapcsolat", "iletişim", "контакт",
    "επικοινων", "お問い合わせ", "会社概要", "联系", "聯絡", "연락처"
  ]
  private static let pageWords = names.map { Array($0.utf8) }
  private static let linkWords = (names + ways).map { Array($0.utf8) }
}
