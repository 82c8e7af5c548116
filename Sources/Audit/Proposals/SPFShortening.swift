import DNS
import MailAuthentication
import Survey

/// A shorter record that says the same: without repetitions and dead names, and where that is not enough with the
/// records and hosts of the domain's own written out. What belongs to others is written out only where the owner wants
/// it, because they may change it any day.
struct SPFShortening {
  /// One term, and where it stands.
  struct Piece {
    var text: String
    let place: SPFTree.Place
    /// Whether its addresses stand in the place of the term: they ask nothing.
    var isWrittenOut = false
  }

  let tree: SPFTree
  var pieces: [Piece]
  var remarks: [String] = []
  private let modifiers: [String]

  init?(_ survey: DomainSurvey) {
    guard let parts = SPFParts(survey) else { return nil }
    tree = survey.spf.tree
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
  static func withinLimit(_ survey: DomainSurvey, writingOutOthers: Bool = false) -> ProposalDraft? {
    guard var work = SPFShortening(survey), !work.tree.isTruncated else { return nil }
    work.dropDeadNames()
    work.dropRepetitions()
    var isChanging = true
    while work.excess > 0, isChanging {
      isChanging = work.writeOutOwn() || (writingOutOthers && work.writeOutOthers())
    }
    return work.excess > 0 ? nil : work.draft(survey)
  }

  private func draft(_ survey: DomainSurvey) -> ProposalDraft? {
    let terms = pieces.map(\.text)
    let old = tree.root.reachedTerms.map { tree.term(at: $0).text }
    guard terms != old else { return nil }
    return SPFDrafts.replacing(survey, by: terms + modifiers, remarks: remarks, keepsResults: true)
  }

  /// How many look-ups there are too many.
  var excess: Int {
    pieces.reduce(0) { $0 + ($1.isWrittenOut ? 0 : tree.lookups(of: $1.place)) } - SPFLimits().lookups
  }

  // MARK: What adds nothing

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
    let areas = pieces.compactMap { area(of: $0) }
    var dropped: Set<SPFTree.Place> = []
    for area in areas where !area.blocks.isEmpty {
      let others = areas.filter { !dropped.contains($0.place) }
      if others.contains(where: { $0.shelters(area) }) { dropped.insert(area.place) }
    }
    pieces.removeAll { dropped.contains($0.place) }
  }

  /// What a term passes.
  private struct Area {
    let place: SPFTree.Place
    let qualifier: SPFQualifier?
    /// Whether it is a block that is written in the record.
    let isWritten: Bool
    let blocks: [IPNetwork]

    /// Whether it makes another needless.
    func shelters(_ other: Area) -> Bool {
      guard isWritten, place != other.place, qualifier == other.qualifier else { return false }
      return other.blocks.allSatisfy { block in blocks.contains { $0.contains(block) } }
    }
  }

  /// The area of a term that names or looks up addresses; nil for another, and when one could not be looked up.
  private func area(of piece: Piece) -> Area? {
    let term = tree.term(at: piece.place)
    let isWritten = term.term.mechanism?.network != nil
    guard isWritten || term.term.mechanism?.prefixLengths != nil, !term.hasFailed else { return nil }
    return Area(place: piece.place, qualifier: term.term.qualifier, isWritten: isWritten, blocks: term.networks)
  }
}

extension SPFTree.Term {
  /// Whether one of its names could not be looked up.
  var hasFailed: Bool { (answers + exchangeAnswers).contains { $0.failure != nil } }
}
