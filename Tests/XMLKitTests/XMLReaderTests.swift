import Testing
import XMLKit

/// What libxml2 is let to read, and what it is not.
@Suite struct XMLReaderTests {
  private static func read(_ text: String) -> XMLContent { XMLReader.read(Array(text.utf8)) }

  @Test func keepsNamesNamespacesAndText() throws {
    let content = Self.read(
      "<?xml version=\"1.0\"?>\n<a xmlns=\"n\" xmlns:p=\"m\" k=\"1 &amp; 2\" p:k=\"3\">x<b/>\n<b>y<![CDATA[<z>]]></b></a>"
    )
    #expect(content.fault == nil)
    #expect(content.elements.map(\.name) == ["a", "b", "b"])
    #expect(content.elements.map(\.depth) == [0, 1, 1])
    #expect(content.elements.map(\.line) == [2, 2, 3])
    let root = try #require(content.elements.first)
    #expect(root.namespace == "n" && root["k"] == "1 & 2" && root["p"] == nil)
    #expect(root.attributes.map(\.namespace) == [nil, "m"])
    #expect(content.elements.map(\.text) == ["x\n", "", "y<z>"])
  }

  @Test func keepsInstructions() {
    let content = Self.read("<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"a\"?><a/>")
    #expect(content.instructions.map(\.target) == ["xml-stylesheet"] && content.instructions.first?.line == 2)
  }

  static let bomb =
    "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;\">]><a>&y;&y;</a>"

  @Test(
    arguments: [
      (bomb, .documentType), ("<!DOCTYPE a SYSTEM \"http://192.0.2.1/a.dtd\"><a/>", .documentType),
      (String(repeating: "<a>", count: 100), .tooDeep), (String(repeating: "<a>", count: 100_000), .tooDeep),
      ("<a>" + String(repeating: "<b/>", count: 30_000) + "</a>", .tooMany),
      ("<a " + (0..<300).map { "k\($0)=\"\"" }.joined(separator: " ") + "/>", .tooMany),
      (String(repeating: " ", count: XMLLimits.octets + 1), .tooLong)
    ] as [(String, XMLFault.Cause)])
  func refuses(text: String, cause: XMLFault.Cause) {
    #expect(Self.read(text).fault?.cause == cause)
  }

  @Test(arguments: [
    ("", 1), ("no", 1), ("<a>\n<b></a>", 2), ("<a>\n\n&undefined;</a>", 3), ("<a k=1/>", 1), ("<a/><b/>", 1),
    ("<a", 1), ("<a>\u{1}</a>", 1), ("<a k=\"\" k=\"\"/>", 1)
  ])
  func saysWhereItIsNotWellFormed(text: String, line: Int) throws {
    let fault = try #require(Self.read(text).fault)
    guard case .notWellFormed(let words) = fault.cause else {
      Issue.record("\(fault)")
      return
    }
    #expect(fault.line == line && !words.isEmpty && !words.contains("\n"))
  }

  @Test func readsOctetsThatAreNoText() {
    for text: [UInt8] in [[0xFF, 0xFE], [0x3C, 0x61, 0xFF, 0x2F, 0x3E], [0], Array(repeating: 0x3C, count: 9999)] {
      #expect(XMLReader.read(text).fault != nil)
    }
  }

  @Test func keepsABoundedPartOfText() {
    let content = Self.read("<a>" + String(repeating: "xy", count: 100_000) + "</a>")
    #expect(content.fault == nil && content.elements.first?.text.utf8.count ?? 0 < 5_000)
  }
}
