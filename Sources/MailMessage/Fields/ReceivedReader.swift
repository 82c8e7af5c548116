import DNS
import Syntax

/// Cuts a trace field into its clauses.
struct ReceivedReader {
  let text: [UInt8]
  var faults = FieldFaults()
  private var clauses: [Clause: ArraySlice<FieldToken>] = [:]
  private var comments: [ReceivedComment] = []
  private var date: DateTime?
  private var hasDate = false

  private enum Clause: String, CaseIterable { case from, by, via, with, id, `for` }

  init(text: [UInt8]) { self.text = text }

  /// The value, when anything was found.
  var field: ReceivedField? {
    guard !clauses.isEmpty || date != nil else { return nil }
    let all = comments.map(\.text)
    return ReceivedField(
      from: sender, by: word(.by), via: words(.via), with: words(.with).map(ReceivedField.TransferProtocol.init),
      id: word(.id), recipient: recipient, tls: encryption, date: date, comments: all)
  }

  mutating func readAll() {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: .trace)
    faults.add(tokenFaults)
    let semicolon = tokens.lastIndex { $0.kind == .special }
    readDate(behind: semicolon.map { tokens[$0].range.upperBound })
    let body = tokens[..<(semicolon ?? tokens.endIndex)]
    readClauses(body)
    comments = body.filter { $0.kind == .comment }.map { ReceivedComment(text: text, range: $0.range) }
    for clause in [Clause.from, .by] where clauses[clause] == nil {
      faults.add(text.trimmed(0..<text.count), "no \(clause.rawValue) clause", "RFC 5321 §4.4", .remark)
    }
  }

  private mutating func readDate(behind start: Int?) {
    guard let start else {
      let end = text.trimmed(0..<text.count).upperBound
      return faults.add(end..<end, "no semicolon with a date", "RFC 5321 §4.4")
    }
    let parsed = DateTime.parse(text, in: start..<text.count)
    date = parsed.value
    faults.add(
      parsed.faults.map {
        SyntaxFault($0.range, $0.message, $0.reference, gravity: min($0.gravity, .ignored))
      })
  }

  /// A clause goes from its word to the next one; of two with the same word the first counts.
  private mutating func readClauses(_ tokens: ArraySlice<FieldToken>) {
    var (open, start): (Clause?, Int) = (nil, tokens.startIndex)
    for (index, token) in zip(tokens.indices, tokens) {
      guard let clause = keyword(token), index > start || open == nil else { continue }
      close(open, tokens[start..<index])
      (open, start) = (clause, index + 1)
    }
    close(open, tokens[start...])
  }

  private mutating func close(_ clause: Clause?, _ tokens: ArraySlice<FieldToken>) {
    guard let clause, clauses[clause] == nil else { return }
    clauses[clause] = tokens
  }

  private func keyword(_ token: FieldToken) -> Clause? {
    guard token.kind == .atom, token.range.count <= 4 else { return nil }
    return Clause(rawValue: text.lowercased(token.range))
  }

  /// The first word of a clause with what touches it.
  private func word(_ clause: Clause) -> String? {
    guard let tokens = clauses[clause], let first = tokens.first, first.kind != .comment else { return nil }
    let rest = tokens.dropFirst().prefix { !$0.hasSpaceBefore && $0.kind != .comment }
    return text.unfolded(first.range.lowerBound..<(rest.last ?? first).range.upperBound)
  }

  /// All words of a clause up to its first comment: `Microsoft SMTP Server`.
  private func words(_ clause: Clause) -> String? {
    // Exim writes `tls` and the cipher behind the protocol.
    let end = { (token: FieldToken) in token.kind == .comment || text.matches(token.range, "tls") }
    guard let tokens = clauses[clause]?.prefix(while: { !end($0) }), !tokens.isEmpty else { return nil }
    return tokens.map { text.unfolded($0.range) }.joined(separator: " ")
  }

  private var recipient: String? {
    guard let word = word(.for) else { return nil }
    return word.hasPrefix("<") && word.hasSuffix(">") && word.count > 1 ? String(word.dropFirst().dropLast()) : word
  }

  /// The comments of the from clause tell more than its word.
  private var sender: ReceivedField.Sender? {
    guard let tokens = clauses[.from] else { return nil }
    let told = tokens.filter { $0.kind == .comment }.map { ReceivedComment(text: text, range: $0.range) }
    let word = self.word(.from)
    let wordAddress = word.flatMap { ReceivedComment.address(in: Array($0.utf8)[...]) }
    let helo = told.lazy.compactMap(\.heloName).first
    let address = told.lazy.compactMap(\.address).first ?? wordAddress
    let reverse = told.lazy.compactMap(\.hostName).first
    // Where HELO stands in a comment, the word is the name of reverse DNS.
    let name = reverse ?? (helo == nil || wordAddress != nil ? nil : word)
    return ReceivedField.Sender(
      heloName: helo ?? word, reverseName: name?.lowercased() == "unknown" ? nil : name, address: address,
      mayBeForged: told.contains(where: \.mayBeForged))
  }

  /// In a comment, or behind the protocol as Exim writes it.
  private var encryption: ReceivedField.Encryption? {
    let told = comments.lazy.compactMap(\.encryption).first
    guard let tokens = clauses[.with].map(Array.init),
      let mark = tokens.firstIndex(where: { text.matches($0.range, "tls") }),
      mark + 1 < tokens.count
    else { return told }
    return ReceivedField.Encryption(version: told?.version, cipher: text.unfolded(tokens[mark + 1].range))
  }
}
