public import OpenSSLKit

/// Comparing TLSA records with the chain that a server presents (RFC 7671 §5, RFC 7672 §3.1).
public struct DANEMatching: Sendable {
  /// The names of which the certificate has to have one when a record has usage 2: the TLSA base domain, and the
  /// domain that mail goes to (RFC 7672 §3.2.2).
  public let referenceNames: [String]
  /// Seconds since 1970, UTC, for the dates of chains under usage 2.
  public let time: Int

  /// Makes the value of its parts.
  public init(referenceNames: [String], time: Int) {
    self.referenceNames = referenceNames
    self.time = time
  }

  /// What came of comparing one record with one chain.
  public enum Outcome: Sendable, Hashable {
    /// Senders accept the chain by this record.
    case match
    /// Nothing in the chain is what the record names.
    case noMatch
    /// An issuer in the chain is the one that the record names, and the chain is not good all the same.
    case badChain([CertificateFault])
    /// Senders ignore the record.
    case unusable(TLSARecord.Uselessness)
  }

  /// Compares one record with a chain as sent, the server's certificate first.
  public func outcome(of record: TLSARecord, _ chain: [Certificate]) -> Outcome {
    if let uselessness = record.uselessness { return .unusable(uselessness) }
    guard let leaf = chain.first else { return .noMatch }
    // RFC 7672 §3.1.1: neither names nor dates matter under usage 3.
    if record.knownUsage == .endEntity { return record.matches(leaf) ? .match : .noMatch }
    let anchors = anchors(of: record, chain)
    return anchors.isEmpty ? .noMatch : judge(chain, endingAt: anchors)
  }

  /// The certificates that the record names: issuers in the chain, or the one in the record itself, which a server
  /// need not send (RFC 7671 §5.2.2).
  private func anchors(of record: TLSARecord, _ chain: [Certificate]) -> [Certificate] {
    let sent = chain.dropFirst().filter(record.matches)
    guard sent.isEmpty, record.selector == 0, record.matchingType == 0 else { return Array(sent) }
    return [Certificate(der: record.association)].compactMap(\.self).filter { $0 != chain.first }
  }

  private func judge(_ chain: [Certificate], endingAt anchors: [Certificate]) -> Outcome {
    guard let store = try? TrustStore(anchors), let leaf = chain.first else { return .noMatch }
    // How strong keys are is not for DANE to say: the record itself vouches for the issuer's.
    var faults = store.verdict(on: chain, at: time).faults
      .filter { $0.reason != .weakKey && $0.reason != .weakSignature }
    if !referenceNames.contains(where: leaf.names) { faults.append(CertificateFault(.nameMismatch)) }
    return faults.isEmpty ? .match : .badChain(faults)
  }
}

extension TLSARecord {
  /// Whether the association is that of a certificate (RFC 6698 §2.1.2, §2.1.3).
  public func matches(_ certificate: Certificate) -> Bool {
    guard let content = selected(of: certificate) else { return false }
    guard let digest else { return matchingType == 0 && content == association }
    return (try? digest.digest(of: content)) == association
  }

  private func selected(of certificate: Certificate) -> [UInt8]? {
    switch knownSelector {
    case .certificate: certificate.der
    case .publicKey: certificate.publicKeyInfo
    case nil: nil
    }
  }

  /// The record to publish for a certificate with SHA-256: `3 1 1` for that of a server, `2 1 1` for an issuer.
  public static func record(_ usage: Usage, for certificate: Certificate) throws(OpenSSLError) -> TLSARecord {
    TLSARecord(
      usage: usage.rawValue, selector: Selector.publicKey.rawValue, matchingType: 1,
      association: try certificate.keyFingerprint(.sha256))
  }
}
