/// Where one is in HTML, octet by octet: enough to know what a word is. What is no tag is text.
struct HTMLPlace {
  private var place = Place.text
  private var name: [UInt8] = []
  private var attribute: [UInt8] = []
  private var isEndTag = false
  /// The octets before, for `-->`, `/*` and the ends of scripts.
  private var before: (UInt8, UInt8) = (0, 0)
  /// The element whose content is no HTML.
  private var rawElement: [UInt8] = []
  private var style = StylePlace()
  /// What the value of the attribute is; nil for a style.
  private var valueContext: WordContext? = .text

  private enum Place {
    case text, tagStart, tagName, tag, attributeName, beforeValue, comment, declaration
    case value(quote: UInt8)
    case rawText, rawEnd
  }

  /// What the next octet belongs to; nil for octets of markup, which stay.
  mutating func take(_ octet: UInt8) -> WordContext? {
    let context = step(octet)
    before = (before.1, octet)
    return context
  }

  private mutating func step(_ octet: UInt8) -> WordContext? {
    switch place {
    case .text:
      if octet != UInt8(ascii: "<") { return .text }
      place = .tagStart
      return nil
    case .tagStart: return startTag(octet)
    case .tagName:
      if octet.isLetter || octet.isDigit || octet == UInt8(ascii: ":") || octet == UInt8(ascii: "-") {
        if name.count < 32 { name.append(octet.lowercasedASCII) }
        return .tagName
      }
      place = .tag
      return inTag(octet)
    case .tag: return inTag(octet)
    case .attributeName: return inAttributeName(octet)
    case .beforeValue: return beginValue(octet)
    case .value(let quote): return inValue(octet, quote)
    case .comment:
      if octet == UInt8(ascii: ">"), before == (0x2D, 0x2D) { place = .text }
      return .comment
    case .declaration:
      if octet == UInt8(ascii: ">") { place = .text }
      if octet == 0x2D, before == (UInt8(ascii: "!"), 0x2D) { place = .comment }
      return .comment
    case .rawText:
      if octet == UInt8(ascii: "<") { place = .rawEnd }
      return rawContext(octet)
    case .rawEnd: return inRawEnd(octet)
    }
  }

  private mutating func startTag(_ octet: UInt8) -> WordContext? {
    if octet == UInt8(ascii: "/"), before.1 == UInt8(ascii: "<") { return nil }
    if octet == UInt8(ascii: "!") || octet == UInt8(ascii: "?") {
      place = .declaration
      return nil
    }
    isEndTag = before.1 == UInt8(ascii: "/")
    name.removeAll(keepingCapacity: true)
    guard octet.isLetter else {
      place = .text
      return step(octet)
    }
    place = .tagName
    return step(octet)
  }

  private mutating func inTag(_ octet: UInt8) -> WordContext? {
    if octet == UInt8(ascii: ">") {
      endTag()
      return nil
    }
    if octet.isFolding || octet == UInt8(ascii: "/") { return nil }
    if octet == UInt8(ascii: "=") {
      place = .beforeValue
      return nil
    }
    attribute.removeAll(keepingCapacity: true)
    place = .attributeName
    return inAttributeName(octet)
  }

  private mutating func inAttributeName(_ octet: UInt8) -> WordContext? {
    if octet == UInt8(ascii: ">") || octet == UInt8(ascii: "=") || octet.isFolding {
      place = .tag
      return inTag(octet)
    }
    if attribute.count < 32 { attribute.append(octet.lowercasedASCII) }
    return .attributeName
  }

  private mutating func beginValue(_ octet: UInt8) -> WordContext? {
    if octet.isFolding { return nil }
    style = StylePlace()
    let name = String(decoding: attribute, as: UTF8.self)
    valueContext = name == "style" ? nil : Self.looks.contains(name) ? .look : .text
    if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") {
      place = .value(quote: octet)
      return nil
    }
    place = .value(quote: 0)
    return inValue(octet, 0)
  }

  private mutating func inValue(_ octet: UInt8, _ quote: UInt8) -> WordContext? {
    if quote == 0, octet == UInt8(ascii: ">") || octet.isFolding {
      place = .tag
      return inTag(octet)
    }
    if quote != 0, octet == quote {
      place = .tag
      return nil
    }
    return valueContext ?? style.take(octet)
  }

  private static let looks: Set<String> = [
    "align", "valign", "width", "height", "bgcolor", "color", "border", "cellpadding", "cellspacing", "colspan",
    "rowspan",
    "type", "rel", "target", "dir", "http-equiv", "role", "media", "content", "charset", "size", "hspace", "vspace",
    "link",
    "vlink", "alink", "nowrap", "tabindex"
  ]

  private mutating func endTag() {
    place = .text
    let isRaw = name == Array("style".utf8) || name == Array("script".utf8)
    guard isRaw, !isEndTag else { return }
    rawElement = name
    style = StylePlace()
    place = .rawText
  }

  private mutating func rawContext(_ octet: UInt8) -> WordContext {
    rawElement == Array("style".utf8) ? style.take(octet) : .text
  }

  /// Behind `<` in a style sheet or script: only its own end tag ends it.
  private mutating func inRawEnd(_ octet: UInt8) -> WordContext? {
    if octet == UInt8(ascii: "/"), before.1 == UInt8(ascii: "<") {
      name.removeAll(keepingCapacity: true)
      return .text
    }
    let isName = before.1 == UInt8(ascii: "/") ? name.isEmpty : !name.isEmpty
    if isName, octet.isLetter, name.count < rawElement.count,
      octet.lowercasedASCII == rawElement[name.count]
    {
      name.append(octet.lowercasedASCII)
      return .tagName
    }
    if name == rawElement, !name.isEmpty {
      isEndTag = true
      place = .tag
      return inTag(octet)
    }
    name.removeAll(keepingCapacity: true)
    place = octet == UInt8(ascii: "<") ? .rawEnd : .rawText
    return rawContext(octet)
  }
}

/// Where one is in a style sheet: in a comment, in quotation marks, or neither.
struct StylePlace {
  private var isComment = false
  private var quote: UInt8 = 0
  private var before: UInt8 = 0

  /// What the next octet belongs to.
  mutating func take(_ octet: UInt8) -> WordContext {
    let pair = (before, octet)
    before = octet
    if isComment {
      if pair == (0x2A, 0x2F) { isComment = false }
      return .text
    }
    if pair == (0x2F, 0x2A) {
      isComment = true
      return .text
    }
    if quote != 0 {
      if octet == quote || octet == 0x0A { quote = 0 }
      return .text
    }
    if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") { quote = octet }
    return .style
  }
}
