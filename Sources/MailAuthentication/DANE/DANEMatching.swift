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
    outcome(of: record, PresentedChain(chain, for: [record]))
  }

  /// Compares records with a chain as sent, and gives an outcome for each: every certificate is hashed once.
  public func outcomes(of records: [TLSARecord], _ chain: [Certificate]) -> [Outcome] {
    let presented = PresentedChain(chain, for: records)
    return records.map { outcome(of: $0, presented) }
  }

  /// Whether senders accept a chain by one of the records.
  public func accepts(_ chain: [Certificate], by records: [TLSARecord]) -> Bool {
    let presented = PresentedChain(chain, for: records)
    return records.contains { outcome(of: $0, presented) == .match }
  }

  private func outcome(of record: TLSARecord, _ chain: PresentedChain) -> Outcome {
    if let uselessness = record.uselessness { return .unusable(uselessness) }
    guard let leaf = chain.certificates.first else { return .noMatch }
    // RFC 7672 §3.1.1: neither names nor dates matter under usage 3.
    if record.knownUsage == .endEntity { return chain.matches(record, at: 0) ? .match : .noMatch }
    let anchors = anchors(of: record, chain, leaf)
    return anchors.isEmpty ? .noMatch : judge(chain.certificates, leaf, endingAt: anchors)
  }

  /// The certificates that the record names: issuers in the chain, or the one in the record itself, which a server
  /// need not send (RFC 7671 §5.2.2). A key that stands in the record vouches for what it signed (§5.2.3).
  private func anchors(of record: TLSARecord, _ chain: PresentedChain, _ leaf: Certificate) -> [Certificate] {
    let sent = chain.certificates.indices.dropFirst().filter { chain.matches(record, at: $0) }
    guard sent.isEmpty, record.matchingType == 0 else { return sent.map { chain.certificates[$0] } }
    switch record.knownSelector {
    case .certificate: return [Certificate(der: record.association)].compactMap(\.self).filter { $0 != leaf }
    case .publicKey: return chain.certificates.filter { $0.isSigned(by: record.association) }
    case nil: return []
    }
  }

  private func judge(_ chain: [Certificate], _ leaf: Certificate, endingAt anchors: [Certificate]) -> Outcome {
    guard let store = try? TrustStore(anchors) else { return .noMatch }
    // How strong keys are is not for DANE to say: the record itself vouches for the issuer's.
    var faults = store.verdict(on: chain, at: time).faults
      .filter { $0.reason != .weakKey && $0.reason != .weakSignature }
    let names = Self.names(of: leaf)
    if !referenceNames.contains(where: { host in names.contains { HostNames.matches($0, host) } }) {
      faults.append(CertificateFault(.nameMismatch))
    }
    return faults.isEmpty ? .match : .badChain(faults)
  }

  /// RFC 7672 §3.2.3: the common names count when there is no dNSName entry, and only then. MTA-STS knows no such rule.
  private static func names(of leaf: Certificate) -> [String] {
    guard leaf.dnsNames.isEmpty else { return leaf.dnsNames }
    return (try? leaf.content())?.subject.filter { $0.id == commonName }.map(\.text) ?? []
  }

  /// id-at-commonName (RFC 5280 appendix A.1).
  private static let commonName = "2.5.4.3"
}

/// A chain with the digests that records are compared with, each worked out once.
private struct PresentedChain {
  let certificates: [Certificate]
  private var contents: [Kind: [[UInt8]?]] = [:]

  /// What of a certificate is compared, and how (RFC 6698 §2.1.2, §2.1.3).
  private struct Kind: Hashable {
    let selector: UInt8
    let matchingType: UInt8
  }

  init(_ chain: [Certificate], for records: [TLSARecord]) {
    certificates = chain
    for record in records where record.uselessness == nil {
      let kind = Kind(selector: record.selector, matchingType: record.matchingType)
      if contents[kind] == nil { contents[kind] = chain.map(record.compared) }
    }
  }

  /// Whether the association of a record is that of the certificate at a place.
  func matches(_ record: TLSARecord, at place: Int) -> Bool {
    contents[Kind(selector: record.selector, matchingType: record.matchingType)]?[place] == record.association
  }
}

extension TLSARecord {
  /// What the association is compared with (RFC 6698 §2.1.2, §2.1.3); nil for numbers that are not defined.
  fileprivate func compared(of certificate: Certificate) -> [UInt8]? {
    let content: [UInt8]
    switch knownSelector {
    case .certificate: content = certificate.der
    case .publicKey: content = certificate.publicKeyInfo
    case nil: return nil
    }
    guard let digest else { return matchingType == 0 ? content : nil }
    return try? digest.digest(of: content)
  }

  /// The record to publish for a certificate with SHA-256: `3 1 1` for that of a server, `2 1 1` for an issuer.
  public static func record(_ usage: Usage, for certificate: Certificate) throws(OpenSSLError) -> TLSARecord {
    TLSARecord(
      usage: usage.rawValue, selector: Selector.publicKey.rawValue, matchingType: 1,
      association: try certificate.keyFingerprint(.sha256))
  }
}
