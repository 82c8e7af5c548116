import MailMessage
import Testing

@Suite struct AttachmentTests {
  @Test(
    arguments: [
      ("a.txt", "txt", [], false), ("a.EXE", "exe", ["Gmail", "Outlook"], false),
      ("bill.pdf.exe ", "exe", ["Gmail", "Outlook"], true),
      ("a.b.js.", "js", ["Gmail", "Outlook"], false), ("x/y.iso", "iso", ["Gmail"], false), ("none", nil, [], false),
      ("v1.2.reg", "reg", ["Outlook"], false), ("a.xlsm", "xlsm", [], false)
    ] as [(String, String?, [String], Bool)])
  func names(text: String, ending: String?, blockers: [String], isDisguised: Bool) {
    let name = AttachmentName(text)
    #expect(name.fileExtension == ending)
    #expect(name.blockers.map(\.receiver) == blockers && name.isDisguised == isDisguised)
    #expect(name.hasMacros == (ending == "xlsm"))
  }

  @Test(
    arguments: [
      ("application/pdf; name=a.pdf", "%PDF-1.7", FileFormat.pdf, false, false),
      ("image/png; name=a.png", "GIF89a", .gif, true, true),
      ("application/octet-stream; name=a.pdf", "MZ\0.", .windowsProgram, true, false),
      ("text/csv; name=a.csv", "MZ;Menge\n1;2\n", nil, false, false),
      ("application/x; name=a.x", "hello", nil, false, false),
      ("application/x; name=a.rar", "Rar!\u{1A}\u{7}\u{1}", .rar, false, false)
    ] as [(String, String, FileFormat?, Bool, Bool)])
  func formats(type: String, content: String, format: FileFormat?, isNameUntrue: Bool, isTypeUntrue: Bool) throws {
    let facts = try Self.facts(type, Array(content.utf8))
    #expect(facts.format == format && facts.isUnseenArchive == (format == .rar))
    #expect(facts.isNameUntrue == isNameUntrue && facts.isTypeUntrue == isTypeUntrue)
  }

  @Test(arguments: [(0, false), (1, true)])
  func namesInArchives(flag: UInt8, isEncrypted: Bool) throws {
    let facts = try Self.facts("application/zip; name=a.zip", Self.zip(flag))
    #expect(facts.zip?.entries?.map(\.name) == ["a.js"] && facts.zip?.entries?.first?.isEncrypted == isEncrypted)
    #expect(facts.zip?.isEncrypted == isEncrypted && !facts.isUnseenArchive)
    #expect(facts.allNames.map(\.text) == ["a.zip", "a.js"])
  }

  @Test func aBrokenDirectoryIsNotLookedAt() throws {
    for cut in 1..<Self.zip(0).count - 30 {
      let facts = try Self.facts("application/zip", Array(Self.zip(0).dropLast(cut)))
      #expect(facts.zip?.entries == nil && facts.isUnseenArchive)
    }
  }

  private static func facts(_ type: String, _ content: [UInt8]) throws -> AttachmentFacts {
    let header = "Content-Type: \(type)\nContent-Transfer-Encoding: binary\n\n"
    let body = try BodyScan.body(of: Message(Array(header.utf8) + content))
    return try #require(body.root.flatMap { AttachmentFacts($0) })
  }

  /// An archive of one empty file `a.js`.
  private static func zip(_ flag: UInt8) -> [UInt8] {
    let name = Array("a.js".utf8)
    func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
    var local: [UInt8] = [0x50, 0x4B, 3, 4, 10, 0, flag, 0]
    local += zeros(18)
    local += [4, 0, 0, 0]
    local += name
    var entry: [UInt8] = [0x50, 0x4B, 1, 2, 10, 0, 10, 0, flag, 0]
    entry += zeros(18)
    entry += [4, 0]
    entry += zeros(16)
    entry += name
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(entry.count), 0, 0, 0]
    end += [UInt8(local.count), 0, 0, 0, 0, 0]
    return local + entry + end
  }
}
