import AuditModel
import Checks
import DNS
import Reporting

/// The catalogue for programs.
enum CatalogueJSON {
  /// Checks in order, with the version of the catalogue.
  static func of(_ checks: [any CatalogueEntry]) -> JSON {
    [
      "schema": "mailaudit-catalogue-1",
      "version": .string(Catalogue.version),
      "checks": .array(checks.map { of($0) })
    ]
  }

  /// The whole catalogue, and the ids that are kept for checks to come.
  static var whole: JSON {
    of(Catalogue.entries).adding([
      .init(
        "planned",
        .array(
          Catalogue.planned.map { check in
            [
              "id": .string(check.id.rawValue), "area": .string(check.area.rawValue), "title": .string(check.title),
              "waitsFor": .string(check.reason)
            ]
          }))
    ])
  }

  /// One check.
  static func of(_ check: any CatalogueEntry) -> JSON {
    let words = check.description
    return [
      "id": .string(words.id.rawValue),
      "area": .string(words.area.rawValue),
      "title": .string(words.title),
      "severity": ["level": .string(words.severity.name), "reason": .string(words.severityReason)],
      "appliesWhen": .string(words.appliesWhen),
      "rule": .string(words.rule),
      "whyItMatters": .string(words.whyItMatters),
      "remedy": .string(words.remedy),
      "standards": .array(words.standards.map { ["document": .string($0.document), "section": .string($0.section)] }),
      "causes": JSON(words.causes.map(\.rawValue)),
      "profiles": .array(
        words.profiles.map { ["profile": .string($0.profile.rawValue), "role": .string($0.role.rawValue)] }),
      "examples": .array(check.exampleTexts.map(of))
    ]
  }

  private static func of(_ example: ExampleText) -> JSON {
    [
      "verdict": .string(example.verdict.rawValue), "title": .string(example.title),
      example.message.isEmpty ? "domain" : "message":
        .string(example.message.isEmpty ? example.target : example.message),
      "settings": JSON(example.settings), "zone": .string(example.zone)
    ]
  }
}
