import Foundation
import MailAuthentication
import Syntax
import Testing

@Suite struct Base64Tests {
  /// The vectors of RFC 4648 §10, then white space, and what is wrong, with its place.
  @Test(
    arguments: [
      ("", "", []), ("Zg==", "f", []), ("Zm8=", "fo", []), ("Zm9v", "foo", []), ("Zm9vYg==", "foob", []),
      ("Zm9vYmE=", "fooba", []), ("Zm9vYmFy", "foobar", []), (" Zm\t9v\r\n YmFy ", "foobar", []),
      ("Zm9vYg = =", "foob", []),
      ("Zg", "f", ["2-2 base64 without its padding \"==\", which some readers demand"]),
      ("Zm8", "fo", ["3-3 base64 without its padding \"=\", which some readers demand"]),
      ("Zm9v=", "foo", ["5-5 base64 with more padding than it needs, which some readers refuse"]),
      ("Zh==", "f", ["4-4 base64 whose last character has bits left over, which some readers refuse"]),
      ("Zm9vY", "foo", ["5-5 base64 with one character too few or too many: a part is missing"]),
      ("Zm*v", "fk", ["2-3 \"*\" in base64"]),
      ("Zm9v\"\"Zm9v", "foofoo", ["4-6 a quotation mark in base64: the strings of the record were joined by hand"]),
      ("Zm9v\\", "foo", ["4-5 a backslash in base64: an escape of zone text came into the record"]),
      (
        "Zg==Zg==", "f",
        [
          "4-6 base64 that goes on behind its padding"
        ]
      ),
      (
        "Z-_v", "f", ["1-3 \"-\" in base64: it is of another alphabet or of PEM"]
      ),
      ("Zm9\u{e9}v", "foo", ["3-5 octet 195 in base64"])
    ] as [(String, String, [String])])
  func decodes(text: String, octets: String, faults: [String]) {
    let octetsOfText = Array(text.utf8)
    let result = Base64(octetsOfText, in: octetsOfText.indices)
    #expect(String(decoding: result.octets, as: UTF8.self) == octets)
    #expect(result.faults.map { "\($0.range.lowerBound)-\($0.range.upperBound) \($0.message)" } == faults)
  }

  @Test func agreesWithFoundation() {
    for count in 0..<300 {
      let octets = (0..<count).map { _ in UInt8.random(in: 0...255) }
      let text = Array(Data(octets).base64EncodedString().utf8)
      let result = Base64(text, in: text.indices)
      #expect(result.octets == octets && result.faults.isEmpty)
    }
  }

  @Test func placesOctetsAtTheirCharacters() {
    let text = Array("p=Zm 9v YmFy".utf8)
    let places = (0...6).map { Base64.place(ofOctet: $0, in: text, range: 2..<text.count).lowerBound }
    #expect(places == [2, 3, 5, 8, 9, 10, 12])
  }
}
