import AuditModel
public import Scan

extension ScanComparison {
  /// The difference for programs, one line: the schema is `reports/schema/scan-diff-1.json`.
  public var json: JSON {
    [
      "schema": "mailaudit-scan-diff-1", "domain": .string(domain), "kind": .string(kind.rawValue),
      "grade": .array([.string(grades.before), .string(grades.after)]), "areas": Self.json(areas),
      "policies": Self.json(policies), "checks": Self.json(checks)
    ]
  }

  private static func json(_ differences: [Difference]) -> JSON {
    .object(differences.map { JSON.Member($0.name, .array([.string($0.before), .string($0.after)])) })
  }

  /// The difference for people: the domain and its grades, then what is behind that.
  public func write(to page: inout TextPage) {
    let grade =
      switch kind {
      case .new: "new, \(grades.after)"
      case .gone: "gone, was \(grades.before)"
      case .changed, .unseen, .seen:
        grades.before == grades.after ? grades.after : "\(grades.before) -> \(grades.after)"
      }
    page.line(Span(domain, .bold), Span("  \(grade)"))
    for difference in policies + checks {
      page.paragraph(
        "\(difference.name): \(Self.words(difference.before)) -> \(Self.words(difference.after))", indent: 2)
    }
  }

  private static func words(_ value: String) -> String {
    value == Verdict.unknown.rawValue ? "could not be looked at" : value
  }
}
