import DNS

// Answers (RFC 4035 §5.3), aliases one by one.
extension ValidationRun {
  /// The verdict on the answer to a question.
  mutating func verdict(on question: DNSQuestion) throws(MissingAnswers) -> DNSSECVerdict {
    attempts = DNSSECLimits.attemptsOfQuestion
    var (name, parts, aliases): (DomainName, [DNSSECVerdict], Int) = (question.name, [], 0)
    var messages: ArraySlice<SignedMessage> = []
    var (message, hasMoved): (SignedMessage?, Bool) = (nil, false)
    while aliases <= WireLimits.aliases {
      guard let current = message else {
        if messages.isEmpty {
          switch try self.messages(DNSQuestion(name, question.type)) {
          case .failure(let failure): return Self.unread(DNSQuestion(name, question.type), failure)
          case .success(let fresh): messages = fresh[...]
          }
        }
        (message, hasMoved) = (messages.popFirst(), false)
        continue
      }
      if let failure = current.failure { return Self.unread(DNSQuestion(name, question.type), failure) }
      if let (verdict, target) = try positive(name, question.type, current) {
        parts.append(verdict)
        guard let target, verdict.state != .bogus else { return .joined(parts) }
        (name, aliases, hasMoved) = (target, aliases + 1, true)
      } else if hasMoved, !current.denies(name) {
        message = nil
      } else {
        return .joined(parts + [try denial(name, question.type, current)])
      }
    }
    return DNSSECVerdict(.indeterminate, reason: "more aliases in a row than a resolver follows")
  }

  private static func unread(_ question: DNSQuestion, _ failure: DNSFailure) -> DNSSECVerdict {
    let reason = "the \(question.type) records of \(question.name) could not be read: \(failure)"
    var verdict = DNSSECVerdict(.indeterminate, reason: reason)
    verdict.failure = failure
    return verdict
  }

  /// The verdict on what a message says of `name`, and where it leads; nil when it says nothing.
  private mutating func positive(
    _ name: DomainName, _ type: DNSRecordType, _ message: SignedMessage
  ) throws(MissingAnswers) -> (DNSSECVerdict, target: DomainName?)? {
    if type == .any { return try all(name, message).map { ($0, nil) } }
    if let set = message.answer(name, type) { return (try verdict(on: set, message), nil) }
    if let set = message.redirection(of: name) {
      let verdict = try verdict(on: set, message)
      // RFC 6672 §2.2: the name below is put together anew; a CNAME record that comes along is not signed.
      let front = DomainName(labels: name.labels.dropLast(set.owner.labelCount))
      let target = set.data.first.flatMap { DomainName(wire: $0) }
      guard let front, let target = target?.prefixed(with: front) else { return (verdict, nil) }
      return (verdict, target)
    }
    guard let set = message.answer(name, .cname), let target = set.data.first.flatMap({ DomainName(wire: $0) })
    else { return nil }
    return (try verdict(on: set, message), target)
  }

  /// ANY: everything at the name.
  private mutating func all(_ name: DomainName, _ message: SignedMessage) throws(MissingAnswers) -> DNSSECVerdict? {
    var parts: [DNSSECVerdict] = []
    for set in message.answer where set.owner == name { parts.append(try verdict(on: set, message)) }
    return parts.isEmpty ? nil : .joined(parts)
  }

  /// The verdict on one set of the answer section.
  private mutating func verdict(
    on set: SignedSet, _ message: SignedMessage
  ) throws(MissingAnswers) -> DNSSECVerdict {
    let place = set.type == .ds ? set.owner.parent ?? set.owner : set.owner
    var fault = DNSSECFault.signatureMissing
    var broken: DNSSECVerdict?
    for signer in signers(of: set, at: place) {
      switch try zone(holding: signer, isSigner: true) {
      case .ended(let verdict): return verdict.seeing(facts([set]))
      case .secure(let keys) where keys.zone == signer:
        switch check(set, keys.zone, keys.keys) {
        case .valid(let source): return signed(set, source, message, keys)
        case .fault(let found):
          let reason = found.phrase("\(set.type) records of \(set.owner)")
          broken = broken ?? failed(found, reason, at: set.owner, keys, message, facts([set]))
        }
      case .secure: fault = .wrongSigner
      }
    }
    if let broken { return broken }
    let reason = fault.phrase("\(set.type) records of \(set.owner)")
    switch try zone(holding: place) {
    case .ended(let verdict): return verdict.seeing(facts([set]))
    case .secure(let keys): return failed(fault, reason, at: set.owner, keys, message, facts([set]))
    }
  }

  /// The zones that may have signed the set, the nearest first.
  private func signers(of set: SignedSet, at place: DomainName) -> [DomainName] {
    let above = Swift.Set(set.signatures.map(\.signer)).filter { place.isEqual(toOrBelow: $0) }
    return Array(above.sorted { $0.labelCount > $1.labelCount }.prefix(2))
  }

  /// A set whose signature verifies. Made from a wildcard, it needs the proof that nothing nearer exists
  /// (RFC 4035 §5.3.4).
  private mutating func signed(
    _ set: SignedSet, _ source: DomainName, _ message: SignedMessage, _ zone: ZoneKeys
  ) -> DNSSECVerdict {
    var signatures = facts([set])
    if source == set.owner {
      return DNSSECVerdict(
        .secure, "signed by \(zone.zone)", zone: zone.zone, chain: zone.chain, signatures: signatures)
    }
    signatures += facts(message.denialSets)
    let (records, fault) = denials(in: message, zone)
    var objection = fault?.phrase("NSEC or NSEC3 records") ?? "no NSEC or NSEC3 record comes with the answer"
    for records in records {
      switch records.expansion(of: set.owner, from: source) {
      case .proven(let denial):
        return DNSSECVerdict(
          .secure, "signed by \(zone.zone) as \(source)", zone: zone.zone, chain: zone.chain,
          signatures: signatures, denial: denial)
      case .insecure(let denial, let reason):
        return DNSSECVerdict(
          .insecure, reason, zone: zone.zone, chain: zone.chain, signatures: signatures, denial: denial)
      case .unproven(let reason): objection = reason
      }
    }
    return DNSSECVerdict(
      .bogus, "the \(set.type) records of \(set.owner) are made from the wildcard \(source): \(objection)",
      fault: records.isEmpty ? fault ?? .denialMissing : .denialInvalid, zone: zone.zone, chain: zone.chain,
      signatures: signatures)
  }
}

extension SignedMessage {
  /// The DNAME records above a name, the nearest first (RFC 6672 §2.3).
  fileprivate func redirection(of name: DomainName) -> SignedSet? {
    answer.filter { $0.type == .dname && $0.owner != name && name.isEqual(toOrBelow: $0.owner) }
      .max { $0.owner.labelCount < $1.owner.labelCount }
  }

  /// The failure that the response code tells; nil for an answer.
  var failure: DNSFailure? {
    switch responseCode {
    case ResponseCode.noError, ResponseCode.nameError: nil
    case ResponseCode.serverFailure: .serverFailure(extendedError: nil)
    case ResponseCode.refused: .refused
    default: .responseCode(responseCode)
    }
  }
}
