import DNS

/// A change of the records of one name and type, as it is drawn up.
struct RecordEdit: Sendable {
  /// The name at the end of all aliases.
  let name: DomainName
  let type: DNSRecordType
  var removed: [DNSRecordData] = []
  var added: [DNSRecordData] = []

  /// The records of a set behind the change.
  func applied(to records: [DNSRecord]) -> [DNSRecord] {
    let ttl = records.map(\.ttl).min() ?? Self.usualTTL
    let left = records.filter { !removed.contains($0.data) }
    let new = added.filter { data in !left.contains { $0.data == data } }
    return left + new.map { DNSRecord(owner: name, ttl: ttl, data: $0) }
  }

  /// An hour: long enough for caches, short enough to take a change back.
  static let usualTTL: UInt32 = 3_600
}

extension RecordEdit {
  /// Puts one text in the place of those texts of an answer that `isOld` chooses; nil takes them away.
  init(_ answer: DNSAnswer, text: String?, inPlaceOf isOld: ([UInt8]) -> Bool) {
    self.init(
      name: answer.canonicalName, type: .txt,
      removed: answer.records.map(\.data).filter { data in
        if case .txt(let strings) = data { isOld(strings.joined) } else { false }
      },
      added: text.map { [.txt(CharacterStrings(splitting: Array($0.utf8)))] } ?? [])
  }
}

extension CharacterStrings {
  /// RFC 1035 §3.3: a string has at most 255 octets.
  private static let longest = 255

  /// A text as strings that are as long as they may be.
  init(splitting text: [UInt8]) {
    var strings: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let end = min(start + Self.longest, text.count)
      strings.append(Array(text[start..<end]))
      start = end
    }
    self.init(strings.isEmpty ? [[]] : strings)
  }
}

/// A proposal as it is drawn up: a pure function of what was seen.
struct ProposalDraft: Sendable {
  var edits: [RecordEdit]
  /// What to know before the change is made, a sentence each.
  var remarks: [String] = []
  /// Why nothing can be shown, a sentence; nil when it can be tried.
  var doubt: String?
  /// Whether the SPF record is to say of every address what it said before.
  var keepsSPFResults = false
}
