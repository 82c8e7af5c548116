import AuditModel
import DNS
import MailAuthentication

/// The tree of SPF records as a picture: each record with the terms that lead on or cost look-ups.
enum SPFPicture {
  static func tree(_ tree: SPFTree) -> TreeExhibit {
    let count = "\(tree.isTruncated ? "at least " : "")\(tree.worstCaseLookups) of 10 look-ups in the worst case"
    return TreeExhibit(title: "SPF: \(count)", root: node(tree.root, of: tree, term: nil))
  }

  private static func node(_ node: SPFTree.Node, of tree: SPFTree, term: SPFTree.Place?) -> TreeExhibit.Node {
    let beginning = term.map { tree.term(at: $0).text } ?? node.domain.description
    let notes = [term.map { cost(of: $0, in: tree) } ?? "", node.publication.state.fault ?? ""]
    return TreeExhibit.Node(
      beginning, note: words(notes), verdict: isOver(tree, term) ? .fail : verdict(on: node.publication.state),
      children: node.reachedTerms.map { child(at: $0, of: tree) })
  }

  private static func verdict(on state: SPFPublication.State) -> Verdict {
    switch state {
    case .record: .pass
    case .absent, .multiple, .malformed: .fail
    case .unavailable: .unknown
    }
  }

  /// Whether this is the domain itself, and its record asks for more than is allowed (RFC 7208 §4.6.4).
  private static func isOver(_ tree: SPFTree, _ term: SPFTree.Place?) -> Bool {
    term == nil && tree.worstCaseLookups > SPFLimits().lookups
  }

  private static func words(_ notes: [String]) -> String { notes.filter { !$0.isEmpty }.joined(separator: ", ") }

  private static func child(at place: SPFTree.Place, of tree: SPFTree) -> TreeExhibit.Node {
    let term = tree.term(at: place)
    if let child = term.child { return node(tree.nodes[child], of: tree, term: place) }
    let dead = tree.deadNames(of: place).map { "\($0) leads nowhere" }
    let notes = [cost(of: place, in: tree)] + dead + (term.isLoop ? ["a loop"] : [])
    let verdict: Verdict? = term.isLoop ? .fail : dead.isEmpty ? nil : .warn
    return TreeExhibit.Node(term.text, note: words(notes), verdict: verdict)
  }

  private static func cost(of place: SPFTree.Place, in tree: SPFTree) -> String {
    let lookups = tree.lookups(of: place)
    return lookups == 0 ? "" : "\(lookups) look-up\(lookups == 1 ? "" : "s")"
  }
}
