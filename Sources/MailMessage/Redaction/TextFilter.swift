/// Redacts a text that comes octet by octet: words are gathered and replaced, what stands between them stays.
struct TextFilter {
  /// What a text is.
  enum Kind {
    /// Text for people.
    case plain
    /// HTML.
    case html
    /// A structured field, or another text of which keywords stay.
    case words(WordContext)
    /// All that can be seen is replaced. Text keeps its characters' lengths in UTF-8.
    case filler(isText: Bool)
  }

  /// The octets that are done.
  var output: [UInt8] = []
  /// How many octets each replacement stands for, and how many it has.
  var runs: [Run] = []
  private let kind: Kind
  private let keepsRuns: Bool
  private var markup = HTMLPlace()
  private var file = UUEncodedPlace()
  private var word: [UInt8] = []
  private var context = WordContext.text
  /// Whether the word is longer than anything that is looked at: its rest is masked.
  private var isOverlong = false
  private var escape = EscapePlace.none
  /// The word before in a structured field: a name behind `from` and `by` is that of a host.
  private var previous: [UInt8] = []

  /// So many octets became so many others.
  struct Run {
    var original: Int
    var replacement: Int
  }

  /// Where one is in text of ISO-2022-JP, whose characters look like ASCII (RFC 1468).
  private enum EscapePlace {
    case none
    /// Behind ESC.
    case sequence(isWide: Bool)
    /// In characters of two octets.
    case wide(isSecond: Bool)
  }

  /// - Parameters:
  ///   - kind: what the text is.
  ///   - keepsRuns: whether ``runs`` are wanted.
  init(_ kind: Kind, keepsRuns: Bool = false) {
    self.kind = kind
    self.keepsRuns = keepsRuns
  }

  /// Redacts a whole text.
  static func redacted(_ text: some Sequence<UInt8>, _ kind: Kind, _ table: inout RedactionTable) -> [UInt8] {
    var filter = TextFilter(kind)
    for octet in text { filter.take(octet, &table) }
    filter.finish(&table)
    return filter.output
  }

  /// Takes the next octet.
  mutating func take(_ octet: UInt8, _ table: inout RedactionTable) {
    switch kind {
    case .filler(let isText): give(isText || octet < 0x80 ? TextMask.filler(octet) : 0xE9)
    case .plain: takePlain(octet, &table)
    case .words(let context): takeWord(octet, context, &table)
    case .html:
      let context = markup.take(octet)
      if let context { return takeWord(octet, context, &table) }
      flush(&table)
      give(octet)
    }
  }

  private mutating func takePlain(_ octet: UInt8, _ table: inout RedactionTable) {
    switch file.take(octet) {
    case .text: takeWord(octet, .text, &table)
    case .opening:
      let isWhole = word.count == UUEncodedPlace.openingWord.count
      if isWhole { giveWord(word) }
      takeWord(octet, .text, &table)
    case .replaced(let replacement):
      flush(&table)
      give(replacement)
    }
  }

  /// The text is complete.
  mutating func finish(_ table: inout RedactionTable) {
    flush(&table)
    isOverlong = false
  }

  private mutating func takeWord(_ octet: UInt8, _ context: WordContext, _ table: inout RedactionTable) {
    if takeEscape(octet, &table) { return }
    let isEntity = octet == UInt8(ascii: "&") && isMarkup
    if context != self.context || isEntity { flush(&table) }
    self.context = context
    if isMarkup, octet == UInt8(ascii: ";"), word.first == UInt8(ascii: "&") {
      return giveEntity()
    }
    guard Self.isWordOctet(octet) else {
      flush(&table)
      isOverlong = false
      return give(octet)
    }
    // A word that is cut is cut between characters.
    if word.count >= RedactionLimits.word, octet & 0xC0 != 0x80 || word.count > RedactionLimits.word + 3 {
      isOverlong = true
      flush(&table)
    }
    word.append(octet)
  }

  private var isMarkup: Bool {
    if case .html = kind { return true }
    return false
  }

  /// Whether an octet belongs to words.
  private static func isWordOctet(_ octet: UInt8) -> Bool {
    octet > 0x20 && octet != 0x7F && !"<>\"'()[]{},;|`".utf8.contains(octet)
  }

  /// Takes an octet of an escape sequence or of a character behind one; whether it was one.
  private mutating func takeEscape(_ octet: UInt8, _ table: inout RedactionTable) -> Bool {
    if octet == 0x1B {
      flush(&table)
      escape = .sequence(isWide: false)
      give(octet)
      return true
    }
    switch escape {
    case .none: return false
    case .sequence(let isWide):
      if octet >= 0x20, octet < 0x30 {
        escape = .sequence(isWide: isWide || octet == UInt8(ascii: "$"))
      } else {
        escape = isWide ? .wide(isSecond: false) : .none
      }
      give(octet >= 0x80 ? 0xE9 : octet)
    case .wide(let isSecond):
      if octet <= 0x20 || octet >= 0x7F {
        escape = octet == 0x0A ? .none : .wide(isSecond: false)
        give(octet >= 0x80 ? 0xE9 : octet)
      } else {
        escape = .wide(isSecond: !isSecond)
        give(isSecond ? 0x22 : 0x24)
      }
    }
    return true
  }

  // MARK: Giving

  private mutating func give(_ octet: UInt8) {
    output.append(octet)
    note(1, 1)
  }

  /// An entity: those of signs stay, numbers and names of letters become an `x`.
  private mutating func giveEntity() {
    let name = String(decoding: word.dropFirst(), as: UTF8.self)
    word.append(UInt8(ascii: ";"))
    if !Self.entities.contains(name) {
      let isNumber = name.hasPrefix("#")
      let isHexadecimal = isNumber && (name.hasPrefix("#x") || name.hasPrefix("#X"))
      let code = Array((isHexadecimal ? "78" : isNumber ? "88" : "").utf8)
      let start = isHexadecimal ? 3 : isNumber ? 2 : 1
      for index in start..<max(start, word.count - 1) {
        let fromEnd = word.count - 1 - index
        let isCode = isNumber && fromEnd <= code.count
        word[index] = isCode ? code[code.count - fromEnd] : isNumber ? UInt8(ascii: "0") : TextMask.masked(word[index])
      }
    }
    output += word
    note(word.count, word.count)
    word.removeAll(keepingCapacity: true)
  }

  private static let entities: Set<String> = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "copy", "reg", "trade", "hellip", "mdash", "ndash", "rsquo", "lsquo",
    "rdquo", "ldquo", "bull", "middot", "zwnj", "zwj", "shy", "euro", "#160", "#8199", "#847", "#39", "#34", "#38"
  ]

  private mutating func flush(_ table: inout RedactionTable) {
    if word.isEmpty { return }
    giveWord(isOverlong ? TextMask.masked(word) : replacement(&table))
  }

  private mutating func giveWord(_ replacement: [UInt8]) {
    output += replacement
    note(word.count, replacement.count)
    swap(&previous, &word)
    word.removeAll(keepingCapacity: true)
  }

  private mutating func replacement(_ table: inout RedactionTable) -> [UInt8] {
    if context == .structured, isBehindHostWord, word.allSatisfy({ RedactionTable.isNameOctet($0) }),
      !word.contains(0x2E),
      !table.isKept(word[...], context)
    {
      return table.host(word)
    }
    return table.replacement(of: word, in: context)
  }

  private var isBehindHostWord: Bool {
    let word = String(decoding: previous.prefix(8).map(\.lowercasedASCII), as: UTF8.self)
    return word == "from" || word == "by" || word == "helo" || word == "ehlo"
  }

  private mutating func note(_ original: Int, _ replacement: Int) {
    guard keepsRuns else { return }
    if original == replacement, let last = runs.last, last.original == last.replacement {
      runs[runs.count - 1] = Run(original: last.original + original, replacement: last.replacement + replacement)
    } else {
      runs.append(Run(original: original, replacement: replacement))
    }
  }
}
