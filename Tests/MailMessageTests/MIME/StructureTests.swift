import MailMessage
import Testing

@Suite struct StructureTests {
  /// Headers without MIME-Version save their lines here: that fault is left out.
  @Test(
    arguments: [
      ("A: 1\n\nx\n", "text/plain", []),
      ("Content-Type: text/html\n\nx", "text/html", []),
      (
        multipart("--b\n\none\n--b\nContent-Type: image/png\n\ntwo\n--b--\n"), "multipart/mixed(text/plain image/png)",
        []
      ),
      (multipart("--b \t\n\none\n--b-- \n"), "multipart/mixed(text/plain)", []),
      (multipart("--b\n\none\n"), "multipart/mixed(text/plain)", ["noEndBoundary"]),
      (multipart("text\n"), "multipart/mixed", ["noStartBoundary"]),
      (multipart("--b--\n"), "multipart/mixed", ["noParts"]),
      (multipart("--b\n--b--\n"), "multipart/mixed(text/plain)", ["headerOnly"]),
      (multipart("--b\nno field\n--b--\n"), "multipart/mixed(text/plain)", ["headerBroken"]),
      (multipart("--b\n\none\n--bc\n--b--\n"), "multipart/mixed(text/plain)", ["boundaryInText"]),
      (
        multipart("--b\n\none\n--b--\n--b\nmore\n"), "multipart/mixed(text/plain)", ["epilogueText", "boundaryAfterEnd"]
      ),
      ("Content-Type: multipart/mixed\n\n--b\n", "multipart/mixed", ["noBoundary"]),
      (
        "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n--b\n\n--b--\n",
        "multipart/mixed(text/plain)", ["encodedComposite"]
      ),
      (
        "Content-Type: multipart/mixed; boundary=\"b \"\n\n--b \n\nx\n--b --\n", "multipart/mixed(text/plain)",
        ["badBoundary"]
      ),
      (
        multipart("--b\nContent-Type: multipart/x; boundary=b\n\n--b\n\n--b--\n"),
        "multipart/mixed(multipart/x text/plain)", ["sameBoundary", "noStartBoundary"]
      ),
      (
        multipart("--b\nContent-Type: multipart/x; boundary=c\n\n--c\n\nin\n--b--\n"),
        "multipart/mixed(multipart/x(text/plain))", ["noEndBoundary"]
      ),
      (
        "Content-Type: multipart/digest; boundary=b\n\n--b\n\nA: 1\n\nx\n--b--\n",
        "multipart/digest(message/rfc822(text/plain))", []
      ),
      ("Content-Type: message/rfc822\n\nContent-Type: text/html\n\nx", "message/rfc822(text/html)", []),
      (
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQQ==", "message/rfc822",
        ["encodedComposite"]
      ),
      (
        "Content-Type: message/delivery-status\n\nA: 1\n\n\nB: 2\n b\n\n",
        "message/delivery-status(text/plain text/plain)", []
      ),
      ("Content-Type: text\n\nx", "text/plain", ["field"]),
      ("Content-Type: text/html\nContent-Type: text/plain\n\nx", "text/html", ["fieldTwice"])
    ] as [(String, String, [String])])
  func parts(text: String, structure: String, faults: [String]) throws {
    let body = try BodyScan.body(of: Message(Array(text.utf8)))
    #expect(Self.structure(of: body) == structure)
    #expect(body.faults.filter { $0.kind != .noMIMEVersion }.map(\.kind.rawValue) == faults)
  }

  @Test func aPartHasItsRangesAndNames() throws {
    let text = multipart("--b\r\nContent-Disposition: attachment; filename*=utf-8''%C3%BC.txt\r\n\r\none\r\n--b--\r\n")
    let body = try BodyScan.body(of: Message(Array(text.utf8)))
    let part = try #require(body.leaves.first)
    #expect(Array(text.utf8)[part.body] == Array("one".utf8)[...])
    #expect(part.fileName == "ü.txt" && part.isAttachment && part.bodyLine == 6 && part.lines.crlf.count == 1)
    #expect(body.parts[0].delimiters.map(\.line) == [3, 7])
  }

  @Test func nestingHasAnEnd() throws {
    let levels = (0..<300).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    let body = try BodyScan.body(of: Message(Array(levels.utf8)))
    #expect(body.parts.count == MIMELimits.depth + 1 && body.isCut)
    let message = String(repeating: "Content-Type: message/rfc822\n\n", count: 300)
    #expect(try BodyScan.body(of: Message(Array(message.utf8))).parts.count == MIMELimits.depth + 1)
  }

  @Test func partsHaveALimit() throws {
    let text = multipart(String(repeating: "--b\n\nx\n", count: MIMELimits.parts + 50) + "--b--\n")
    let body = try BodyScan.body(of: Message(Array(text.utf8)))
    #expect(body.parts.count == MIMELimits.parts && body.isCut)
    #expect(!body.faults.contains { $0.kind == .noEndBoundary })
  }

  /// `whole(part part)`.
  private static func structure(of body: MessageBody, _ number: Int = 0) -> String {
    let part = body.parts[number]
    if part.children.isEmpty { return part.mediaType }
    return "\(part.mediaType)(\(part.children.map { structure(of: body, $0) }.joined(separator: " ")))"
  }
}

private func multipart(_ body: String) -> String { "Content-Type: multipart/mixed; boundary=b\n\n\(body)" }
