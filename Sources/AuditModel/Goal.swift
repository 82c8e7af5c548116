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
  /// Reports of receivers are to come in and be read.
  case reports

  /// The areas whose grades count. ARC never counts, and BIMI never lowers a grade.
  public var areas: Set<Area> {
    switch self {
    case .send:
      [.dns, .spf, .dkim, .dmarc, .reverseDNS, .dnsbl, .messageHeaders, .messageID, .mimeContent, .bulkSender]
    case .receive: [.dns, .mx, .smtpProbe, .tls, .mtaSTS, .tlsRPT, .dane, .dnssec]
    case .protect: [.spf, .dkim, .dmarc]
    case .application: Goal.send.areas.union([.appConfig, .auth])
    case .reports: [.reports]
    }
  }

  /// Checks of other areas that count all the same.
  var extraChecks: Set<CheckID> {
    switch self {
    case .send, .application: ["DNSSEC-BOGUS", "DNSSEC-DENIAL-PROOF", "TLS-OUTBOUND"]
    case .receive, .protect, .reports: []
    }
  }

  /// Whether the outcome of a check counts for this goal.
  public func counts(_ check: CheckDescription) -> Bool {
    areas.contains(check.area) || extraChecks.contains(check.id)
  }
}
