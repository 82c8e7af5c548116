import AuditModel
import Checks
import Foundation
import Testing

/// Ids are for ever: none disappears, none changes its area, none is used again.
///
/// `ledger.txt` holds every id that was ever shipped, a line each: the id, a blank, its area. A new check adds its
/// line; nobody removes one. `reserved.txt` holds the ids that are kept for checks to come, in the same form; the
/// causes of a check may name those too. Those that are not made yet stand in `Catalogue.planned`, each with its reason.
@Suite struct LedgerTests {
  @Test func everyShippedIDIsStillThere() throws {
    let areas = Dictionary(uniqueKeysWithValues: Catalogue.descriptions.map { ($0.id.rawValue, $0.area.rawValue) })
    for (id, area) in try Self.entries("ledger.txt") {
      #expect(areas[id] == area, "\(id) of area \(area) was shipped, and may not disappear or move")
    }
  }

  @Test func everyIDIsInTheLedger() throws {
    let entries = try Self.entries("ledger.txt")
    #expect(Set(entries.map(\.id)).count == entries.count, "an id stands twice in the ledger")
    let known = Set(entries.map(\.id))
    for description in Catalogue.descriptions {
      #expect(
        known.contains(description.id.rawValue),
        "add the line \"\(description.id) \(description.area.rawValue)\" to ledger.txt")
    }
  }

  @Test func reservedIDsKeepTheirArea() throws {
    let reserved = Dictionary(uniqueKeysWithValues: try Self.entries("reserved.txt").map { ($0.id, $0.area) })
    for description in Catalogue.descriptions {
      guard let area = reserved[description.id.rawValue] else { continue }
      #expect(area == description.area.rawValue, "\(description.id) is reserved for the area \(area)")
    }
    #expect(reserved.values.allSatisfy { Area(rawValue: $0) != nil })
  }

  /// No reserved id is silently missing: each is a check, or is planned with a reason.
  @Test func everyReservedIDIsACheckOrPlanned() throws {
    let made = Set(Catalogue.descriptions.map(\.id.rawValue))
    let missing = try Self.entries("reserved.txt").filter { !made.contains($0.id) }
    #expect(Catalogue.planned.map(\.id.rawValue).sorted() == missing.map(\.id).sorted())
    let areas = Dictionary(uniqueKeysWithValues: missing.map { ($0.id, $0.area) })
    for check in Catalogue.planned {
      #expect(areas[check.id.rawValue] == check.area.rawValue, "\(check.id)")
      #expect(check.reason.count > 20 && !check.title.hasSuffix("."), "\(check.id) says no reason")
    }
  }

  @Test func causesExist() throws {
    let known = Set(Catalogue.descriptions.map(\.id.rawValue) + (try Self.entries("reserved.txt").map(\.id)))
    for description in Catalogue.descriptions {
      for cause in description.causes {
        #expect(known.contains(cause.rawValue), "\(description.id) names the unknown cause \(cause)")
        #expect(cause != description.id, "\(cause) causes itself")
      }
    }
  }

  private static func entries(_ file: String) throws -> [(id: String, area: String)] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ")
      try #require(parts.count == 2, "\(file): a line is an id and an area: \(line)")
      return (String(parts[0]), String(parts[1]))
    }
  }
}
