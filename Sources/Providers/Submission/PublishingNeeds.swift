public import DNS

/// What a customer's SPF record has to name (RFC 7208).
public struct SPFNeed: Sendable, Hashable {
  /// What goes into the record: names to include, or whole terms.
  public let includes: [String]
  /// The name to redirect to, or nil.
  public let redirect: String?
  /// Where the record stands: `from-domain`, or the kind of subdomain.
  public let place: String
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis

  /// The terms of the record.
  public var terms: [String] {
    let included = includes.map { $0.contains(":") || !$0.contains(".") ? $0 : "include:\($0)" }
    return included + (redirect.map { ["redirect=\($0)"] } ?? [])
  }

  /// Whether the record belongs to the domain of the From field itself.
  public var isAtFromDomain: Bool { place == "from-domain" }

  /// Where the record stands, in a phrase.
  public var placeWords: String {
    switch place {
    case "from-domain": "the domain of the sender"
    case "return-path": "the domain of the return path"
    case "custom-mail-from-subdomain": "the subdomain of the custom MAIL FROM"
    default: "the " + place.split(separator: "-").joined(separator: " ")
    }
  }
}

/// A record that a customer publishes; parts in angle brackets vary.
public struct RecordTemplate: Sendable, Hashable {
  /// The owner, relative to the customer's domain.
  public let owner: String
  /// The type: CNAME, TXT, MX, A or AAAA.
  public let type: String
  /// The data.
  public let target: String

  /// The record with the domain filled in; what the provider assigns stays in angle brackets.
  public func filled(for domain: DomainName) -> RecordTemplate {
    let name = domain.description
    let dashed = String(name.map { $0 == "." ? "-" : $0 })
    let (owner, target) = (
      Self.fill(owner, name: name, dashed: dashed), Self.fill(target, name: name, dashed: dashed)
    )
    let full = owner == "@" ? name : owner == name || owner.hasSuffix("." + name) ? owner : "\(owner).\(name)"
    return RecordTemplate(owner: full, type: type, target: target)
  }

  private static func fill(_ text: String, name: String, dashed: String) -> String {
    text.replacing("<domain>", with: name).replacing("<sending domain>", with: name)
      .replacing("<domain-with-dashes>", with: dashed)
  }

  /// Whether nothing is left open.
  public var isComplete: Bool { !(owner + target).contains("<") && target != "provider-generated" }

  /// The record as in a zone file, the data of MX without a preference.
  public var words: String { "\(owner) \(type) \(target)" }
}

/// What DKIM needs for mail through a provider (RFC 6376).
public struct DKIMNeed: Sendable, Hashable {
  /// Selectors that are the same for all customers.
  public let selectors: [String]
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis
  /// Records to publish.
  public internal(set) var records: [RecordTemplate] = []
}

/// The return path that a provider puts on messages (RFC 5321 §4.4).
public struct ReturnPathFact: Sendable, Hashable {
  /// What it looks like.
  public let behaviour: String
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis
  /// Records that bring it below the customer's domain.
  public internal(set) var records: [RecordTemplate] = []
}

/// A thing to publish, and what the advice rests on.
public struct PublishingNeed: Sendable, Hashable {
  /// What it serves.
  public let purpose: Purpose
  /// The record, or the terms to add to one, in words.
  public let text: String
  /// Where it belongs, in words.
  public let place: String
  /// What it rests on.
  public let basis: FactBasis

  /// What records serve.
  public enum Purpose: String, Sendable, Hashable {
    /// SPF (RFC 7208).
    case spf
    /// DKIM (RFC 6376).
    case dkim
    /// A return path below the customer's domain, which aligns for DMARC (RFC 9989).
    case returnPath = "return-path"
  }
}

extension SubmissionFacts {
  /// What has to be published for mail of `domain` that goes through the provider.
  public func publishing(for domain: DomainName) -> [PublishingNeed] {
    var needs: [PublishingNeed] = []
    if let spf, !spf.terms.isEmpty {
      let place = spf.isAtFromDomain ? domain.description : spf.placeWords
      needs.append(
        PublishingNeed(purpose: .spf, text: spf.terms.joined(separator: " or "), place: place, basis: spf.basis))
    }
    if let dkim { needs += Self.needs(.dkim, dkim.records, of: domain, basis: dkim.basis) }
    if let returnPath { needs += Self.needs(.returnPath, returnPath.records, of: domain, basis: returnPath.basis) }
    return needs
  }

  private static func needs(
    _ purpose: PublishingNeed.Purpose, _ records: [RecordTemplate], of domain: DomainName, basis: FactBasis
  ) -> [PublishingNeed] {
    records.map { template in
      let record = template.filled(for: domain)
      return PublishingNeed(
        purpose: purpose, text: "\(record.type) \(record.target)", place: record.owner, basis: basis)
    }
  }
}
