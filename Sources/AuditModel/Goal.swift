/// What the owner wants of the domain; it chooses the areas that make the overall grade (`--goal`).
public enum Goal: String, Sendable, CaseIterable {
  /// Mail of the domain is to arrive.
  case send
  /// The domain is to receive mail.
  case receive
  /// Nobody else is to send in the domain's name.
  case protect
  /// An application is to send.
  case application
  /// An application is to hand its mail over to a server: what `mailaudit probe` answers.
  case submit
  /// Reports of receivers are to come in and be read.
  case reports

  /// The areas whose grades count. ARC never counts, and BIMI never lowers a grade.
  public var areas: Set<Area> {
    switch self {
    case .send: Self.sending
    case .receive: Self.receiving
    case .protect: Self.protecting
    case .application: Self.applying
    case .submit: Self.submitting
    case .reports: Self.reporting
    }
  }

  private static let sending: Set<Area> = [
    .dns, .spf, .dkim, .dmarc, .reverseDNS, .dnsbl, .messageHeaders, .messageID, .mimeContent, .bulkSender
  ]
  private static let receiving: Set<Area> = [.dns, .mx, .smtpProbe, .tls, .mtaSTS, .tlsRPT, .dane, .dnssec]
  private static let protecting: Set<Area> = [.spf, .dkim, .dmarc]
  private static let applying: Set<Area> = sending.union([.appConfig, .auth])
  private static let submitting: Set<Area> = [.smtpProbe, .tls, .auth, .spf, .dkim, .dmarc]
  private static let reporting: Set<Area> = [.reports]

  /// Checks of other areas that count all the same.
  var extraChecks: [CheckID] {
    switch self {
    case .send: Self.sendingChecks
    case .application: Self.applicationChecks
    case .receive, .protect, .submit, .reports: []
    }
  }

  // Lists: a few words are compared faster than they are hashed.
  private static let sendingChecks: [CheckID] = ["DNSSEC-BOGUS", "DNSSEC-DENIAL-PROOF", "TLS-OUTBOUND"]

  /// The way to the submission server, beside what sending needs.
  private static let applicationChecks: [CheckID] =
    sendingChecks + [
      "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "SUBMIT-AUTH", "SUBMIT-SENDER",
      "SUBMIT-RECIPIENT", "SUBMIT-PROVIDER"
    ]

  /// Whether the outcome of a check counts for this goal.
  public func counts(_ check: CheckDescription) -> Bool {
    areas.contains(check.area) || extraChecks.contains(check.id)
  }

  /// The outcomes that count for this goal.
  func outcomes(among outcomes: [CheckOutcome]) -> [CheckOutcome] { outcomes.filter { counts($0.description) } }
}
