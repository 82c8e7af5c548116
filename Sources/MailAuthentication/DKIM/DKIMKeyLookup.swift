public import DNS
import OpenSSLKit
public import Syntax

/// What stands at the name of a selector: `<selector>._domainkey.<domain>` (RFC 6376 §3.6.2.1).
public final class DKIMKeyLookup: Sendable {
  /// The selector, as it was given.
  public let selector: String
  /// The signing domain.
  public let domain: DomainName
  /// The answer, with the CNAME records that led to the key; nil when the selector makes no domain name.
  public let answer: DNSAnswer?
  /// The texts of the answer.
  private let texts: DKIMKeyTexts?

  /// Reads an answer.
  public init(selector: String, domain: DomainName, answer: DNSAnswer?) {
    self.selector = selector
    self.domain = domain
    self.answer = answer
    // At most guesses there is nothing.
    texts = answer.flatMap { $0.records.isEmpty ? nil : $0.reading { DKIMKeyTexts($0) } }
  }

  /// The TXT records that are meant as keys, in the order of the answer; at most eight of them are read.
  public var keys: [Parsed<DKIMKeyRecord>] { texts?.keys ?? [] }

  /// The other TXT records at the name.
  public var otherTexts: [CharacterStrings] { texts?.otherTexts ?? [] }

  /// The key of the record at `index` of ``keys`` made ready to verify; nil when there is none, or OpenSSL refuses it.
  func verifier(at index: Int) -> SignatureVerifier? { texts?.verifier(at: index) }

  /// The question for a selector; nil when selector and domain make no domain name.
  public static func question(selector: String, domain: DomainName) -> DNSQuestion? {
    guard let front = commonNames[selector] ?? name(of: selector) else { return nil }
    return domain.prefixed(with: front).map { DNSQuestion($0, .txt) }
  }

  /// What the name of a key begins with.
  private static func name(of selector: String) -> DomainName? { DomainName(selector + "._domainkey") }

  /// The same for the selectors that are asked for below every domain, worked out once.
  private static let commonNames: [String: DomainName] = {
    let selectors = DKIMSelectorDiscovery.commonSelectors.map(\.selector)
    return Dictionary(selectors.compactMap { selector in name(of: selector).map { (selector, $0) } }) { first, _ in
      first
    }
  }()

  /// Asks for the key of a selector.
  public static func look(
    up selector: String, of domain: DomainName, using resolver: any Resolver
  ) async -> DKIMKeyLookup {
    await look(up: [selector], of: domain, using: resolver).first
      ?? DKIMKeyLookup(selector: selector, domain: domain, answer: nil)
  }

  /// Asks for the keys of several selectors at once; the lookups stand in the order of the selectors.
  public static func look(
    up selectors: [String], of domain: DomainName, using resolver: any Resolver
  ) async -> [DKIMKeyLookup] {
    if selectors.isEmpty { return [] }
    let questions = selectors.map { question(selector: $0, domain: domain) }
    var answers = await resolver.answers(to: questions.compactMap(\.self)).makeIterator()
    return zip(selectors, questions).map { selector, question in
      DKIMKeyLookup(selector: selector, domain: domain, answer: question == nil ? nil : answers.next())
    }
  }
}

extension DKIMKeyLookup {
  /// Which of the answers it is.
  public enum Outcome: Sendable, Hashable {
    /// Exactly one key record.
    case key
    /// Several: which one a verifier takes is undefined (RFC 6376 §3.6.2.2).
    case severalKeys
    /// TXT records, none of them a key.
    case noKeyAmongTexts
    /// NOERROR without a TXT record.
    case noData
    /// NXDOMAIN: of the name, or of the target of its CNAME.
    case nameError
    /// Nobody could tell.
    case failure(DNSFailure)
    /// Selector and domain make no domain name.
    case invalidSelector
  }

  /// Which of the answers it is.
  public var outcome: Outcome {
    guard let answer else { return .invalidSelector }
    switch answer.outcome {
    case .records: return keys.isEmpty ? .noKeyAmongTexts : keys.count == 1 ? .key : .severalKeys
    case .noData: return .noData
    case .nameError: return .nameError
    case .failure(let failure): return .failure(failure)
    }
  }

  /// The records of the keys.
  public var records: [DKIMKeyRecord] { keys.compactMap(\.value) }

  /// The names that CNAME records lead through, in order; empty for a key that stands in the domain itself.
  public var aliasTargets: [DomainName] {
    (answer?.aliases ?? []).compactMap { if case .cname(let target) = $0.data { target } else { nil } }
  }
}
