/// Everything that is said of a check in words. Catalogue, `explain`, documentation and tests derive from it.
///
/// It never changes; a class, so that an outcome copies one reference instead of a dozen texts.
public final class CheckDescription: Sendable {
  /// The name, for ever.
  public let id: CheckID
  /// The field that it belongs to.
  public let area: Area
  /// The good condition, as a statement.
  public let title: String
  /// How bad a fail is.
  public let severity: Severity
  /// Why it is that bad, a phrase.
  public let severityReason: String
  /// When the check has a meaning.
  public let appliesWhen: String
  /// The rule, from what is seen to the verdict.
  public let rule: String
  /// What happens to mail when the condition does not hold.
  public let whyItMatters: String
  /// What to do, in words that can be acted on.
  public let remedy: String
  /// The paragraphs that the rule comes from.
  public let standards: [StandardReference]
  /// The checks whose failure explains a failure of this one.
  public let causes: [CheckID]
  /// The profiles that ask for it.
  public let profiles: [ProfileMembership]

  /// Makes the description of its parts.
  public init(
    id: CheckID, area: Area, title: String, severity: Severity, severityReason: String, appliesWhen: String,
    rule: String, whyItMatters: String, remedy: String, standards: [StandardReference], causes: [CheckID] = [],
    profiles: [ProfileMembership] = []
  ) {
    self.id = id
    self.area = area
    self.title = title
    self.severity = severity
    self.severityReason = severityReason
    self.appliesWhen = appliesWhen
    self.rule = rule
    self.whyItMatters = whyItMatters
    self.remedy = remedy
    self.standards = standards
    self.causes = causes
    self.profiles = profiles
  }
}

extension CheckDescription {
  /// The same check with another severity, and the reason for it.
  public func weighing(_ severity: Severity, because reason: String) -> CheckDescription {
    CheckDescription(
      id: id, area: area, title: title, severity: severity, severityReason: reason, appliesWhen: appliesWhen,
      rule: rule, whyItMatters: whyItMatters, remedy: remedy, standards: standards, causes: causes, profiles: profiles)
  }
}

/// A paragraph of a standard, or a section of another published rule.
public struct StandardReference: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The document, such as `RFC 7208`.
  public let document: String
  /// The section, such as `4.6.4`; empty for the whole document.
  public let section: String

  /// Makes a reference of its parts.
  public init(document: String, section: String) {
    self.document = document
    self.section = section
  }

  /// Reads `RFC 7208 §4.6.4`: the document, a blank, `§`, the section.
  public init(stringLiteral value: String) {
    let parts = value.split(separator: "§", maxSplits: 1)
    document = String(parts.first ?? "").trimmingSuffix(" ")
    section = parts.count > 1 ? String(parts[1]) : ""
  }

  /// The document, and the section behind `§`.
  public var description: String { section.isEmpty ? document : "\(document) §\(section)" }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
