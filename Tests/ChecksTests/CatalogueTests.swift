import AuditModel
import Checks
import Testing

/// How the catalogue speaks, and what every check brings along.
@Suite struct CatalogueTests {
  /// Checks that can always be decided: the message is there, and they ask nothing else.
  static let neverUndecided: Set<CheckID> = [
    "ARC-STRUCTURE", "ARC-SEAL-TAGS", "ARC-APPLE-FORWARD", "DMARC-FROM-COUNT",
    "DKIM-BODY-CHANGED", "DKIM-REQUIRED-TAGS", "DKIM-LTAG", "DKIM-EXPIRY", "DKIM-CANON", "DKIM-SIGNED-HEADERS",
    "DKIM2-SEEN",
    "MSGID-PRESENT",
    "MIME-STRUCTURE", "MIME-HTML-SIZE", "MIME-SIZE", "HTML-HIDDEN", "HTML-LINKS", "HTML-IMAGES",
    "CONTENT-IDN-CONFUSABLE", "CONTENT-SPAM-RULES", "BULK-CLASSIFY", "BULK-LIST-ID",
    "MSGID-FORM", "MSGID-FORGED", "MSGID-UNIQUE", "MSGID-THREADING", "MSGID-LEAK", "HDR-SENDER", "HDR-DUPLICATES",
    "APP-SYNTAX", "RPT-RUA-NAMES", "RPT-RUA-DUPLICATE", "RPT-RUA-OVERRIDES", "HDR-DISPLAY-NAME", "HDR-LINE-LENGTH",
    "HDR-SIZE", "HDR-AUTO-SUBMITTED", "HDR-LEAK", "HDR-RETURN-PATH"
  ]

  @Test(arguments: Catalogue.entries.map(CheckArgument.init))
  func speaksInOneStyle(argument: CheckArgument) {
    let description = argument.check.description
    for (name, phrase) in [
      ("title", description.title), ("severityReason", description.severityReason),
      ("appliesWhen", description.appliesWhen)
    ] {
      #expect(!phrase.isEmpty && !phrase.hasSuffix(".") && !phrase.contains("\n"), "\(name): a phrase, no full stop")
    }
    for (name, text) in [
      ("rule", description.rule), ("whyItMatters", description.whyItMatters), ("remedy", description.remedy)
    ] {
      #expect(text.hasSuffix(".") && !text.contains("\n"), "\(name): sentences in one paragraph")
    }
    #expect(description.title.first?.isUppercase == true || description.title.first == "_")
    #expect(!description.standards.isEmpty)
    #expect(description.standards.allSatisfy { !$0.document.isEmpty })
    #expect(Set(description.standards).count == description.standards.count)
    #expect(Set(description.profiles.map(\.profile)).count == description.profiles.count)
  }

  @Test(arguments: Catalogue.entries.map(CheckArgument.init))
  func hasExamples(argument: CheckArgument) {
    let verdicts = Set(argument.check.exampleTexts.map(\.verdict))
    #expect(verdicts.contains(.pass), "an example that passes")
    #expect(!verdicts.isDisjoint(with: [.fail, .warn, .info]), "an example with a defect or a remark")
    let isDecidable = Self.neverUndecided.contains(argument.check.description.id)
    #expect(verdicts.contains(.unknown) != isDecidable, "an example that cannot be decided, or a reason why none")
    let titles = argument.check.exampleTexts.map(\.title)
    #expect(Set(titles).count == titles.count, "titles of examples differ")
    #expect(titles.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") }, "titles of examples are phrases")
  }

  @Test func idsAreUnique() {
    let ids = Catalogue.descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy { $0.rawValue.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 } })
  }

  @Test func checksStandInTheOrderOfAreas() {
    let areas = Catalogue.descriptions.map(\.area)
    #expect(areas == areas.sorted())
  }

  @Test func isFoundByNameInAnyCase() {
    for id in Catalogue.descriptions.map(\.id) {
      #expect(Catalogue.entry(named: id.rawValue.lowercased())?.description.id == id)
    }
    #expect(Catalogue.entry(named: "SPF") == nil)
  }
}

/// A check as the argument of a test, shown by its name.
struct CheckArgument: CustomTestStringConvertible, Sendable {
  let check: any CatalogueEntry

  var testDescription: String { check.description.id.rawValue }
}
