import Syntax

/// The failure texts that are known, ready to be matched.
///
/// Nothing is made ready before it is asked for: programs that explain no failure pay nothing for it.
public struct FailureCatalogue: Sendable {
  /// The entries, in the order in which they are tried.
  public let entries: [FailureEntry]
  /// The program of each entry's pattern; nil for a pattern that is none, which tests forbid.
  let programs: [TextProgram?]

  /// The catalogue that ships with mailaudit.
  public static let shipped = FailureCatalogue(FailureEntries.all)

  init(_ entries: [FailureEntry]) {
    self.entries = entries
    programs = entries.map { TextPattern($0.pattern).map { TextProgram($0) } }
  }

  /// The entry of a name.
  public func entry(_ id: String) -> FailureEntry? { entries.first { $0.id == id } }

  /// Explains one failure. There is always an explanation; where no entry fits, it says what the codes tell.
  public func explain(_ failure: Failure) -> FailureExplanation {
    explain(FailureStatement(failure)) { _ in .init(line: 1, column: 1) }
  }
}

/// A match of an entry in a statement.
struct FailureHit: Sendable {
  /// The entry.
  let entry: FailureEntry
  /// The text in which it matched: the statement, or a reply inside it.
  let text: MappedText
  /// The octets that matched.
  let range: Range<Int>
  /// How far the entry may be trusted here; less is better.
  let rank: Int
}

extension FailureCatalogue {
  /// All entries that match a statement, the best first; `steps` counts the work.
  func hits(in statement: FailureStatement, steps: inout Int) -> [FailureHit] {
    var matcher = TextMatcher()
    var hits: [FailureHit] = []
    var texts = statement.inner + [statement.text]
    if statement.isBounce, statement.enhanced == nil, let reported = statement.reported, !statement.text.isEmpty {
      // The status of the report stands in another field: it is matched as if it stood at the front.
      var status = MappedText()
      for octet in "\(reported)".utf8 { status.append(octet, statement.text.places[0]) }
      texts.append(status)
    }
    let sieves = texts.map { Trigrams($0.folded) }
    let context = Context(statement)
    // Phrases are tried only where no text tells the cause, and the first one that does is enough.
    for isPhrase in [false, true] {
      if isPhrase, hits.contains(where: { $0.rank == Rank.text && !$0.entry.cause.isVague }) { break }
      for (entry, program) in zip(entries, programs) where entry.inFailures == isPhrase {
        guard let program, let rank = rank(entry, statement, context) else { continue }
        guard let hit = hit(entry, program, rank, texts, sieves, &matcher) else { continue }
        hits.append(hit)
        if isPhrase, !entry.cause.isVague { break }
      }
    }
    steps += matcher.steps
    return hits.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  private func hit(
    _ entry: FailureEntry, _ program: TextProgram, _ rank: Int, _ texts: [MappedText], _ sieves: [Trigrams],
    _ matcher: inout TextMatcher
  ) -> FailureHit? {
    if entry.isRegistryCode { return registryHit(entry, in: texts) }
    for (text, sieve) in zip(texts, sieves) {
      if let required = program.required, !sieve.mayHold(required) { continue }
      if let range = matcher.firstMatch(of: program, in: text) {
        return FailureHit(entry: entry, text: text, range: range, rank: rank)
      }
    }
    return nil
  }

  /// A code of the registry counts where codes stand: inside an address such as 192.5.1.1 it is none.
  private func registryHit(_ entry: FailureEntry, in texts: [MappedText]) -> FailureHit? {
    for text in texts {
      for index in text.octets.indices where text.octets[index].isDigit && ReplyText.isTokenStart(index, text) {
        guard let (status, end) = ReplyText.status(text, index), status.classDigit != 2,
          entry.id == "enh-\(status.subject)-\(status.detail)"
        else { continue }
        return FailureHit(entry: entry, text: text, range: index..<end, rank: Rank.registry)
      }
    }
    return nil
  }

  /// How far an entry may be trusted in a statement: a server's own texts, words that many use, the codes of the registry,
  /// texts of a server that is not known to have answered, texts around others. Nil where it cannot be meant.
  private func rank(_ entry: FailureEntry, _ statement: FailureStatement, _ context: Context) -> Int? {
    if let stage = entry.stage, stage != statement.stage { return nil }
    if entry.inFailures, !context.tellsFailure { return nil }
    if entry.beginsWithCode, statement.code == nil { return nil }
    if entry.isRegistryCode {
      guard let status = statement.enhanced ?? statement.reported else { return nil }
      if entry.id != "enh-\(status.subject)-\(status.detail)", !statement.isBounce { return nil }
    }
    if entry.isWrapper { return Rank.wrapper }
    if entry.cause == .remark { return Rank.remark }
    let hasServers = FailureEmitter.domains(of: entry.emitter) != nil
    let isServer: Bool? = hasServers && statement.host != nil ? context.emitters.contains(entry.emitter) : nil
    if isServer == false, !context.emitters.isEmpty || entry.needsHost { return nil }
    if entry.needsHost, isServer != true, hasServers { return Rank.candidate }
    if entry.isRegistryCode { return Rank.registry }
    return entry.inFailures ? Rank.phrase : Rank.text
  }

  /// What is the same for all entries.
  private struct Context {
    let tellsFailure: Bool
    /// The services that the server belongs to: with one, others cannot have written the text. Other hosts may relay what a
    /// service said.
    let emitters: Set<String>

    init(_ statement: FailureStatement) {
      tellsFailure = statement.tellsFailure
      emitters = Set(statement.host.map { FailureEmitter.emitters(of: $0) } ?? [])
    }
  }

  enum Rank {
    static let text = 0
    static let phrase = 1
    static let registry = 2
    static let candidate = 3
    static let wrapper = 4
    static let remark = 5
  }
}
