/// What is known of submitting mail through a provider (RFC 6409): its servers, logins, rules and limits, and what a
/// customer has to publish.
public struct SubmissionFacts: Sendable, Hashable {
  /// The short name of the provider, as in ``Provider/id``.
  public let id: String
  /// The name for people.
  public let name: String
  /// What it is: `mailbox`, `transactional`, `hosting`, `relay`, `isp`, `gateway`, `self-hosted`, `local`, `test-sink`.
  public let kind: String
  /// Other names.
  public internal(set) var aliases: [String] = []
  /// Domains of the addresses that the provider gives to its users.
  public internal(set) var mailboxDomains: [String] = []
  /// The servers that take mail; none where applications cannot submit at all.
  public internal(set) var hosts: [SubmissionHost] = []
  /// How clients authenticate.
  public internal(set) var authentication: AuthenticationFact?
  /// The form of the user name.
  public internal(set) var userName: UserNameFact?
  /// The kind of the password.
  public internal(set) var secret: SecretFact?
  /// The name that EHLO has to give.
  public internal(set) var greetingName: GreetingNameFact?
  /// Which senders a login may use.
  public internal(set) var senderRule: SenderRuleFact?
  /// How much may be sent.
  public internal(set) var limits: [SendingLimit] = []
  /// What SPF has to name.
  public internal(set) var spf: SPFNeed?
  /// What DKIM needs.
  public internal(set) var dkim: DKIMNeed?
  /// The return path that the provider puts on messages.
  public internal(set) var returnPath: ReturnPathFact?
  /// Greetings of its servers.
  public internal(set) var greetings: [GreetingPattern] = []
  /// What surprises people.
  public internal(set) var quirks: [SubmissionQuirk] = []

  init(id: String, name: String, kind: String) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// Something about a provider that surprises people.
public struct SubmissionQuirk: Sendable, Hashable {
  /// A short name.
  public let id: String
  /// What it is.
  public let text: String
  /// What it rests on.
  public let basis: FactBasis
}

/// How much a provider lets through.
public struct SendingLimit: Sendable, Hashable {
  /// The number.
  public let value: Int
  /// Of what: `messages`, `recipients`, `connections`.
  public let unit: String
  /// Per what: `second`, `minute`, `hour`, `day`, `month`, `message`, or `concurrent`.
  public let period: String
  /// Whom it binds: a plan, an account, a mailbox; empty when not known.
  public let scope: String
  /// More about it, or nothing.
  public let note: String
  /// What it rests on.
  public let basis: FactBasis

  /// The limit in a phrase.
  public var words: String {
    let amount = period == "concurrent" ? "\(value) \(unit) at a time" : "\(value) \(unit) per \(period)"
    return amount + (scope.isEmpty ? "" : " (\(scope))")
  }
}

extension Provider {
  /// What is known of submitting mail through the provider.
  public var submission: SubmissionFacts? { SubmissionDirectory.facts(ofProvider: id) }
}
