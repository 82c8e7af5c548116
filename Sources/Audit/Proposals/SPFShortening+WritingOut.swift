import DNS
import MailAuthentication

/// Addresses and inner terms in the place of the terms that ask for them.
extension SPFShortening {
  /// Writes out the first term of the domain's own that saves a look-up: included records before hosts.
  mutating func writeOutOwn() -> Bool {
    for index in pieces.indices where !pieces[index].isWrittenOut {
      if let inner = ownTerms(inside: pieces[index]) {
        pieces.replaceSubrange(index...index, with: inner)
        return true
      }
    }
    for index in pieces.indices where !pieces[index].isWrittenOut {
      let term = tree.term(at: pieces[index].place)
      guard let blocks = tree.ownNetworks(of: term), !blocks.isEmpty else { continue }
      remarks.append(
        "Change it when the addresses of \(term.text) change: what was looked up holds for \(term.seconds ?? 0) s.")
      write(blocks, at: index)
      return true
    }
    return false
  }

  /// Writes out one term of somebody else: with the fewest blocks among those that save enough, or the one that saves
  /// most. The remark says when the addresses may change.
  mutating func writeOutOthers() -> Bool {
    let candidates = pieces.indices.compactMap { index -> (index: Int, blocks: [IPNetwork], saved: Int)? in
      let place = pieces[index].place
      let blocks = pieces[index].isWrittenOut ? nil : passed(by: tree.term(at: place))
      guard let blocks, !blocks.isEmpty else { return nil }
      return (index, blocks, tree.lookups(of: place))
    }.filter { $0.saved > 0 }
    let excess = excess
    let enough = candidates.filter { $0.saved >= excess }.min { $0.blocks.count < $1.blocks.count }
    guard let choice = enough ?? candidates.max(by: { $0.saved < $1.saved }) else { return false }
    let term = tree.term(at: pieces[choice.index].place)
    remarks.append(
      """
      \(term.text) is written out as it is today, and belongs to somebody else who may change it any time: what was \
      looked up holds for \(seconds(of: term)) s. Draw the record up anew every day, or better give that sender a \
      subdomain of its own in MAIL FROM and keep the term there.
      """)
    write(choice.blocks, at: choice.index)
    return true
  }

  private mutating func write(_ blocks: [IPNetwork], at index: Int) {
    pieces[index].text = blocks.map(\.spfTerm).joined(separator: " ")
    pieces[index].isWrittenOut = true
  }

  // MARK: The domain's own records

  /// The terms of an included record of the domain's own, which passes what they pass and nothing else.
  private func ownTerms(inside piece: Piece) -> [Piece]? {
    let term = tree.term(at: piece.place)
    guard case .include? = term.term.mechanism, term.term.qualifier == .pass, let child = term.child else { return nil }
    let node = tree.nodes[child]
    guard node.publication.state == .record, node.domain.isEqual(toOrBelow: tree.domain),
      node.publication.answer.canonicalName.isEqual(toOrBelow: tree.domain), node.defaultResult != .pass
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

  // MARK: What others pass

  /// The blocks that a term passes, when it passes these and nothing else, and all of them could be looked up.
  private func passed(by term: SPFTree.Term) -> [IPNetwork]? {
    guard term.term.qualifier == .pass else { return nil }
    if case .include? = term.term.mechanism { return term.child.flatMap { passed(by: tree.nodes[$0]) } }
    let isList = term.term.mechanism?.network != nil || term.term.mechanism?.prefixLengths != nil
    return isList && !term.hasFailed ? Self.distinct(term.networks) : nil
  }

  /// The blocks that a record passes; nil where a term could end the evaluation in another way. The depth is that of
  /// the tree, which is bounded.
  private func passed(by node: SPFTree.Node) -> [IPNetwork]? {
    guard node.publication.state == .record, node.defaultResult != .pass else { return nil }
    var blocks: [IPNetwork] = []
    for place in node.reachedTerms {
      let term = tree.term(at: place)
      if term.term.isAll { break }
      let isRedirect = term.term.mechanism == nil && term.term.leadsToRecord
      let more = isRedirect ? term.child.flatMap { passed(by: tree.nodes[$0]) } : passed(by: term)
      guard let more else { return nil }
      blocks += more
    }
    return Self.distinct(blocks)
  }

  private static func distinct(_ blocks: [IPNetwork]) -> [IPNetwork] {
    var seen: Set<IPNetwork> = []
    return blocks.filter { seen.insert($0).inserted }
  }

  /// How long what was looked up for a term, and for the records below it, holds.
  private func seconds(of term: SPFTree.Term) -> UInt32 {
    guard let child = term.child else { return term.seconds ?? 0 }
    let node = tree.nodes[child]
    return node.terms.reduce(node.publication.answer.ttl ?? 0) { least, inner in
      inner.child == nil && inner.seconds == nil ? least : min(least, seconds(of: inner))
    }
  }
}

extension SPFTree.Term {
  /// The shortest time to live of its own answers; nil when it asked nothing.
  fileprivate var seconds: UInt32? { (answers + exchangeAnswers).compactMap(\.ttl).min() }
}
