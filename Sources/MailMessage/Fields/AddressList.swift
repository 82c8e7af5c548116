public import Syntax

/// The body of From, Sender, Reply-To, To, Cc or Bcc (RFC 5322 §3.4, groups in From by RFC 6854).
public struct AddressList: Sendable, Hashable {
  /// The addresses, in order.
  public let addresses: [Address]

  /// One entry of the list.
  public enum Address: Sendable, Hashable {
    /// One mailbox.
    case mailbox(Mailbox)
    /// A named group of mailboxes, often of none: `undisclosed-recipients:;`.
    case group(Group)
  }

  /// A group (RFC 5322 §3.4).
  public struct Group: Sendable, Hashable {
    /// The name, decoded.
    public let displayName: String
    /// The members.
    public let mailboxes: [Mailbox]
    /// Where it stands in the text.
    public let range: Range<Int>
  }

  /// All mailboxes, those in groups too.
  public var mailboxes: [Mailbox] {
    addresses.flatMap { address in
      switch address {
      case .mailbox(let mailbox): [mailbox]
      case .group(let group): group.mailboxes
      }
    }
  }

  /// The groups.
  public var groups: [Group] {
    addresses.compactMap { if case .group(let group) = $0 { group } else { nil } }
  }

  /// Reads the body of a field; no value when it holds nothing at all.
  public static func parse(_ text: [UInt8]) -> Parsed<AddressList> {
    let (tokens, faults) = FieldTokenizer.read(text, specials: .address)
    var reader = AddressListReader(text: text, tokens: tokens)
    reader.faults.add(faults)
    reader.readAll()
    reader.faults.addOctets(of: text)
    let list = reader.addresses.isEmpty ? nil : AddressList(addresses: reader.addresses)
    if list == nil { reader.faults.add(0..<text.count, "no address", "RFC 5322 §3.4", .fatal) }
    return Parsed(text: text, value: list, faults: reader.faults.sorted)
  }
}

/// Cuts tokens into the entries of a list.
private struct AddressListReader {
  let text: [UInt8]
  let tokens: [FieldToken]
  var addresses: [AddressList.Address] = []
  var faults = FieldFaults()
  private var position = 0
  private var group: (name: String, start: Int, members: [Mailbox])?

  init(text: [UInt8], tokens: [FieldToken]) {
    self.text = text
    self.tokens = tokens
  }

  mutating func readAll() {
    while position < tokens.count { readEntry() }
    guard let open = group else { return }
    faults.add(open.start..<text.count, "a group without the semicolon that ends it", "RFC 5322 §3.4")
    closeGroup(at: text.trimmed(0..<text.count).upperBound)
  }

  /// Reads to the next comma, semicolon, or colon behind the name of a group.
  private mutating func readEntry() {
    let start = position
    // Only the first colon can end the name of a group.
    var (isInBrackets, mayOpenGroup) = (false, group == nil)
    while position < tokens.count {
      let octet = special(tokens[position])
      position += 1
      switch octet {
      case UInt8(ascii: "<"): isInBrackets = hasClosingBracket()
      case UInt8(ascii: ">"): isInBrackets = false
      case UInt8(ascii: ":") where !isInBrackets && mayOpenGroup:
        if openGroup(start..<(position - 1)) { return }
        mayOpenGroup = false
      case UInt8(ascii: ",") where !isInBrackets: return finish(start..<(position - 1))
      case UInt8(ascii: ";") where !isInBrackets: return finish(start..<(position - 1), endsGroup: true)
      default: break
      }
    }
    finish(start..<position)
  }

  /// Whether `>` follows before another `<`: a comma inside brackets belongs to a route.
  private func hasClosingBracket() -> Bool {
    for token in tokens[position...] {
      if special(token) == UInt8(ascii: ">") { return true }
      if special(token) == UInt8(ascii: "<") { return false }
    }
    return false
  }

  private mutating func openGroup(_ entry: Range<Int>) -> Bool {
    let phrase = tokens[entry].filter { $0.kind != .comment }
    guard let first = phrase.first, !phrase.contains(where: { $0.kind == .special }) else { return false }
    var name = PhraseReader(text: text)
    name.read(phrase[...])
    faults.add(name.decoded.faults.sorted)
    group = (name.decoded.text, first.range.lowerBound, [])
    return true
  }

  private mutating func finish(_ entry: Range<Int>, endsGroup: Bool = false) {
    let end = position > entry.upperBound ? tokens[entry.upperBound].range : text.count..<text.count
    if tokens[entry].contains(where: { $0.kind != .comment }) {
      var reader = MailboxReader(text: text)
      let mailbox = reader.read(tokens[entry])
      faults.add(reader.faults.sorted)
      if group == nil { addresses.append(.mailbox(mailbox)) } else { group?.members.append(mailbox) }
    } else if !endsGroup, !end.isEmpty {
      faults.add(end, "a comma with no address before it", "RFC 5322 §4.4", .remark)
    }
    guard endsGroup else { return }
    if group == nil { return faults.add(end, "a semicolon where no group ends", "RFC 5322 §3.4") }
    closeGroup(at: end.upperBound)
  }

  private mutating func closeGroup(at end: Int) {
    guard let open = group else { return }
    let range = open.start..<max(open.start, end)
    addresses.append(.group(AddressList.Group(displayName: open.name, mailboxes: open.members, range: range)))
    group = nil
  }

  private func special(_ token: FieldToken) -> UInt8? {
    token.kind == .special ? text[token.range.lowerBound] : nil
  }
}
