/// What the fields of a delivery report say of one recipient (RFC 3464 §2.3).
struct DeliveryRecipient: Sendable {
  /// `Final-Recipient`, or else `Original-Recipient`, without its type.
  var address: String?
  /// `Action`, in lower case.
  var action: String?
  /// `Remote-MTA`, without its type.
  var remoteMTA: String?
  /// What failed; nil where the fields do not tell.
  var statement: FailureStatement?

  /// Whether the recipient got the message (RFC 3464 §2.3.3); Postfix says `deliverable` where it was asked to try.
  var isDelivered: Bool { ["delivered", "relayed", "expanded", "deliverable"].contains(action ?? "") }
}

/// What a part of a bounce tells of whom it is about.
struct DeliveryFacts: Sendable {
  /// `Reporting-MTA`, without its type.
  var reportingMTA: String?
  /// `Arrival-Date` as it is written.
  var arrivalDate: String?
  /// The recipients of a delivery report.
  var recipients: [DeliveryRecipient] = []
  /// Lines of a text that begin with an address, each with its place in the paste: what follows is about it.
  var headings: [(address: String, place: Int)] = []
}

/// Finds the lines of a bounce in words that name a recipient: `<a@example.org>: …`, or the address alone, with the reason
/// behind it or below it.
enum RecipientHeadings {
  /// Octets of an address (RFC 5321 §4.5.3.1.3) with what may stand round it.
  private static let addressOctets = 330

  static func find(in text: MappedText, _ range: Range<Int>) -> [(address: String, place: Int)] {
    var found: [(address: String, place: Int)] = []
    var start = range.lowerBound
    while start < range.upperBound, found.count < FailureLimits.recipients {
      let end = text.octets[start..<range.upperBound].firstIndex(of: MappedText.wrap) ?? range.upperBound
      if let address = address(in: text.octets[start..<end]) { found.append((address, text.places[start])) }
      start = end + 1
    }
    return found
  }

  /// The address that a line begins with; nil for other lines.
  private static func address(in line: ArraySlice<UInt8>) -> String? {
    let front = line.drop { $0.isBlank || "<'\"".utf8.contains($0) }.prefix(addressOctets)
    let word = front.prefix { !$0.isBlank && !"<>()'\",;:".utf8.contains($0) && $0 != PastedText.embeddedLineEnd }
    guard let at = word.lastIndex(of: UInt8(ascii: "@")), at > word.startIndex else { return nil }
    let domain = word[(at + 1)...]
    let isName = domain.allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 || "-._[]".utf8.contains($0) }
    guard isName, domain.contains(UInt8(ascii: ".")) else { return nil }
    // A sentence that begins with an address is no heading, unless a reason follows.
    let address = String(decoding: word, as: UTF8.self)
    return address.last == "." ? String(address.dropLast()) : address
  }
}
