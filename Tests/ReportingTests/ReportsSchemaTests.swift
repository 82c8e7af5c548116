import Foundation
import Testing

@testable import Reporting

/// The JSON of `mailaudit reports`, as its sample has it.
@Suite struct ReportsSchemaTests {
  private static let schema = SchemaValidator.reports.appending(path: "schema/reports-1.json")
  private static let sample = SchemaValidator.reports.appending(path: "samples/reports.json")

  @Test func theSampleKeepsToTheSchema() throws {
    #expect(try SchemaValidator(contentsOf: Self.schema).faults(in: Data(contentsOf: Self.sample)) == [])
  }

  @Test(arguments: [
    (#""schema":"mailaudit-reports-1""#, #""schema":"mailaudit-reports-2""#),
    (#""answer":"no""#, #""answer":"perhaps""#),
    (#""keptTLS":0"#, #""keptTLS":-1"#), (#""tls":{"#, #""more":1,"tls":{"#), (#""unread":["#, #""read":["#)
  ])
  func faultsAreSeen(part: String, other: String) throws {
    let text = try String(contentsOf: Self.sample, encoding: .utf8)
    try #require(text.contains(part))
    let faults = try SchemaValidator(contentsOf: Self.schema).faults(
      in: Data(text.replacingOccurrences(of: part, with: other).utf8))
    #expect(!faults.isEmpty)
  }

  /// Every object is closed and asks for all of its members, and the sample shows each of them.
  @Test func theSchemaIsComplete() throws {
    let schema = try JSON.decoded(Data(contentsOf: Self.schema))
    var faults: [String] = []
    Self.holdComplete(schema, "$", &faults)
    #expect(faults == [])
    let sample = try JSON.decoded(Data(contentsOf: Self.sample))
    let shown = Self.memberNames(sample)
    #expect(Self.propertyNames(schema).subtracting(shown) == [])
  }

  private static func holdComplete(_ schema: JSON, _ place: String, _ faults: inout [String]) {
    if let properties = schema["properties"] {
      let names = Set(properties.members.map(\.name))
      if schema["additionalProperties"] != .boolean(false) { faults.append("\(place) is open") }
      if Set(schema["required"]?.elements.map(\.text) ?? []) != names { faults.append("\(place) asks for less") }
    }
    for member in schema.members { holdComplete(member.value, "\(place).\(member.name)", &faults) }
  }

  private static func propertyNames(_ schema: JSON) -> Set<String> {
    schema.members.reduce(into: []) { names, member in
      if member.name == "properties" { names.formUnion(member.value.members.map(\.name)) }
      names.formUnion(propertyNames(member.value))
    }
  }

  private static func memberNames(_ value: JSON) -> Set<String> {
    value.elements.reduce(into: Set(value.members.map(\.name))) { $0.formUnion(memberNames($1)) }
      .union(value.members.flatMap { memberNames($0.value) })
  }
}
