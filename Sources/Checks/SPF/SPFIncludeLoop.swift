import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfIncludeLoop = DomainCheck(
    CheckDescription(
      id: "SPF-INCLUDE-LOOP",
      area: .spf,
      title: "The tree of records has no loops",
      severity: .high,
      severityReason: "a loop uses up the limit of look-ups and ends in a permanent error",
      appliesWhen: "the record, or one that it reaches, contains include or redirect",
      rule: """
        Fail if an include or redirect leads to a name that is already on the way to it, %{d} and %{o} put in; unknown \
        if no loop is seen and a record could not be read.
        """,
      whyItMatters: """
        A receiver follows the circle until the limit of ten look-ups is reached, and gives permerror to every sender \
        that no term before the loop matches.
        """,
      remedy: "Delete the include that leads back.",
      standards: ["RFC 7208 §4.6.4"],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "a tree without a loop",
        zone: "@ TXT \"v=spf1 include:_spf.example.org -all\"\n_spf TXT \"v=spf1 ip4:192.0.2.0/28\""),
      CheckExample(
        .fail, "two records that include each other",
        zone: """
          @ TXT "v=spf1 include:a.example.org -all"
          a TXT "v=spf1 include:b.example.org"
          b TXT "v=spf1 include:a.%{o}"
          """),
      CheckExample(.notApplicable, "neither include nor redirect", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(
        .unknown, "a record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      if tree.places(where: { $0.term.leadsToRecord }).isEmpty {
        return .notApplicable("the record uses neither include nor redirect")
      }
      let loops = tree.places(where: \.isLoop).told.map { place in
        Finding(
          .fail, subject: tree.term(at: place).text,
          "The records lead in a circle: \(tree.circle(place).map(\.description).joined(separator: " > ")).",
          evidence: [tree.evidence(of: place)])
      }
      return .findings(loops + (loops.isEmpty ? tree.unseenRecords : []))
    }
  }
}

extension SPFTree {
  /// The names of a loop, from the first time that a name is reached to the second.
  fileprivate func circle(_ place: Place) -> [DomainName] {
    guard case .name(let name) = term(at: place).target else { return [] }
    let path = path(to: nodes[place.node])
    return Array(path.drop { $0 != name }) + [name]
  }
}
