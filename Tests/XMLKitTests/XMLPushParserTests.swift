import Testing
import XMLKit

/// Reading XML in pieces: the same tags and texts, however it is cut.
@Suite struct XMLPushParserTests {
  static let vocabulary = XMLVocabulary(["a", "b", "c"])

  /// The tags as text: `<a` begins, `>text` ends.
  static func read(_ octets: [UInt8], pieces: Int = .max) -> (tags: [String], parser: XMLPushParser) {
    let parser = XMLPushParser(vocabulary)
    var tags: [String] = []
    func take(_ piece: XMLPiece) {
      for token in piece.tokens {
        let text = String(decoding: piece.octets[token.text], as: UTF8.self)
        tags.append(token.kind == .start ? "<\(token.name)\(text)" : ">\(text)")
      }
    }
    var start = 0
    while start < octets.count {
      let end = pieces < octets.count - start ? start + pieces : octets.count
      parser.feed(octets.span.extracting(start..<end), take)
      start = end
    }
    parser.finish(take)
    return (tags, parser)
  }

  @Test(arguments: [1, 2, 3, 10, .max])
  func readsInPieces(size: Int) {
    let text = "<?xml version='1.0'?>\n<a xmlns='n'> <b>x y&amp;z</b><other/><c><![CDATA[<]]>\u{E9}</c></a>"
    let (tags, parser) = Self.read(Array(text.utf8), pieces: size)
    #expect(tags == ["<0", "<1", ">x y&z", "<-1other", ">", "<2", ">\u{3C}\u{E9}", ">"])
    #expect(parser.fault == nil && parser.isComplete && parser.namespaces == ["n"] && parser.repairedLine == nil)
  }

  @Test(
    arguments: [
      ("<a>\n<b></a>", 2), ("<a>", 1), ("", 1), ("<a/>\n<a/>", 2), ("<a>\n\n<b>&x;</b></a>", 3), ("<a><b\u{1}/></a>", 1)
    ])
  func tellsWhatIsNotWellFormed(text: String, line: Int) {
    let (_, parser) = Self.read(Array(text.utf8))
    guard case .notWellFormed(let words)? = parser.fault?.cause else {
      Issue.record("\(String(describing: parser.fault))")
      return
    }
    #expect(parser.fault?.line == line && !words.isEmpty)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", .documentType),
      (String(repeating: "<a>", count: 200_000), .tooDeep),
      ("<a " + (0..<300).map { "k\($0)=''" }.joined(separator: " ") + "/>", .tooMany)
    ] as [(String, XMLFault.Cause)])
  func refuses(text: String, cause: XMLFault.Cause) {
    #expect(Self.read(Array(text.utf8)).parser.fault?.cause == cause)
    #expect(Self.read(Array(text.utf8), pieces: 100).parser.fault?.cause == cause)
  }

  @Test func textIsBounded() {
    let (tags, parser) = Self.read(Array("<a>\(String(repeating: "x", count: 1_000_000))</a>".utf8))
    #expect(tags.count == 2 && tags[1].utf8.count < 10_000 && parser.fault == nil)
  }

  @Test func otherEncodingsAreRead() {
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<a><b>\u{E9}</b></a>".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(Self.read(wide).tags == ["<0", "<1", ">\u{E9}", ">"])
    let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(Self.read(latin).tags == ["<0", ">\u{E9}"])
  }

  @Test(arguments: [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0xE2, 0x82], [0xFF]] as [[UInt8]])
  func octetsThatAreNoUTF8AreReplaced(octets: [UInt8]) {
    for size in [1, 2, .max] {
      let (tags, parser) = Self.read(Array("<a>\n\u{E9}".utf8) + octets + Array("z</a>".utf8), pieces: size)
      #expect(tags.last == ">\n\u{E9}" + String(repeating: "\u{FFFD}", count: octets.count) + "z")
      #expect(parser.fault == nil && parser.repairedLine == 2)
    }
  }

  @Test func linesCountWhatStandsBefore() {
    let (tags, parser) = Self.read(Array("\n\n<?xml version='1.0'?><a>\n</b>".utf8))
    #expect(tags == ["<0"] && parser.hasSpaceBefore && parser.fault?.line == 4)
  }

  @Test(arguments: [1, 100, 255, 256, 300, 10_000])
  func whiteSpaceInFrontCanBeLong(lines: Int) {
    for size in [7, 1_000, .max] {
      let (tags, parser) = Self.read(
        Array((String(repeating: "\n", count: lines) + "<a><b>x</b>\n</c>").utf8), pieces: size)
      #expect(tags == ["<0", "<1", ">x"] && parser.hasSpaceBefore && parser.fault?.line == lines + 2)
    }
  }

  @Test func namesAreToldApart() {
    let names = (0..<400).map { $0 % 3 == 0 ? ["a", "b", "c"][$0 % 9 / 3] : "n\($0)" }
    let (tags, _) = Self.read(Array("<a>\(names.map { "<\($0)/>" }.joined())</a>".utf8), pieces: 50)
    let places = ["a": "<0", "b": "<1", "c": "<2"]
    #expect(tags.filter { $0.hasPrefix("<") } == ["<0"] + names.map { places[$0] ?? "<-1\($0)" })
  }

  @Test func namespacesAreBounded() {
    let text = "<a>" + (0..<100).map { "<b xmlns='n\($0)'/>" }.joined() + "</a>"
    let (tags, parser) = Self.read(Array(text.utf8))
    #expect(tags.count == 202 && parser.namespaces.count == 32)
  }
}
