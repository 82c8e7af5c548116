import DNS

// The way from the trust anchor down (RFC 4035 §5, RFC 6840 §4).
extension ValidationRun {
  /// The state of the zone that holds `name`.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - isSigner: whether the name is likely to be that of a zone: its keys are asked for at once, then.
  /// - Returns: its keys, or where the chain ends.
  /// - Throws: ``MissingAnswers``.
  mutating func zone(holding name: DomainName, isSigner: Bool = false) throws(MissingAnswers) -> ZoneState {
    guard let anchor = anchors.zone(above: name) else {
      return .ended(DNSSECVerdict(.indeterminate, "no trust anchor stands above \(name)", zone: nil))
    }
    let path = (anchor.labelCount..<name.labelCount).map { name.suffix(labels: $0 + 1) }
    try ask(path, anchor: anchor, isSigner: isSigner)
    var state = try anchorState(anchor)
    for name in path {
      guard case .secure(let keys) = state else { return state }
      switch try step(name, below: keys) {
      case .inside: continue
      case .leaf: return state
      case .cut(let next): state = next
      }
    }
    return state
  }

  /// Asks for everything on the way at once.
  private func ask(_ path: [DomainName], anchor: DomainName, isSigner: Bool) throws(MissingAnswers) {
    var questions: [DNSQuestion] = []
    if steps[anchor] == nil { questions.append(DNSQuestion(anchor, .dnskey)) }
    var names = 0
    for name in path {
      if let known = steps[name] {
        if known.isEnd { break }
        continue
      }
      names += 1
      if names > DNSSECLimits.namesAtOnce { break }
      questions.append(DNSQuestion(name, .ds))
      if isSigner { questions.append(DNSQuestion(name, .dnskey)) }
    }
    questions.removeAll(where: has)
    if !questions.isEmpty { throw MissingAnswers(questions: questions) }
  }

  private mutating func keep(_ step: ZoneStep, at name: DomainName) -> ZoneStep {
    steps[name] = step
    fresh.insert(name)
    return step
  }

  /// The keys of a trust anchor. Its faults are not those of the zones below, so they leave all open.
  private mutating func anchorState(_ zone: DomainName) throws(MissingAnswers) -> ZoneState {
    if case .cut(let state) = steps[zone] { return state }
    guard let anchor = anchors.byZone[zone] else { return .ended(.init(.indeterminate, reason: "no trust anchor")) }
    let state = try keys(
      of: zone, above: [], signers: anchor.delegationSigners.map(\.fact), signatures: [],
      believed: { anchor.believed($0, of: zone) })
    guard case .ended(let verdict) = state, verdict.state == .bogus else {
      _ = keep(.cut(state), at: zone)
      return state
    }
    let reason =
      switch verdict.fault {
      case .signatureMissing: "the resolver gives the keys of \(zone) without signatures: it does not pass DNSSEC on"
      case .noKeyMatchesDS: "no key that the resolver gives for \(zone) is the trust anchor's"
      default: "the keys of the trust anchor \(zone) could not be verified: \(verdict.reason)"
      }
    let open = ZoneState.ended(DNSSECVerdict(.indeterminate, reason, zone: zone, chain: verdict.chain))
    _ = keep(.cut(open), at: zone)
    return open
  }

  /// What stands at `name`, as the zone above says.
  private mutating func step(_ name: DomainName, below parent: ZoneKeys) throws(MissingAnswers) -> ZoneStep {
    if let known = steps[name] { return known }
    switch try message(DNSQuestion(name, .ds)) {
    case .failure(let failure):
      let reason = "the DS records of \(name) could not be read: \(failure)"
      return keep(.cut(.ended(DNSSECVerdict(.indeterminate, reason, zone: name, chain: parent.chain))), at: name)
    case .success(let message):
      return keep(try step(name, below: parent, message), at: name)
    }
  }

  private mutating func step(
    _ name: DomainName, below parent: ZoneKeys, _ message: SignedMessage
  ) throws(MissingAnswers) -> ZoneStep {
    if let set = message.answer(name, .ds) {
      guard case .fault(let fault) = check(set, parent.zone, parent.keys) else {
        return .cut(try child(name, below: parent, set))
      }
      return broken(fault, set, at: name, parent, message)
    }
    // An alias is no delegation (RFC 1034 §3.6.2), and below a DNAME there is nothing (RFC 6672 §2.4).
    let alias = message.answer.first { $0.owner == name && $0.type == .cname && !$0.signatures.isEmpty }
    let redirection = message.answer.first {
      $0.type == .dname && $0.owner != name && name.isEqual(toOrBelow: $0.owner)
    }
    if let set = redirection ?? alias {
      guard case .fault(let fault) = check(set, parent.zone, parent.keys) else {
        return set.type == .dname ? .leaf : .inside
      }
      return broken(fault, set, at: name, parent, message)
    }
    return denied(name, below: parent, message)
  }

  private func broken(
    _ fault: DNSSECFault, _ set: SignedSet, at name: DomainName, _ parent: ZoneKeys, _ message: SignedMessage
  ) -> ZoneStep {
    let phrase = fault.phrase("\(set.type) records of \(set.owner)")
    return .cut(.ended(failed(fault, phrase, at: name, parent, message, facts([set]))))
  }

  /// Bogus; but nobody can tell when the server did not hear that signatures are wanted.
  func failed(
    _ fault: DNSSECFault, _ reason: String, at name: DomainName, _ parent: ZoneKeys, _ message: SignedMessage,
    _ signatures: [DNSSECSignature]
  ) -> DNSSECVerdict {
    guard message.hasEDNS || message.hasSignatures else {
      return DNSSECVerdict(
        .indeterminate, "the resolver answers about \(name) without EDNS, and so without signatures", zone: name,
        chain: parent.chain)
    }
    return DNSSECVerdict(
      .bogus, reason, fault: fault, zone: parent.zone, chain: parent.chain, signatures: signatures)
  }

  /// There is no DS record: the proof says whether a zone begins here all the same.
  private mutating func denied(
    _ name: DomainName, below parent: ZoneKeys, _ message: SignedMessage
  ) -> ZoneStep {
    let evidence = denials(in: message, parent)
    var objection = evidence.fault?.phrase("NSEC or NSEC3 records") ?? "no NSEC or NSEC3 record comes with the answer"
    for records in evidence.records {
      switch records.delegation(at: name) {
      case .none: return .inside
      case .nonexistent: return .leaf
      case .unsigned(let denial):
        let reason = "\(parent.zone) proves that \(name) is delegated without DS records"
        return .cut(.ended(.init(.insecure, reason, zone: name, chain: parent.chain, denial: denial)))
      case .insecure(let denial, let reason):
        return .cut(.ended(.init(.insecure, reason, zone: name, chain: parent.chain, denial: denial)))
      case .unproven(let reason): objection = reason
      }
    }
    let fault = evidence.fault ?? (evidence.records.isEmpty ? .denialMissing : .denialInvalid)
    let reason = "nothing proves that \(name) has no DS records: \(objection)"
    return .cut(.ended(failed(fault, reason, at: name, parent, message, facts(message.denialSets))))
  }
}

// A signed zone below another.
extension ValidationRun {
  private mutating func child(
    _ name: DomainName, below parent: ZoneKeys, _ set: SignedSet
  ) throws(MissingAnswers) -> ZoneState {
    let signers = set.data.compactMap(DS.init)
    let usable = policy.usable(signers)
    let link = DNSSECLink(zone: name, delegationSigners: signers.map(\.fact), signatures: facts([set]))
    if usable.isEmpty {
      let algorithms = Swift.Set(signers.map(\.algorithm)).sorted().map(\.description).joined(separator: ", ")
      return .ended(
        DNSSECVerdict(
          .insecure,
          "no DS record of \(name) has an algorithm and a digest that validators go by (algorithms: \(algorithms))",
          zone: name, chain: parent.chain + [link]))
    }
    return try keys(
      of: name, above: parent.chain, signers: link.delegationSigners, signatures: link.signatures,
      believed: { usable.believed($0, of: name) })
  }

  /// RFC 4035 §5.2: a key that is believed signs the set of all keys.
  private mutating func keys(
    of zone: DomainName, above chain: [DNSSECLink], signers: [DNSSECDelegationSigner], signatures: [DNSSECSignature],
    believed: ([DNSKEY]) -> [DNSKEY]
  ) throws(MissingAnswers) -> ZoneState {
    var link = DNSSECLink(zone: zone, delegationSigners: signers, signatures: signatures)
    let message: SignedMessage
    switch try self.message(DNSQuestion(zone, .dnskey)) {
    case .failure(let failure):
      let reason = "the DNSKEY records of \(zone) could not be read: \(failure)"
      return .ended(DNSSECVerdict(.indeterminate, reason, zone: zone, chain: chain + [link]))
    case .success(let value): message = value
    }
    guard let set = message.answer(zone, .dnskey) else {
      return ended(
        .noKeyMatchesDS, "\(zone) has DS records in its parent zone, and no DNSKEY records", chain, link, message)
    }
    let keys = set.data.compactMap(DNSKEY.init)
    link.keys = keys.map(\.fact)
    link.signatures += facts([set])
    let believed = believed(keys)
    if believed.isEmpty {
      return ended(.noKeyMatchesDS, DNSSECFault.noKeyMatchesDS.phrase(""), chain, link, message)
    }
    if case .fault(let fault) = check(set, zone, believed) {
      // The keys may well be signed, but by none that the parent points at.
      let fault = fault == .keyMissing ? DNSSECFault.noKeyMatchesDS : fault
      let phrase =
        fault == .noKeyMatchesDS
        ? "no key that the DS records point at signs the DNSKEY records" : fault.phrase("DNSKEY records of \(zone)")
      return ended(fault, phrase, chain, link, message)
    }
    return .secure(ZoneKeys(zone: zone, keys: keys, chain: chain + [link]))
  }

  private func ended(
    _ fault: DNSSECFault, _ reason: String, _ chain: [DNSSECLink], _ link: DNSSECLink, _ message: SignedMessage
  ) -> ZoneState {
    let parent = ZoneKeys(zone: link.zone, keys: [], chain: chain + [link])
    return .ended(failed(fault, reason, at: link.zone, parent, message, []))
  }
}
