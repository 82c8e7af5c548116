import DNS

/// What NSEC or NSEC3 records prove. libldns has functions for it, which accept what has to be refused; so it is
/// done here.
enum DenialProof {
  /// The statement is proven.
  case proven(DNSSECDenial)
  /// It is not, and need not be: unsigned delegations may be left out, or the hash is not computed.
  case insecure(DNSSECDenial, reason: String)
  /// It is not proven; why, a phrase.
  case unproven(String)
}

/// What such records prove of a delegation at a name (RFC 4035 §5.2, RFC 5155 §8.9).
enum DelegationProof {
  /// There is one, and it has no DS record.
  case unsigned(DNSSECDenial)
  /// The name belongs to the zone itself.
  case none
  /// The name does not exist, and nothing below it.
  case nonexistent
  /// Nothing is proven, and need not be.
  case insecure(DNSSECDenial, reason: String)
  /// Nothing is proven; why, a phrase.
  case unproven(String)
}

/// Verified NSEC or NSEC3 records of one zone.
protocol DenialRecords {
  /// That `name` exists without a record of `type` (RFC 4035 §5.4, RFC 5155 §8.5 to §8.7).
  func noData(_ name: DomainName, _ type: DNSRecordType) -> DenialProof
  /// That neither `name` nor a wildcard for it exists (RFC 4035 §5.4, RFC 5155 §8.4).
  func nameError(_ name: DomainName) -> DenialProof
  /// That no name nearer to `name` than the wildcard `source` exists (RFC 4035 §5.3.4, RFC 5155 §8.8).
  func expansion(of name: DomainName, from source: DomainName) -> DenialProof
  /// Whether there is a delegation at `name`.
  func delegation(at name: DomainName) -> DelegationProof
}

extension TypeBitmap {
  /// Why the types at a name do not let `type` be absent there; nil when they do.
  func objection(to type: DNSRecordType, at name: DomainName) -> String? {
    if contains(type) { return "the record at \(name) says that the type \(type) exists" }
    if contains(.cname) { return "the record at \(name) says that it is an alias" }
    // RFC 4035 §5.2: DS records are the parent's; a record with SOA is the child's own.
    if type == .ds, contains(.soa), !name.isRoot { return "the record at \(name) is the child's, not the parent's" }
    return nil
  }
}

/// NSEC records (RFC 4034 §4).
struct NSECDenial: DenialRecords {
  let zone: DomainName
  let records: [NSEC]

  init(zone: DomainName, _ records: [NSEC]) {
    self.zone = zone
    self.records = records.filter { $0.owner.isEqual(toOrBelow: zone) && $0.next.isEqual(toOrBelow: zone) }
  }

  private func match(_ name: DomainName) -> NSEC? { records.first { $0.owner == name } }

  /// The record in whose span the name lies.
  private func cover(_ name: DomainName) -> NSEC? {
    guard name.isEqual(toOrBelow: zone) else { return nil }
    return records.first { record in
      guard record.owner < name, name < record.next || record.next == zone else { return false }
      // RFC 6840 §4.1: at a delegation or a DNAME nothing is said of the names below.
      let isAbove = name.isEqual(toOrBelow: record.owner)
      return !(isAbove && (record.types.isDelegation || record.types.contains(.dname)))
    }
  }

  /// The name exists without records when the span ends below it (RFC 4592 §2.2.2).
  private func isEmptyNonTerminal(_ name: DomainName, _ record: NSEC) -> Bool {
    record.next.isEqual(toOrBelow: name)
  }

  /// The nearest ancestor that exists: the longest that the name shares with either end of the span.
  private func closestEncloser(_ name: DomainName, _ record: NSEC) -> DomainName {
    let (first, second) = (name.sharedAncestor(with: record.owner), name.sharedAncestor(with: record.next))
    return first.labelCount > second.labelCount ? first : second
  }

  func noData(_ name: DomainName, _ type: DNSRecordType) -> DenialProof {
    if let record = match(name) {
      if let objection = record.types.objection(to: type, at: name) { return .unproven(objection) }
      if type != .ds, record.types.isDelegation {
        return .unproven("the NSEC record at \(name) is the parent's (RFC 6840 §4.1)")
      }
      return .proven(.nsec)
    }
    guard let span = cover(name) else { return .unproven("no NSEC record is about \(name)") }
    if isEmptyNonTerminal(name, span) { return .proven(.nsec) }
    guard let wildcard = closestEncloser(name, span).prefixed(with: "*"), let record = match(wildcard) else {
      return .unproven("the NSEC records say that \(name) does not exist, not that it has no records of type \(type)")
    }
    return record.types.objection(to: type, at: wildcard).map(DenialProof.unproven) ?? .proven(.nsec)
  }

  func nameError(_ name: DomainName) -> DenialProof {
    if match(name) != nil { return .unproven("an NSEC record says that \(name) exists") }
    guard let span = cover(name) else { return .unproven("no NSEC record is about \(name)") }
    if isEmptyNonTerminal(name, span) { return .unproven("an NSEC record says that names below \(name) exist") }
    guard let wildcard = closestEncloser(name, span).prefixed(with: "*") else { return .proven(.nsec) }
    guard match(wildcard) == nil, cover(wildcard) != nil else {
      return .unproven("no NSEC record says that \(wildcard) does not exist")
    }
    return .proven(.nsec)
  }

  func expansion(of name: DomainName, from source: DomainName) -> DenialProof {
    guard match(name) == nil, let span = cover(name), !isEmptyNonTerminal(name, span) else {
      return .unproven("no NSEC record says that \(name) itself does not exist")
    }
    guard closestEncloser(name, span) == source.parent else {
      return .unproven("the NSEC records show a name nearer to \(name) than \(source)")
    }
    return .proven(.nsec)
  }

  func delegation(at name: DomainName) -> DelegationProof {
    if let record = match(name) {
      if record.types.contains(.ds) { return .unproven("the NSEC record at \(name) says that DS records exist") }
      if record.types.contains(.soa), !name.isRoot {
        return .unproven("the NSEC record at \(name) is the child's, not the parent's")
      }
      return record.types.contains(.ns) ? .unsigned(.nsec) : .none
    }
    guard let span = cover(name) else { return .unproven("no NSEC record is about \(name)") }
    return isEmptyNonTerminal(name, span) ? .none : .nonexistent
  }
}

extension DomainName {
  /// The longest ancestor of both, or one of the names itself.
  fileprivate func sharedAncestor(with other: DomainName) -> DomainName {
    var (left, right) = (suffix(labels: other.labelCount), other.suffix(labels: labelCount))
    while left != right, let leftParent = left.parent, let rightParent = right.parent {
      (left, right) = (leftParent, rightParent)
    }
    return left
  }
}
