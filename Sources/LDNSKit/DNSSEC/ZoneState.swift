import DNS

/// What is known of the zone that a name lies in.
enum ZoneState: Sendable {
  /// It is signed, and its keys are believed.
  case secure(ZoneKeys)
  /// The chain ends above: this is said of everything in the zone.
  case ended(DNSSECVerdict)
}

/// The keys of a zone that a chain leads to.
struct ZoneKeys: Sendable {
  let zone: DomainName
  let keys: [DNSKEY]
  let chain: [DNSSECLink]
}

/// What stands at one label of the way down from the trust anchor.
enum ZoneStep: Sendable {
  /// The name belongs to the zone above.
  case inside
  /// So it does, and nothing below it exists.
  case leaf
  /// A zone begins here.
  case cut(ZoneState)

  /// Whether it may be kept for other audits: failures and faults are looked at anew.
  var isLasting: Bool {
    guard case .cut(.ended(let verdict)) = self else { return true }
    return verdict.state == .insecure
  }

  /// Whether nothing below has to be looked at.
  var isEnd: Bool {
    switch self {
    case .inside, .cut(.secure): false
    case .leaf, .cut(.ended): true
    }
  }
}

/// Questions that have to be answered first.
struct MissingAnswers: Error {
  let questions: [DNSQuestion]
}

extension DNSSECVerdict {
  /// A verdict with its facts.
  init(
    _ state: State, _ reason: String, fault: DNSSECFault? = nil, zone: DomainName?, chain: [DNSSECLink] = [],
    signatures: [DNSSECSignature] = [], denial: DNSSECDenial? = nil
  ) {
    self.init(state, reason: reason)
    self.fault = fault
    self.zone = zone
    self.chain = chain
    self.signatures = signatures
    self.denial = denial
  }

  /// The verdict, with signatures seen in the answer.
  func seeing(_ signatures: [DNSSECSignature]) -> DNSSECVerdict {
    var verdict = self
    verdict.signatures += signatures
    return verdict
  }

  /// The verdict, on an answer that says that there is nothing.
  var ofAbsence: DNSSECVerdict {
    var verdict = self
    verdict.saysAbsent = true
    return verdict
  }

  /// One verdict on all parts of an answer: the worst counts (RFC 4035 §3.2.3: all must be secure).
  static func joined(_ parts: [DNSSECVerdict]) -> DNSSECVerdict {
    let order: [State] = [.bogus, .indeterminate, .insecure]
    let worst = order.lazy.compactMap { state in parts.first { $0.state == state } }.first ?? parts.last
    guard var verdict = worst else { return DNSSECVerdict(.indeterminate, reason: "the answer is empty") }
    verdict.signatures = parts.flatMap(\.signatures)
    verdict.denial = parts.last?.denial
    return verdict
  }
}

extension DNSSECFault {
  /// What is wrong with the signatures of records, a phrase.
  func phrase(_ records: String) -> String {
    switch self {
    case .signatureMissing: "the \(records) are not signed, though their zone is"
    case .algorithmUnsupported: "the \(records) are signed with algorithms alone that validators do not go by"
    case .signatureExpired: "every signature of the \(records) has expired"
    case .signatureNotYetValid: "the signature of the \(records) is not valid yet"
    case .keyMissing: "the zone has no key for the signature of the \(records)"
    case .wrongSigner: "the \(records) are signed by another zone than their own"
    case .signatureInvalid: "the signature of the \(records) does not verify"
    case .noKeyMatchesDS: "no DNSKEY record matches the DS records in the parent zone"
    case .denialMissing: "nothing proves the \(records)"
    case .denialInvalid: "the proof of the \(records) does not hold"
    case .tooManySignatures: "the \(records) have so many signatures and keys that validators give up"
    }
  }
}
