import DNS

/// NSEC3 records (RFC 5155). A class, because hashes are computed once.
final class NSEC3Denial: DenialRecords {
  private let zone: DomainName
  private let records: [NSEC3]
  private let parameters: NSEC3?
  private let limit: UInt16
  private var hashes: [DomainName: [UInt8]] = [:]

  /// Keeps the records that a validator has to know (RFC 5155 §8.1 and §8.2): SHA-1, no unknown flags, the parameters
  /// of the first.
  init(zone: DomainName, _ records: [NSEC3], iterations: UInt16) {
    let known = records.filter {
      $0.algorithm == 1 && $0.flags & ~1 == 0 && $0.zone == zone && $0.ownerHash.count == 20 && $0.nextHash.count == 20
    }
    self.zone = zone
    limit = iterations
    parameters = known.first
    self.records = known.filter { $0.iterations == known[0].iterations && $0.salt == known[0].salt }
  }

  /// RFC 9276 §3.2: a reason not to compute, and to take the answer as insecure.
  private var excess: (DNSSECDenial, reason: String)? {
    guard let parameters, parameters.iterations > limit else { return nil }
    return (
      denial,
      "the zone \(zone) has its names hashed \(parameters.iterations) times over; validators take more than "
        + "\(limit) as insecure (RFC 9276 §3.2)"
    )
  }

  private var denial: DNSSECDenial {
    .nsec3(
      iterations: parameters?.iterations ?? 0, saltOctets: parameters?.salt.count ?? 0,
      optOut: records.contains(where: \.isOptOut))
  }

  private func hash(_ name: DomainName) -> [UInt8] {
    if let known = hashes[name] { return known }
    let hash = DNSSECDigest.nsec3(
      name, salt: parameters?.salt ?? [], iterations: min(parameters?.iterations ?? 0, limit))
    hashes[name] = hash
    return hash
  }

  private func match(_ name: DomainName) -> NSEC3? {
    let hash = hash(name)
    return records.first { $0.ownerHash == hash }
  }

  /// The record in whose span the hash of the name lies (RFC 5155 §1.3); the last span goes round.
  private func cover(_ name: DomainName) -> NSEC3? {
    let hash = hash(name)
    return records.first { record in
      let (isBehind, isBefore) = (record.ownerHash.precedes(hash), hash.precedes(record.nextHash))
      return record.ownerHash.precedes(record.nextHash) ? isBehind && isBefore : isBehind || isBefore
    }
  }

  /// The nearest ancestor that exists.
  private enum Encloser {
    /// The record denies the name one label longer.
    case proven(DomainName, nextCloser: NSEC3)
    /// It is a delegation without DS records: what lies below is not signed.
    case unsigned(DomainName)
    /// Nothing is proven.
    case unproven
  }

  /// RFC 5155 §8.3.
  private func closestEncloser(of name: DomainName) -> Encloser {
    var encloser = name.parent
    while let candidate = encloser, candidate.isEqual(toOrBelow: zone) {
      if let record = match(candidate) {
        if record.types.isDelegation, !record.types.contains(.ds) { return .unsigned(candidate) }
        guard !record.types.contains(.dname), !record.types.isDelegation,
          let span = cover(name.suffix(labels: candidate.labelCount + 1))
        else { return .unproven }
        return .proven(candidate, nextCloser: span)
      }
      encloser = candidate.parent
    }
    return .unproven
  }

  private static func noEncloser(_ name: DomainName) -> String {
    "no NSEC3 records prove which ancestor of \(name) is the nearest that exists"
  }

  private func delegated(_ name: DomainName) -> String { "the zone \(zone) delegates \(name) without DS records" }

  /// Proven, unless an unsigned delegation may be hidden in the span (RFC 5155 §12.2).
  private func proven(_ nextCloser: NSEC3) -> DenialProof { nextCloser.isOptOut ? optOut : .proven(denial) }

  private var optOut: DenialProof { .insecure(denial, reason: optOutReason) }

  private var optOutReason: String { "the NSEC3 records of \(zone) leave out unsigned delegations (RFC 5155 §6)" }

  func noData(_ name: DomainName, _ type: DNSRecordType) -> DenialProof {
    if let excess { return .insecure(excess.0, reason: excess.reason) }
    if let record = match(name) {
      if let objection = record.types.objection(to: type, at: name) { return .unproven(objection) }
      guard type != .ds, record.types.isDelegation else { return .proven(denial) }
      return record.types.contains(.ds)
        ? .unproven("the NSEC3 record at \(name) is the parent's")
        : .insecure(denial, reason: delegated(name))
    }
    switch closestEncloser(of: name) {
    case .unproven: return .unproven(Self.noEncloser(name))
    case .unsigned(let cut): return .insecure(denial, reason: delegated(cut))
    case .proven(let encloser, let nextCloser):
      guard let wildcard = encloser.prefixed(with: "*"), let record = match(wildcard) else {
        return nextCloser.isOptOut
          ? optOut : .unproven("the NSEC3 records do not say that \(name) has no records of type \(type)")
      }
      return record.types.objection(to: type, at: wildcard).map(DenialProof.unproven) ?? proven(nextCloser)
    }
  }

  func nameError(_ name: DomainName) -> DenialProof {
    if let excess { return .insecure(excess.0, reason: excess.reason) }
    if match(name) != nil { return .unproven("an NSEC3 record says that \(name) exists") }
    switch closestEncloser(of: name) {
    case .unproven: return .unproven(Self.noEncloser(name))
    case .unsigned(let cut): return .insecure(denial, reason: delegated(cut))
    case .proven(let encloser, let nextCloser):
      if let wildcard = encloser.prefixed(with: "*"), cover(wildcard) == nil {
        return .unproven("no NSEC3 record says that \(wildcard) does not exist")
      }
      return proven(nextCloser)
    }
  }

  func expansion(of name: DomainName, from source: DomainName) -> DenialProof {
    if let excess { return .insecure(excess.0, reason: excess.reason) }
    guard let span = cover(name.suffix(labels: source.labelCount)) else {
      return .unproven("no NSEC3 record says that no name nearer to \(name) than \(source) exists")
    }
    return proven(span)
  }

  func delegation(at name: DomainName) -> DelegationProof {
    if let excess { return .insecure(excess.0, reason: excess.reason) }
    if let record = match(name) {
      if record.types.contains(.ds) { return .unproven("the NSEC3 record at \(name) says that DS records exist") }
      if record.types.contains(.soa), !name.isRoot {
        return .unproven("the NSEC3 record at \(name) is the child's, not the parent's")
      }
      return record.types.contains(.ns) ? .unsigned(denial) : .none
    }
    switch closestEncloser(of: name) {
    case .unproven: return .unproven(Self.noEncloser(name))
    case .unsigned(let cut): return .insecure(denial, reason: delegated(cut))
    case .proven(_, let nextCloser):
      return nextCloser.isOptOut ? .insecure(denial, reason: optOutReason) : .nonexistent
    }
  }
}

extension [UInt8] {
  fileprivate func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
