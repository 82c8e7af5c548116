import AuditModel
import Testing

@testable import CommandLine

/// Data inside the program has a date and an age.
@Suite struct ShippedDataTests {
  /// 21 November 2026.
  static let today = 1_795_251_600
  static let day = 86_400

  @Test func everyKindIsThereWithADate() {
    #expect(ShippedData.all.map(\.kind) == ShippedData.Kind.allCases)
    for data in ShippedData.all { #expect(data.days(at: Self.today) != nil, "\(data.name)") }
  }

  /// One day more than the stated age is too old; a clock before the date is not.
  @Test(arguments: ShippedData.Kind.allCases)
  func agesEndWhenTheyShould(kind: ShippedData.Kind) throws {
    let data = try #require(ShippedData.all.first { $0.kind == kind })
    let born = Self.today - (try #require(data.days(at: Self.today + 365 * Self.day)) - 365) * Self.day
    #expect(!data.isAged(at: born + data.goodFor * Self.day))
    #expect(data.isAged(at: born + (data.goodFor + 1) * Self.day))
    #expect(!data.isAged(at: 0) && data.days(at: 0) == 0)
  }

  @Test func whatAFileReplacesIsNotTold() {
    let late = Self.today + 5_000 * Self.day
    let replaceable = Set(ShippedData.all.filter { $0.option != nil }.map(\.kind))
    #expect(ShippedData.aged(at: late, without: []).count == ShippedData.all.count)
    #expect(ShippedData.aged(at: late, without: replaceable).count == ShippedData.all.count - replaceable.count)
    #expect(ShippedData.aged(at: Self.today, without: []).isEmpty)
  }

  @Test func theOptionsExist() throws {
    let audit = try #require(HelpDump.own().subcommands?.first { $0.commandName == "audit" })
    let names = Set((audit.arguments ?? []).flatMap { $0.names ?? [] }.map(\.typed))
    for option in ShippedData.all.compactMap(\.option) { #expect(names.contains(option)) }
  }
}
