import Testing
import YAMLKit

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> YAMLContent { YAMLReader.read(Array(text.utf8)) }

  private func texts(_ text: String) -> [String] {
    read(text).nodes.compactMap { if case .scalar(let value, _) = $0.value { value } else { nil } }
  }

  @Test func tellsWhereValuesStand() {
    let text = "schön: 'ö'\r\nlist:\r\n  - \"a\"\r\n  - b # c\r\n"
    let octets = Array(text.utf8)
    let content = YAMLReader.read(octets)
    let shown = content.nodes.compactMap { node -> String? in
      guard case .scalar = node.value else { return nil }
      return String(decoding: octets[node.range], as: UTF8.self)
    }
    #expect(shown == ["schön", "'ö'", "list", "\"a\"", "b"])
    #expect(content.faults.isEmpty)
    #expect(content.roots == [0])
  }

  @Test func aliasesNameTheirTarget() {
    let content = read("a: &x {b: 1}\nc: *x\nd: *y\n")
    let aliases = content.nodes.compactMap { node -> Int?? in
      if case .alias(let target) = node.value { target } else { nil }
    }
    #expect(aliases == [2, nil])
  }

  @Test(arguments: [
    ("a: 1\nb: 'x\n", 8, "a text in quotes that begins here does not end", ["a", "1", "b"]),
    ("a: 1\n\tb: 2\n", 5, "a tab cannot indent", ["a"]),
    ("a: 1\nb: c: d\n", 9, "a colon too many", ["a", "1", "b"]),
    ("a: 1\n  b: 2\n", 8, "a colon too many", ["a"]),
    ("a: [1, 2\nb: 3\n", 3, "a list in brackets that begins here does not end", ["a", "1"]),
    ("a: 1\nb\nc: 2\n", 7, "a colon with a blank is missing", ["a", "1"]),
    ("a:\n  b: 1\n c: 2\n", 11, "the indentation", ["a", "b", "1"]), ("a: %b\n", 3, "no value begins", ["a"])
  ])
  func keepsWhatStandsBeforeAFault(text: String, offset: Int, message: String, before: [String]) {
    let content = read(text)
    #expect(content.faults.first?.message.hasPrefix(message) == true, "\(content.faults)")
    #expect(content.faults.first?.offset == offset)
    #expect(texts(text).starts(with: before), "\(texts(text))")
  }

  @Test func goesOnBehindWrongOctets() {
    let content = YAMLReader.read(Array("a: ".utf8) + [0xFF, 0xFE, 0x41] + Array("\nb: \u{7}x\nc: ü\n".utf8))
    #expect(content.faults.map(\.offset) == [3, 10])
    #expect(content.nodes.map(\.value).contains(.scalar("??A", .plain)))
    #expect(content.nodes.map(\.value).contains(.scalar("ü", .plain)))
  }

  @Test(arguments: ["[", "{", "{a: [", "- ", "? ", "&a ["])
  func boundsDepth(part: String) {
    let content = read(String(repeating: part, count: 50_000))
    #expect(!content.faults.isEmpty)
    #expect(content.nodes.count < 2_000)
  }

  @Test(arguments: [
    "%TAG !a! b\n", "a", "a: 1\n", "'", "- a\n", "*a ", "&a b\n", "# c\n", "--- a\n", "ü: ü\n", "|\n a\n", "\u{FEFF}"
  ])
  func takesLinearTime(part: String) {
    let text = String(repeating: part, count: 400_000 / part.utf8.count)
    let time = ContinuousClock().measure { _ = read(text) }
    #expect(time < .seconds(5))
  }

  @Test func survivesEveryMutation() {
    let text = Array("a: &x {b: [1, 'c'], \"d\\n\": *x}\n--- !!str\n- |\n  e\n? f\n: <<\n...\n%YAML 1.1\n".utf8)
    for place in text.indices {
      for octet in [nil, UInt8(ascii: "["), UInt8(ascii: "'"), UInt8(ascii: "\t"), UInt8(ascii: "*"), 0xFF] {
        var changed = text
        if let octet { changed[place] = octet } else { changed.remove(at: place) }
        let content = YAMLReader.read(changed)
        #expect(content.nodes.allSatisfy { $0.range.upperBound <= changed.count })
        #expect(content.faults.allSatisfy { $0.offset <= changed.count })
      }
    }
  }
}
