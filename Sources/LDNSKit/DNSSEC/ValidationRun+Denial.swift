import DNS

extension SignedMessage {
  /// The NSEC and NSEC3 sets of the authority section.
  var denialSets: [SignedSet] {
    Array(authority.filter { $0.type == .nsec || $0.type == .nsec3 }.prefix(DNSSECLimits.denials))
  }

  /// Whether the message says that there is nothing at `name`, where aliases led: such an answer has the SOA record of
  /// the zone (RFC 2308 §2.1, §2.2). NSEC records alone may be the proof that a wildcard made one of the aliases
  /// (RFC 4035 §3.1.3.3), of whatever zone.
  func denies(_ name: DomainName) -> Bool {
    responseCode == ResponseCode.nameError
      || authority.contains { $0.type == .soa && name.isEqual(toOrBelow: $0.owner) }
  }
}

// Negative answers (RFC 4035 §5.4).
extension ValidationRun {
  /// The verified NSEC and NSEC3 records of a zone, and what is wrong with the others.
  mutating func denials(
    in message: SignedMessage, _ zone: ZoneKeys
  ) -> (records: [any DenialRecords], fault: DNSSECFault?) {
    var (nsec, nsec3, fault): ([NSEC], [NSEC3], DNSSECFault?) = ([], [], nil)
    for set in message.denialSets {
      switch check(set, zone.zone, zone.keys) {
      case .fault(let found): fault = fault ?? found
      // RFC 4035 §5.3.4: a denial made from a wildcard denies nothing.
      case .valid(let source) where source != set.owner: fault = fault ?? .denialInvalid
      case .valid:
        // RFC 2181 §5: a set; more than one record at a name is a mistake, and the first decides.
        guard let data = set.data.first else { continue }
        if set.type == .nsec, let record = NSEC(owner: set.owner, data) { nsec.append(record) }
        if set.type == .nsec3, let record = NSEC3(owner: set.owner, data) { nsec3.append(record) }
      }
    }
    var records: [any DenialRecords] = []
    if !nsec.isEmpty { records.append(NSECDenial(zone: zone.zone, nsec)) }
    if !nsec3.isEmpty { records.append(NSEC3Denial(zone: zone.zone, nsec3, iterations: policy.iterations)) }
    return (records, fault)
  }

  /// The verdict on a message that says that `name` or its records of `type` do not exist.
  mutating func denial(
    _ name: DomainName, _ type: DNSRecordType, _ message: SignedMessage
  ) throws(MissingAnswers) -> DNSSECVerdict {
    // RFC 4035 §2.4: DS records, and so their absence, are the parent's.
    let place = type == .ds ? name.parent ?? name : name
    // Who signed the section speaks for the zone, even if the proof itself is missing.
    let signers = message.authority.flatMap(\.signatures).map(\.signer).filter { place.isEqual(toOrBelow: $0) }
    let statement = Self.statement(name, type, message)
    var fault = DNSSECFault.denialMissing
    var reason = "nothing proves that \(statement): no NSEC or NSEC3 record with a signature comes with the answer"
    if let signer = signers.max(by: { $0.labelCount < $1.labelCount }) {
      switch try zone(holding: signer, isSigner: true) {
      case .ended(let verdict): return verdict.seeing(facts(message.denialSets))
      case .secure(let keys) where keys.zone == signer:
        return prove(name, type, message, keys).ofAbsence
      case .secure:
        (fault, reason) = (.wrongSigner, "the proof that \(statement) is signed by \(signer), which is no zone")
      }
    }
    switch try zone(holding: place) {
    case .ended(let verdict): return verdict.seeing(facts(message.denialSets))
    case .secure(let keys):
      return failed(fault, reason, at: name, keys, message, facts(message.denialSets)).ofAbsence
    }
  }

  private static func statement(_ name: DomainName, _ type: DNSRecordType, _ message: SignedMessage) -> String {
    message.responseCode == ResponseCode.nameError
      ? "\(name) does not exist" : "\(name) has no records of type \(type)"
  }

  /// The verdict on a negative answer whose proof is signed by the zone.
  private mutating func prove(
    _ name: DomainName, _ type: DNSRecordType, _ message: SignedMessage, _ zone: ZoneKeys
  ) -> DNSSECVerdict {
    let (records, fault) = denials(in: message, zone)
    let statement = Self.statement(name, type, message)
    let signatures = facts(message.denialSets)
    // Validators verify the whole section: a bad SOA record spoils the answer.
    if let soa = message.authority.first(where: { $0.type == .soa && $0.owner == zone.zone }),
      case .fault(let fault) = check(soa, zone.zone, zone.keys)
    {
      let phrase = fault.phrase("SOA records of \(zone.zone)")
      return DNSSECVerdict(
        .bogus, phrase, fault: fault, zone: zone.zone, chain: zone.chain, signatures: signatures + facts([soa]))
    }
    var objection = fault?.phrase("NSEC or NSEC3 records") ?? "no NSEC or NSEC3 record comes with the answer"
    for records in records {
      let proof =
        message.responseCode == ResponseCode.nameError ? records.nameError(name) : records.noData(name, type)
      switch proof {
      case .proven(let denial):
        return DNSSECVerdict(
          .secure, "\(zone.zone) proves that \(statement)", zone: zone.zone, chain: zone.chain,
          signatures: signatures, denial: denial)
      case .insecure(let denial, let reason):
        return DNSSECVerdict(
          .insecure, reason, zone: zone.zone, chain: zone.chain, signatures: signatures, denial: denial)
      case .unproven(let reason): objection = reason
      }
    }
    return DNSSECVerdict(
      .bogus, "nothing proves that \(statement): \(objection)",
      fault: records.isEmpty ? fault ?? .denialMissing : .denialInvalid, zone: zone.zone, chain: zone.chain,
      signatures: signatures)
  }
}
