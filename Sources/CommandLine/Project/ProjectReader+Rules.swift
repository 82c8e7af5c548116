import AuditModel
import DNS
import Survey

extension ProjectReader {
  private static let acceptanceKeys = ["check", "domain", "subject", "text", "unseen", "owner", "reason", "until"]

  /// A finding that is accepted.
  mutating func readAcceptance(_ item: Int) {
    let entries = text.entries(item, "an accepted finding", known: Self.acceptanceKeys)
    let values = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    for key in ["check", "owner", "reason", "until"] where values[key]?.value == nil {
      text.fault(text.place(item), "an accepted finding needs \"\(key)\": \(Self.needs[key] ?? "")")
    }
    guard let check = check(values["check"]?.value), let owner = text.string(values["owner"]?.value),
      let reason = text.string(values["reason"]?.value), let day = text.day(values["until"]?.value),
      let lastDay = text.string(values["until"]?.value)
    else { return }
    var acceptance = Acceptance(
      check, owner: owner, reason: reason, lastDay: lastDay, end: (day.days + 1) * Self.secondsOfDay)
    if let node = values["domain"]?.value, let word = text.string(node) {
      acceptance.domain = name(word, text.place(node))?.description
    }
    acceptance.subject = text.string(values["subject"]?.value)
    acceptance.text = text.string(values["text"]?.value)
    acceptance.isAboutUnseen = text.flag(values["unseen"]?.value) ?? false
    acceptance.place = text.location(text.place(item))
    project.acceptances.append(acceptance)
  }

  private static let secondsOfDay = 86_400

  private static let needs = [
    "check": "its name, as the report has it", "owner": "who decided it", "reason": "why it may stay",
    "until": "its last day, such as 2027-03-31"
  ]

  /// Profiles of the user's own: two lists of checks, and other severities.
  mutating func readProfiles(_ node: Int?) {
    for entry in text.pairs(node, "own-profiles") {
      if Profile(rawValue: entry.key) != nil {
        text.fault(entry.place, "\"\(entry.key)\" is a profile of mailaudit: choose another name")
        continue
      }
      var (required, advised, severities) = ([CheckID](), [CheckID](), [CheckID: Severity]())
      for part in text.entries(entry.value, "a profile", known: ["required", "advised", "severities"]) {
        switch part.key {
        case "required": required = text.items(part.value).compactMap { check($0) }
        case "advised": advised = text.items(part.value).compactMap { check($0) }
        default: severities = self.severities(part.value)
        }
      }
      if required.isEmpty, advised.isEmpty, severities.isEmpty {
        text.fault(entry.place, "\"\(entry.key)\" asks for nothing: write \"required: [SPF-PRESENT, …]\"")
      }
      project.ownProfiles.append(
        .init(rules: ProfileRules(named: entry.key, required: required, advised: advised), severities: severities))
    }
  }

  private func severities(_ node: Int?) -> [CheckID: Severity] {
    let known = SeverityArgument.allCases.map(\.rawValue)
    return text.pairs(node, "severities").reduce(into: [:]) { result, entry in
      guard let check = check(named: entry.key, entry.place) else { return }
      result[check] = text.word(entry.value, known: known) { Severity(name: $0) }
    }
  }
}
