public import DNS
public import OpenSSLKit
public import Syntax

/// The data of a TLSA record (RFC 6698 §2.1).
public struct TLSARecord: Sendable, Hashable {
  /// How the association is to be taken.
  public let usage: UInt8
  /// What of the certificate is compared.
  public let selector: UInt8
  /// How it is compared.
  public let matchingType: UInt8
  /// What it is compared with: a digest, or the whole.
  public let association: [UInt8]

  /// Makes the value of its parts.
  public init(usage: UInt8, selector: UInt8, matchingType: UInt8, association: [UInt8]) {
    self.usage = usage
    self.selector = selector
    self.matchingType = matchingType
    self.association = association
  }

  /// The usages by their names in RFC 7218 §2.1.
  public enum Usage: UInt8, Sendable {
    /// PKIX-TA: not for SMTP.
    case publicIssuer = 0
    /// PKIX-EE: not for SMTP.
    case publicCertificate = 1
    /// DANE-TA: the chain of the server has to contain the certificate.
    case trustAnchor = 2
    /// DANE-EE: the certificate of the server itself, whatever its names and dates.
    case endEntity = 3
  }

  /// The selectors (RFC 6698 §2.1.2).
  public enum Selector: UInt8, Sendable {
    /// The whole certificate.
    case certificate = 0
    /// The public key.
    case publicKey = 1
  }

  /// The usage; nil for an unknown number.
  public var knownUsage: Usage? { Usage(rawValue: usage) }

  /// The selector; nil for an unknown number.
  public var knownSelector: Selector? { Selector(rawValue: selector) }

  /// The digest of the matching type (RFC 6698 §2.1.3); nil for the whole, 0, and for unknown numbers.
  public var digest: DigestAlgorithm? {
    switch matchingType {
    case 1: .sha256
    case 2: .sha512
    default: nil
    }
  }
}

extension TLSARecord: CustomStringConvertible {
  /// The presentation form (RFC 6698 §2.2).
  public var description: String { "\(parameters) \(Self.hexadecimal(association))" }

  /// The three numbers, as people name such records: `3 1 1`.
  public var parameters: String { "\(usage) \(selector) \(matchingType)" }

  private static func hexadecimal(_ octets: [UInt8]) -> String {
    octets.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension TLSARecord {
  /// Why senders cannot use a record (RFC 7672 §3.1): it is as if it were not there, but TLS stays mandatory.
  public enum Uselessness: Sendable, Hashable {
    /// Usages 0 and 1 are not for SMTP (RFC 7672 §3.1.3).
    case publicUsage
    /// A number that is not defined.
    case unknownUsage
    /// A number that is not defined.
    case unknownSelector
    /// A number that is not defined.
    case unknownMatchingType
    /// The digest has another length than its algorithm gives.
    case digestLength(Int, expected: Int)
    /// The whole certificate or key cannot be read.
    case unreadable
  }

  /// Why senders cannot use the record; nil when they can.
  public var uselessness: Uselessness? {
    switch knownUsage {
    case .publicIssuer, .publicCertificate: return .publicUsage
    case nil: return .unknownUsage
    case .trustAnchor, .endEntity: break
    }
    guard let selector = knownSelector else { return .unknownSelector }
    if let digest {
      let expected = digest.octetCount
      return association.count == expected ? nil : .digestLength(association.count, expected: expected)
    }
    guard matchingType == 0 else { return .unknownMatchingType }
    if selector == .certificate, Certificate(der: association) == nil { return .unreadable }
    // RFC 5280 §4.1: a SubjectPublicKeyInfo is a DER sequence; what is in it only the comparison has to know.
    return association.first == 0x30 ? nil : .unreadable
  }

  /// Reads the data of a TLSA record (RFC 6698 §2.1): three octets and the association.
  public static func parse(_ octets: [UInt8]) -> Parsed<TLSARecord> {
    guard octets.count > 3 else {
      let fault = SyntaxFault(
        0..<octets.count, "a TLSA record has three numbers and data behind them, here are \(octets.count) octets",
        "RFC 6698 §2.1")
      return Parsed(text: octets, value: nil, faults: [fault])
    }
    let record = TLSARecord(
      usage: octets[0], selector: octets[1], matchingType: octets[2], association: Array(octets.dropFirst(3)))
    let faults = record.uselessness.map {
      [SyntaxFault($0.place(in: octets), "\($0)", $0.reference, gravity: .ignored)]
    }
    return Parsed(text: octets, value: record, faults: faults ?? [])
  }

  /// The TLSA records of an answer, in its order.
  public static func records(of answer: DNSAnswer) -> [Parsed<TLSARecord>] {
    answer.records.compactMap { record in
      guard case .other(.tlsa, let octets) = record.data else { return nil }
      return parse(octets)
    }
  }
}

extension TLSARecord.Uselessness: CustomStringConvertible {
  /// The reason in a phrase.
  public var description: String {
    switch self {
    case .publicUsage: "usages 0 and 1 (PKIX-TA, PKIX-EE) are not for SMTP"
    case .unknownUsage: "the usage is not defined"
    case .unknownSelector: "the selector is not defined"
    case .unknownMatchingType: "the matching type is not defined"
    case .digestLength(let count, let expected): "the digest has \(count) octets instead of \(expected)"
    case .unreadable: "the data are no certificate and no key"
    }
  }

  /// The paragraph that makes the record unusable.
  public var reference: String {
    switch self {
    case .publicUsage: "RFC 7672 §3.1.3"
    case .unknownUsage: "RFC 6698 §2.1.1"
    case .unknownSelector: "RFC 6698 §2.1.2"
    case .unknownMatchingType, .digestLength, .unreadable: "RFC 6698 §2.1.3"
    }
  }

  fileprivate func place(in octets: [UInt8]) -> Range<Int> {
    switch self {
    case .publicUsage, .unknownUsage: 0..<1
    case .unknownSelector: 1..<2
    case .unknownMatchingType: 2..<3
    case .digestLength, .unreadable: 3..<octets.count
    }
  }
}
