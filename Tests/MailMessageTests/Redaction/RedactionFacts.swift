import DNS
import Foundation
import MailMessage
import Syntax

/// What must not be found in a redacted message, found by patterns of its own; and what must not have changed.
struct RedactionFacts {
  var mailboxes: Set<String> = []
  var addresses: Set<String> = []
  var tokens: Set<String> = []
  /// Names of fields, parts and faults.
  var structure: [String] = []

  init(_ octets: [UInt8]) throws {
    let message = Message(octets)
    let body = try BodyScan.body(of: message)
    // Base64 of text without letters stays what it is: its text is looked at, and not its characters.
    if !body.parts.contains(where: { $0.encoding == .base64 }) { find(in: octets) }
    for part in body.parts {
      find(in: part.header)
      if let text = part.content?.text { find(in: text) }
      let names = part.fields.map { String(decoding: part.header[$0.name], as: UTF8.self) }
      let boundary = part.contentType.boundary.map { "\($0.utf8.count)" } ?? "-"
      structure.append("\(part.parent ?? -1) \(part.mediaType) \(Self.encoding(of: part)) \(boundary) \(names)")
    }
    structure.append("line ends \(body.lines.bareLF.count > 0) \(body.lines.crlf.count > 0) \(body.lines.bareCR.count)")
    structure.append("header \(body.headerLines.count) \(message.faults.map(\.message))")
    // How long a line is changes with the names in it.
    let changing: Set<MIMEFault.Kind> = [.encodedLineTooLong, .lineTooLong, .quotedLowerCase]
    structure += body.faults.filter { !changing.contains($0.kind) }.map { "\($0.part) \($0.kind)" }.sorted()
  }

  /// The encoding; the name of one that is not known is a word like any other, and is replaced.
  private static func encoding(of part: MIMEPart) -> String {
    if case .other(let name) = part.encoding { return "other (\(name.utf8.count))" }
    return "\(part.encoding)"
  }

  private mutating func find(in octets: [UInt8]) {
    let isName: (UInt8) -> Bool = {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
    }
    for at in octets.indices where octets[at] == UInt8(ascii: "@") {
      var (start, end) = (at, at + 1)
      while start > 0, isName(octets[start - 1]) || "._-+".utf8.contains(octets[start - 1]) { start -= 1 }
      while end < octets.count, isName(octets[end]) || ".-".utf8.contains(octets[end]) { end += 1 }
      let text = String(decoding: octets[start..<end], as: UTF8.self).lowercased()
      if at - start > 1, end - at > 4, text.dropFirst(at - start).contains(".") { mailboxes.insert(text) }
    }
    for run in octets.split(whereSeparator: { !isName($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }) {
      let text = String(decoding: run, as: UTF8.self)
      if let address = IPAddress(text), address.isGlobalUnicast { addresses.insert(text) }
    }
    for run in octets.split(whereSeparator: { !isName($0) }) where run.count >= 16 {
      let digits = run.count { $0 < 0x3A }
      if digits > 0, digits < run.count { tokens.insert(String(decoding: run, as: UTF8.self)) }
    }
  }

  /// What of `self` is still found in `other`.
  func survivors(in other: RedactionFacts) -> [String] {
    let roles = ["postmaster@", "abuse@", "mailer-daemon@", "noreply@", "no-reply@", "root@", "webmaster@"]
    let mailboxes = mailboxes.intersection(other.mailboxes).filter { text in
      !roles.contains { text.hasPrefix($0) } && text.wholeMatch(of: /user\d+@.*|x+@.*/) == nil
    }
    return mailboxes.sorted() + addresses.intersection(other.addresses).sorted()
      + tokens.intersection(other.tokens).sorted()
  }
}

extension IPAddress {
  /// Whether the address may be that of somebody: it is none of those that replacements are taken from.
  fileprivate var isGlobalUnicast: Bool {
    switch self {
    case .v4(let value):
      let taken: [(UInt32, UInt32)] = [
        (0, 8), (10, 8), (127, 8), (255, 8), (0xC000_0200 >> 8, 24), (0xC633_6400 >> 8, 24), (0xCB00_7100 >> 8, 24),
        (0xAC1, 12), (0xC0A8, 16), (0xA9FE, 16), (0x191, 10), (0x6309, 15)
      ]
      return !taken.contains { value >> (32 - $0.1) == $0.0 }
    case .v6(let value): return value >> 125 == 1 && value >> 96 != 0x2001_0DB8
    }
  }
}
