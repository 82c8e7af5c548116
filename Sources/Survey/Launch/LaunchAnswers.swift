public import DNS

/// What nobody can see from outside before a domain goes live: the owner's answers to the questions of the checklist.
/// A question without an answer is nil, and stays open.
public struct LaunchAnswers: Sendable {
  /// Everything that sends mail as the domain.
  public var sources: [Source]?
  /// Messages that arrived at mailboxes of the owner's own.
  public var seeds: [Seed]?
  /// The day since which DMARC asks for reports.
  public var reportsSince: CivilDay?
  /// Whether the domain sends mail already.
  public var hasTraffic: Bool?
  /// Whether the DMARC policy is to become stricter.
  public var tightensPolicy: Bool?
  /// Whether people with mailboxes at the domain write to mailing lists.
  public var hasListUsers: Bool?
  /// Whether the former values of the records are kept.
  public var keepsFormerValues: Bool?
  /// Whether mail will come from an address that sent none before.
  public var hasNewAddress: Bool?
  /// Whether there is a plan by which the mail from it grows.
  public var hasRampPlan: Bool?
  /// Whether an earlier user of the address was on block lists.
  public var wasListed: Bool?
  /// Whether a list of recipients is to be taken over.
  public var importsList: Bool?
  /// Where those recipients come from.
  public var origin: Origin?
  /// The day on which they last got mail.
  public var lastMailed: CivilDay?
  /// What a job looks at regularly.
  public var watched: Set<Watched>?

  /// Begins with all questions open.
  public init() {}
}

extension LaunchAnswers {
  /// A program or service that sends.
  public struct Source: Sendable {
    /// Its name, as the owner calls it.
    public let name: String
    /// What DMARC says of a test message.
    public var test: Test
    /// The addresses that it sends from, as far as the owner names them.
    public var addresses: [IPAddress]

    /// Makes a source of its parts.
    public init(_ name: String, _ test: Test, addresses: [IPAddress] = []) {
      (self.name, self.test, self.addresses) = (name, test, addresses)
    }
  }

  /// What is known of a test message.
  public enum Test: Sendable, Hashable {
    /// There is none.
    case missing
    /// It passes DMARC.
    case pass
    /// It fails DMARC; a sentence says how that is known.
    case fail(String)
    /// It could not be judged, for a reason that is a sentence.
    case undecided(String)
  }

  /// What one receiver made of a message.
  public struct Seed: Sendable {
    /// The receiver.
    public let receiver: String
    /// The results of spf, dkim and dmarc, in lower case; a method that nobody told is missing.
    public var results: [String: String]
    /// Whether it lay among spam; nil when nobody told.
    public var isSpam: Bool?

    /// Makes a seed of its parts.
    public init(_ receiver: String, _ results: [String: String], isSpam: Bool? = nil) {
      (self.receiver, self.results, self.isSpam) = (receiver, results, isSpam)
    }

    /// What has to pass.
    public static let methods = ["spf", "dkim", "dmarc"]
  }

  /// Where recipients come from.
  public enum Origin: String, Sendable, CaseIterable {
    /// They asked, and confirmed it.
    case confirmed
    /// They asked, and nobody had them confirm it.
    case unconfirmed
    /// A box was ticked for them.
    case preTicked = "pre-ticked"
    /// The list was bought or rented.
    case purchased
    /// The addresses were collected where they stood.
    case scraped
  }

  /// What decays without notice.
  public enum Watched: String, Sendable, CaseIterable {
    /// Certificates of mail servers.
    case tls
    /// Signatures of the zone.
    case rrsig
    /// The policy of MTA-STS.
    case mtaSTS = "mta-sts"
    /// The mark certificate.
    case bimi
    /// The number of lookups of SPF.
    case spf
    /// Block lists.
    case dnsbl
    /// Whether reports come in.
    case reports
  }
}
