import AuditModel
import Survey

extension DomainCheck {
  static let mxNullMixed = DomainCheck(
    CheckDescription(
      id: "MX-NULL-MIXED",
      area: .mx,
      title: "A null MX stands alone with preference 0",
      severity: .high,
      severityReason: "beside other MX records a null MX has no defined meaning",
      appliesWhen: "an MX record names the root as exchange",
      rule: """
        Fail if the exchange "." stands beside other MX records; warn if it stands alone with a preference other than \
        0. Unknown if the MX records could not be read.
        """,
      whyItMatters: "Some senders bounce mail for the domain at once, others deliver it, and which does what changes.",
      remedy: """
        Remove the MX record with the exchange "." if the domain takes mail. If it takes none, remove all others and \
        leave the single record "0 .".
        """,
      standards: ["RFC 7505 §3"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a null MX alone", zone: "@ MX 0 ."),
      CheckExample(.warn, "a null MX with another preference", zone: "@ MX 10 ."),
      CheckExample(.fail, "a null MX beside an exchange", zone: "@ MX 0 .\n@ MX 10 mail"),
      CheckExample(.notApplicable, "exchanges only", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    let mx = survey.mx
    if let unread = Judgement.unread(mx.answer) { return unread }
    guard mx.hasNull else { return .notApplicable("no MX record names the root as exchange") }
    if mx.delivery == .exchanges {
      return .fail(
        "The MX records of \(survey.domain) say both that it takes no mail and where to deliver it.",
        evidence: [.init(mx.answer)])
    }
    if let preference = mx.records.lazy.map(\.preference).first(where: { $0 != 0 }) {
      return .warn("The null MX has preference \(preference) instead of 0.", evidence: [.init(mx.answer)])
    }
    return .pass
  }
}
