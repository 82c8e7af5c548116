import AuditModel

/// What differs between two results of one domain. What could not be looked at any more is unseen, never gone.
public struct ScanComparison: Sendable {
  /// The domain.
  public let domain: String
  /// What became of it.
  public let kind: Kind
  /// The grades before and after; empty for none.
  public let grades: (before: String, after: String)
  /// Areas with another grade, by name.
  public let areas: [Difference]
  /// Policies with another value, by kind.
  public let policies: [Difference]
  /// Checks with another verdict, by name.
  public let checks: [Difference]

  /// What became of a domain between two scans.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the later scan has it.
    case new
    /// Only the earlier scan has it.
    case gone
    /// Something is different.
    case changed
    /// Nothing is known to be different, but something cannot be seen any more.
    case unseen
  }

  /// Something that was one way and is another.
  public struct Difference: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// How it was; empty for not there.
    public let before: String
    /// How it is; empty for not there.
    public let after: String

    /// Makes the value of its parts.
    public init(_ name: String, before: String, after: String) {
      (self.name, self.before, self.after) = (name, before, after)
    }
  }

  /// Compares two results; nil when nothing differs. One of them may be missing.
  public init?(before: ScanRecord?, after: ScanRecord?) {
    guard let domain = (after ?? before)?.domain else { return nil }
    self.domain = domain
    grades = (before?.grade ?? "", after?.grade ?? "")
    guard let before, let after else {
      kind = before == nil ? .new : .gone
      (areas, policies, checks) = ([], [], [])
      return
    }
    areas = Self.differences(before.areas, after.areas)
    policies = Self.differences(before.policies, after.policies)
    checks = Self.differences(Self.words(before), Self.words(after))
    let all = policies + checks
    if all.isEmpty, areas.isEmpty, grades.before == grades.after { return nil }
    // A grade follows from its checks: alone it differs only where the lines do not tell checks.
    let isUnseen = all.isEmpty ? grades.after.hasSuffix("?") : all.allSatisfy { Self.isUnseen($0) }
    kind = isUnseen ? .unseen : .changed
  }

  private static func isUnseen(_ difference: Difference) -> Bool {
    difference.after == PublishedPolicy.unknown || difference.after == Verdict.unknown.rawValue
  }

  private static func words(_ record: ScanRecord) -> [String: String] {
    Dictionary(record.verdicts.map { ($0.check, $0.verdict.rawValue) }) { first, _ in first }
  }

  /// What both have, and differs. What only one of them looked at cannot be compared.
  private static func differences(_ before: [String: String], _ after: [String: String]) -> [Difference] {
    after.compactMap { name, value in
      before[name].flatMap { $0 == value ? nil : Difference(name, before: $0, after: value) }
    }.sorted { $0.name < $1.name }
  }
}
