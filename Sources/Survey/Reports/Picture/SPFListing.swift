public import DNS
import MailAuthentication

/// What the SPF record of the domain, as it stands today, says of an address.
public enum SPFListing: Sendable, Hashable {
  /// The record names the address in this term of its own.
  case own(term: String)
  /// A term of the domain's record takes it over from the record of another name: the term, and that name.
  case included(term: String, name: DomainName)
  /// No term lets the address pass.
  case notListed
  /// It could not be seen: why, as a phrase.
  case unseen(String)

  /// Whether the address passes.
  public var isListed: Bool {
    switch self {
    case .own, .included: true
    case .notListed, .unseen: false
    }
  }

  /// Looks for an address in the tree of a domain's records (RFC 7208 §4.6).
  init(_ address: IPAddress, in tree: SPFTree) {
    if let passing = tree.passingNetworks.first(where: { $0.network.contains(address) }) {
      var place = passing.place
      var name: DomainName?
      while let parent = tree.nodes[place.node].parent {
        name = tree.nodes[place.node].domain
        place = parent
      }
      let term = tree.term(at: place).text
      self = name.map { .included(term: term, name: $0) } ?? .own(term: term)
    } else if let failure = tree.failures.first {
      self = .unseen("\(failure.question.name) \(failure.question.type) could not be looked up")
    } else if tree.isTruncated {
      self = .unseen("the SPF record leads to more records than are followed")
    } else if tree.hasOpenTerms {
      self = .unseen("the SPF record decides with macros, exists or ptr")
    } else {
      self = .notListed
    }
  }
}

extension SPFTree {
  /// Whether a term decides by something else than a list of addresses.
  fileprivate var hasOpenTerms: Bool {
    nodes.contains { node in
      node.reachedTerms.contains { place in
        let term = term(at: place)
        switch term.term.mechanism {
        case .exists, .ptr: return true
        default: return term.target == .dynamic
        }
      }
    }
  }
}
