import DNS
import MailAuthentication
import Survey

/// A shorter record that says the same: without repetitions and dead names, and where that is not enough with the
/// records and hosts of the domain's own written out. What belongs to others is never written out, because they may
/// change it any day.
struct SPFShortening {
  /// One term, and where it stands.
  private struct Piece {
    var text: String
    let place: SPFTree.Place
  }

  private let tree: SPFTree
  private let domain: DomainName
  private var pieces: [Piece]
  private var remarks: [String] = []
  private let modifiers: [String]

  init?(_ survey: DomainSurvey) {
    guard let parts = SPFParts(survey) else { return nil }
    tree = survey.spf.tree
    domain = survey.domain
    let tree = tree
    pieces = tree.root.reachedTerms.map { Piece(text: tree.term(at: $0).text, place: $0) }
    modifiers = parts.words { $0.mechanism == nil && !$0.isRedirect }
  }

  /// SPF-REDUNDANT: the record without terms that add nothing.
  static func withoutRepetitions(_ survey: DomainSurvey) -> ProposalDraft? {
    guard var work = SPFShortening(survey) else { return nil }
    work.dropRepetitions()
    return work.draft(survey)
  }

  /// SPF-INCLUDE-TARGET and SPF-VOID-LIMIT: the record without terms whose names are gone (RFC 7208 §5.2, §11.1).
  static func withoutDeadNames(_ survey: DomainSurvey) -> ProposalDraft? {
    guard var work = SPFShortening(survey) else { return nil }
    work.dropDeadNames()
    return work.draft(survey)
  }

  /// SPF-LOOKUP-LIMIT: the record with at most ten look-ups (RFC 7208 §4.6.4), as little changed as can be.
  static func withinLimit(_ survey: DomainSurvey) -> ProposalDraft? {
    guard var work = SPFShortening(survey), !work.tree.isTruncated else { return nil }
    work.dropDeadNames()
    work.dropRepetitions()
    var isChanging = true
    while work.lookups > SPFLimits().lookups, isChanging { isChanging = work.writeOut() }
    return work.lookups > SPFLimits().lookups ? nil : work.draft(survey)
  }

  private func draft(_ survey: DomainSurvey) -> ProposalDraft? {
    let terms = pieces.map(\.text)
    let old = tree.root.reachedTerms.map { tree.term(at: $0).text }
    guard terms != old else { return nil }
    return SPFDrafts.replacing(survey, by: terms + modifiers, remarks: remarks, keepsResults: true)
  }

  // MARK: What adds nothing

  private var lookups: Int {
    pieces.reduce(0) { $0 + (isWrittenOut($1) ? 0 : tree.lookups(of: $1.place)) }
  }

  /// Whether a piece was made into blocks, which ask nothing.
  private func isWrittenOut(_ piece: Piece) -> Bool {
    piece.text.contains("ip4:") || piece.text.contains("ip6:")
  }

  private mutating func dropDeadNames() {
    let tree = tree
    pieces.removeAll { piece in
      let term = tree.term(at: piece.place)
      switch term.term.mechanism {
      case .include?: return term.child.map { tree.nodes[$0].publication.state == .absent } ?? false
      case .a?:
        return !term.answers.isEmpty && term.answers.allSatisfy(\.isVoid)
      case .mx?: return !term.answers.isEmpty && term.answers.allSatisfy(\.isVoid)
      default: return false
      }
    }
  }

  private mutating func dropRepetitions() {
    var seen: Set<String> = []
    pieces.removeAll { !seen.insert($0.text.lowercased()).inserted }
    let blocks = pieces.compactMap { piece in networks(of: piece).map { (piece: piece, blocks: $0) } }
    var dropped: Set<SPFTree.Place> = []
    for (piece, own) in blocks where !own.isEmpty {
      let isCovered = blocks.contains { other in
        isShelter(other.piece, for: piece) && !dropped.contains(other.piece.place)
          && own.allSatisfy { block in other.blocks.contains { $0.contains(block) } }
      }
      if isCovered { dropped.insert(piece.place) }
    }
    pieces.removeAll { dropped.contains($0.place) }
  }

  /// Whether a piece can make another needless: a block that is written in the record, of the same qualifier.
  private func isShelter(_ other: Piece, for piece: Piece) -> Bool {
    let (outer, inner) = (tree.term(at: other.place).term, tree.term(at: piece.place).term)
    return other.place != piece.place && outer.mechanism?.network != nil && outer.qualifier == inner.qualifier
  }

  /// The blocks of a term that names or looks up addresses; nil for another, and when one could not be looked up.
  private func networks(of piece: Piece) -> [IPNetwork]? {
    let term = tree.term(at: piece.place)
    if let network = term.term.mechanism?.network { return [network] }
    guard let lengths = term.term.mechanism?.prefixLengths else { return nil }
    let answers = term.answers + term.exchangeAnswers
    guard answers.allSatisfy({ $0.failure == nil }) else { return nil }
    return answers.flatMap(\.addresses).compactMap(lengths.network)
  }

  // MARK: Writing out

  /// Writes out the first term of the domain's own that saves a look-up: included records before hosts.
  private mutating func writeOut() -> Bool {
    for index in pieces.indices where !isWrittenOut(pieces[index]) {
      if let inner = terms(inside: pieces[index]) {
        pieces.replaceSubrange(index...index, with: inner)
        return true
      }
    }
    for index in pieces.indices where !isWrittenOut(pieces[index]) {
      if let blocks = addresses(of: pieces[index]) {
        let term = tree.term(at: pieces[index].place)
        remarks.append("Change it when the addresses of \(term.text) change (looked up for \(seconds(of: term)) s).")
        pieces[index].text = blocks
        return true
      }
    }
    return false
  }

  /// The terms of an included record of the domain's own, which passes what they pass and nothing else.
  private func terms(inside piece: Piece) -> [Piece]? {
    let term = tree.term(at: piece.place)
    guard case .include? = term.term.mechanism, term.term.qualifier == .pass, let child = term.child else { return nil }
    let node = tree.nodes[child]
    let answer = node.publication.answer
    guard node.publication.state == .record, node.domain.isEqual(toOrBelow: domain),
      answer.canonicalName.isEqual(toOrBelow: domain), node.defaultResult != .pass
    else { return nil }
    let inner = node.reachedTerms.filter { !tree.term(at: $0).term.isAll }
    guard inner.allSatisfy({ tree.term(at: $0).term.qualifier == .pass }) else { return nil }
    return inner.map { Piece(text: text(of: $0, in: node), place: $0) }
  }

  /// A term that means the same in the record of the domain: `a` and `mx` name the domain that they stand in.
  private func text(of place: SPFTree.Place, in node: SPFTree.Node) -> String {
    let term = tree.term(at: place)
    guard let lengths = term.term.mechanism?.prefixLengths, term.term.domainSpec == nil else { return term.text }
    let name = if case .mx? = term.term.mechanism { "mx:" } else { "a:" }
    return name + node.domain.description + (lengths.v4 == 32 ? "" : "/\(lengths.v4)")
      + (lengths.v6 == 128 ? "" : "//\(lengths.v6)")
  }

  /// The addresses of the domain's own hosts as terms; nil when they are others' or unknown.
  private func addresses(of piece: Piece) -> String? {
    let term = tree.term(at: piece.place)
    guard case .name(let name) = term.target, name.isEqual(toOrBelow: domain), term.term.qualifier == .pass,
      term.exchanges.allSatisfy({ $0.isEqual(toOrBelow: domain) }), let blocks = networks(of: piece), !blocks.isEmpty,
      (term.answers + term.exchangeAnswers).allSatisfy({ $0.canonicalName.isEqual(toOrBelow: domain) })
    else { return nil }
    return Set(blocks).sorted { ($0.base, $0.prefixLength) < ($1.base, $1.prefixLength) }.map(\.spfTerm)
      .joined(separator: " ")
  }

  private func seconds(of term: SPFTree.Term) -> UInt32 {
    (term.answers + term.exchangeAnswers).compactMap(\.ttl).min() ?? 0
  }
}
