/// Goes through the tokens of HTML with the elements that are open.
struct HTMLReader {
  private var tokens: HTMLTokenizer
  private let charset: Charset?
  private var open: [Element] = []
  private var openNames: [String: Int] = [:]
  private var visible = RunningText(limit: MIMELimits.textOctets)
  private var link: (index: Int, text: RunningText)?
  private var hiddenRun: (item: HiddenText, text: RunningText)?

  private struct Element {
    let name: String
    var hiding: HiddenText.Reason?
    var hasNoFontSize = false
    var isInvisible = false
    var color: UInt32?
    var background: UInt32?

    /// Why text directly inside is hidden.
    var reason: HiddenText.Reason? {
      if let hiding { return hiding }
      if isInvisible { return .visibility }
      if hasNoFontSize { return .fontSize }
      return color != nil && color == background ? .color : nil
    }
  }

  init(_ octets: [UInt8], charset: Charset?) {
    tokens = HTMLTokenizer(octets)
    self.charset = charset
  }

  mutating func scan(_ empty: HTMLScan) -> HTMLScan {
    var scan = empty
    while let token = tokens.next() {
      switch token {
      case .text(let range): text(range, &scan)
      case .start(let tag): start(tag, &scan)
      case .end(let name): end(name, &scan)
      case .comment: break
      }
    }
    endLink(&scan)
    endHidden(&scan)
    scan.visibleText = visible.string
    return scan
  }

  private mutating func text(_ range: Range<Int>, _ scan: inout HTMLScan) {
    var decoded: [UInt8] = []
    let charset = charset
    HTMLEntities.append(tokens.octets, range, to: &decoded) { result, octet in
      if charset == nil || charset == .utf8 || charset == .ascii {
        result.append(octet)
      } else if let charset {
        result += Array(charset.decode([octet]).text.utf8)
      }
    }
    link?.text.append(decoded)
    guard let reason = open.last?.reason else {
      if decoded.contains(where: { $0 > 0x20 }) { endHidden(&scan) }
      return visible.append(decoded)
    }
    // Octets that go on with a character of UTF-8 are none of their own (RFC 3629 §3).
    let count = decoded.count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
    guard count > 0 else { return }
    scan.hiddenCharacters += count
    if hiddenRun?.item.reason != reason { endHidden(&scan) }
    if hiddenRun == nil {
      let item = HiddenText(reason: reason, text: "", characters: 0, offset: range.lowerBound)
      hiddenRun = (item, RunningText(limit: HTMLLimits.snippet))
    }
    hiddenRun?.item.characters += count
    hiddenRun?.text.append(decoded)
  }

  private mutating func endHidden(_ scan: inout HTMLScan) {
    guard var run = hiddenRun else { return }
    hiddenRun = nil
    run.item.text = run.text.string
    if scan.hidden.count < HTMLLimits.items { scan.hidden.append(run.item) }
  }

  private mutating func endLink(_ scan: inout HTMLScan) {
    guard let link else { return }
    self.link = nil
    if link.index < scan.links.count { scan.links[link.index].text = link.text.string }
  }

  private mutating func start(_ tag: HTMLTag, _ scan: inout HTMLScan) {
    if HTMLElements.blocks.contains(tag.name) {
      visible.breakLine()
      if open.last?.name == "p" { pop("p") }
    }
    if let last = open.last?.name, HTMLElements.isEnded(last, by: tag.name) { pop(last) }
    if !HTMLElements.void.contains(tag.name) { push(tag) }
    scan.note(tag)
    switch tag.name {
    case "a", "area": startLink(tag, &scan)
    case "img": link?.text.append(Array((tag["alt"] ?? "").utf8))
    case "script", "style", "title", "textarea", "xmp", "noembed", "noframes", "iframe":
      scan.note(rawText: tokens.rawText(of: tag.name), of: tag, in: tokens.octets)
    default: break
    }
  }

  private mutating func startLink(_ tag: HTMLTag, _ scan: inout HTMLScan) {
    guard let target = tag["href"] else { return }
    endLink(&scan)
    scan.linkCount += 1
    guard scan.links.count < HTMLLimits.items else { return }
    let isHidden = open.last?.reason != nil
    scan.links.append(HTMLLink(target: target.trimmedOfBlanks, text: "", offset: tag.offset, isHidden: isHidden))
    if tag.name == "a" { link = (scan.links.count - 1, RunningText(limit: HTMLLimits.snippet)) }
  }

  private mutating func end(_ name: String, _ scan: inout HTMLScan) {
    if HTMLElements.blocks.contains(name) { visible.breakLine() }
    if name == "a" { endLink(&scan) }
    pop(name)
  }

  private mutating func push(_ tag: HTMLTag) {
    guard open.count < HTMLLimits.depth else { return }
    let style = HTMLStyle(tag)
    let outer = open.last
    var element = Element(name: tag.name, hiding: outer?.hiding ?? style.hiding)
    // What a class may say otherwise is not known: then nothing counts as hidden that this element does not hide.
    let inherits = !style.isUncertain
    element.hasNoFontSize = style.hasNoFontSize ?? (inherits && outer?.hasNoFontSize == true)
    element.isInvisible = style.isInvisible ?? (inherits && outer?.isInvisible == true)
    element.color = style.color ?? (inherits ? outer?.color : nil)
    element.background = style.background ?? (inherits ? outer?.background : nil)
    open.append(element)
    openNames[tag.name, default: 0] += 1
  }

  /// Closes the innermost element called `name` and what is open inside it.
  private mutating func pop(_ name: String) {
    guard openNames[name, default: 0] > 0 else { return }
    while let element = open.popLast() {
      openNames[element.name, default: 1] -= 1
      if element.name == name { return }
    }
  }
}

/// Elements by what they do to the text around them (HTML Living Standard §13.1.2, §15.3).
enum HTMLElements {
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
  ]
  /// The attributes that hold code (HTML Living Standard §8.1.8.2), those that only scripts could bring about left out.
  static let handlers: Set<String> = [
    "onabort", "onauxclick", "onbeforeinput", "onbeforeunload", "onblur", "onchange", "onclick", "onclose",
    "oncontextmenu", "oncopy", "oncut", "ondblclick", "ondrag", "ondragend", "ondragenter", "ondragleave", "ondragover",
    "ondragstart", "ondrop", "onerror", "onfocus", "onfocusin", "onfocusout", "onhashchange", "oninput", "oninvalid",
    "onkeydown", "onkeypress", "onkeyup", "onload", "onloadstart", "onmessage", "onmousedown", "onmouseenter",
    "onmouseleave", "onmousemove", "onmouseout", "onmouseover", "onmouseup", "onmousewheel", "onpagehide", "onpageshow",
    "onpaste", "onplay", "onpointerdown", "onpointerenter", "onpointerover", "onpointerup", "onreset", "onresize",
    "onscroll", "onselect", "onsubmit", "ontoggle", "ontouchend", "ontouchstart", "ontransitionend", "onunload",
    "onwheel"
  ]
  static let blocks: Set<String> = [
    "address", "blockquote", "br", "center", "dd", "div", "dl", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "table", "td", "th", "tr", "ul"
  ]

  /// Whether the start of an element ends an open one before it, whose end tag may be left out.
  static func isEnded(_ open: String, by next: String) -> Bool {
    switch open {
    case "li": next == "li"
    case "td", "th": next == "td" || next == "th" || next == "tr"
    case "tr": next == "tr"
    case "dt", "dd": next == "dt" || next == "dd"
    case "option": next == "option"
    default: false
    }
  }
}

/// Text with its white space made one blank or one line end, up to a limit.
struct RunningText: Sendable {
  private var octets: [UInt8] = []
  private var pending: UInt8?
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var string: String { String(decoding: octets, as: UTF8.self) }

  mutating func append(_ more: [UInt8]) {
    for octet in more {
      if octet <= 0x20 {
        if pending == nil { pending = 0x20 }
        continue
      }
      guard octets.count + 1 < limit else { return }
      if let blank = pending, !octets.isEmpty { octets.append(blank) }
      pending = nil
      octets.append(octet)
    }
  }

  mutating func breakLine() { pending = 0x0A }
}

extension String {
  /// The text without white space and control characters at both ends.
  var trimmedOfBlanks: String {
    let text = unicodeScalars.drop { $0.value <= 0x20 }
    guard let last = text.lastIndex(where: { $0.value > 0x20 }) else { return "" }
    return String(String.UnicodeScalarView(text[...last]))
  }
}
