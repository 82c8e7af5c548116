import AuditModel
import DNS
import MailAuthentication
import Survey

/// Whether two records of a domain say the same of every address: compared at the first and last address of each block
/// of both and at those beside them. Between them no term can tell two addresses apart.
struct SPFEquivalence {
  /// What came of the comparison.
  enum Answer: Sendable, Equatable {
    /// The same for each address at which the old record gives a result.
    case same(Proposal.SPFComparison)
    /// Not the same for this one.
    case differs(IPAddress, old: SPFResult, new: SPFResult)
    /// Not to be compared; the reason is a sentence.
    case notComparable(String)
  }

  let domain: DomainName
  let old: (tree: SPFTree, resolver: any Resolver)
  let new: (tree: SPFTree, resolver: any Resolver)

  /// So many addresses are compared: far more than records of ten look-ups have, and seconds of work.
  static let mostAddresses = 4_096
  /// So many records are read for that, each again for each address: those of ten look-ups and a thousand blocks fit.
  static let mostReadings = 65_536
  /// The old record may break the limits of RFC 7208 §4.6.4, and is to be read to its end all the same.
  private static let lifted: SPFLimits = {
    var limits = SPFLimits()
    limits.lookups = 512
    limits.voidLookups = 512
    return limits
  }()

  /// Compares.
  func answer() async -> Answer {
    if let reason = Self.obstacle(in: old.tree) ?? Self.obstacle(in: new.tree) { return .notComparable(reason) }
    let addresses = Self.addresses(of: [old.tree, new.tree])
    if addresses.count > Self.mostAddresses {
      return .notComparable("The records name more than \(Self.mostAddresses) limits of blocks.")
    }
    if addresses.count * (old.tree.nodes.count + new.tree.nodes.count) > Self.mostReadings {
      return .notComparable("The records lead to too many others to be compared.")
    }
    var (same, errors) = (0, 0)
    for address in addresses {
      let before = await result(address, old.resolver)
      // RFC 7208 §2.6.7: an error is no statement about the address.
      if before == .permerror || before == .temperror {
        errors += 1
        continue
      }
      let after = await result(address, new.resolver)
      if before != after { return .differs(address, old: before, new: after) }
      same += 1
    }
    if same == 0 {
      return .notComparable("The record gives an error for every address now: there is nothing to compare with.")
    }
    return .same(Proposal.SPFComparison(same: same, errors: errors))
  }

  private func result(_ address: IPAddress, _ resolver: any Resolver) async -> SPFResult {
    var evaluator = SPFEvaluator(resolver: resolver)
    evaluator.limits = Self.lifted
    return await evaluator.evaluate(
      SPFIdentity(address: address, helo: domain.description, mailFrom: "postmaster@\(domain)")
    ).check.result
  }

  /// Why a record cannot be compared; nil when it can.
  private static func obstacle(in tree: SPFTree) -> String? {
    if tree.isTruncated { return "The tree of SPF records is too large to be followed to its end." }
    if let failed = tree.failures.first { return "\(failed.question) could not be looked up." }
    for node in tree.nodes {
      for term in node.terms {
        switch term.term.mechanism {
        case .ptr?, .exists?: return "What \(term.text) passes cannot be listed."
        default: if term.target == .dynamic { return "\(term.text) is different for each message." }
        }
      }
    }
    return nil
  }

  /// The addresses at the limits of all blocks, each once, in order; the ends of both families among them.
  static func addresses(of trees: [SPFTree]) -> [IPAddress] {
    var addresses: Set<IPAddress> = [.v4(0), .v4(.max), .v6(0), .v6(.max)]
    for tree in trees {
      for node in tree.nodes {
        for term in node.terms {
          for block in term.networks { addresses.formUnion(block.limits) }
        }
      }
    }
    // RFC 7208 §5: an IPv4-mapped address is taken as the IPv4 address, which is looked at as such.
    return Set(addresses.map(\.unmapped)).sorted()
  }
}

extension IPNetwork {
  /// The first and the last address, and those just before and just behind.
  var limits: [IPAddress] {
    switch base {
    case .v4(let first):
      let last = first | ~(~UInt32(0) << UInt32(32 - prefixLength))
      return [first, last, first &- 1, last &+ 1].map(IPAddress.v4)
    case .v6(let first):
      let last = first | ~(~UInt128(0) << UInt128(128 - prefixLength))
      return [first, last, first &- 1, last &+ 1].map(IPAddress.v6)
    }
  }
}
