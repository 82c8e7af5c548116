import Foundation
public import Reporting

/// Holds JSON against a schema: the keywords of JSON Schema 2020-12 that our schemas use; another one is a fault.
struct SchemaValidator {
  /// The folder of generated pages and schemas.
  static let reports = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../reports")
    .standardizedFileURL

  private let root: JSON

  init(contentsOf url: URL) throws {
    root = try JSON.decoded(Data(contentsOf: url))
  }

  /// Every place that breaks the schema, with the rule that it breaks.
  func faults(in data: Data) throws -> [String] {
    faults(in: try JSON.decoded(data), root, "$")
  }

  private func faults(in value: JSON, _ schema: JSON, _ place: String) -> [String] {
    schema.members.flatMap { faults(in: value, $0.name, $0.value, schema, place) }
  }

  private func faults(
    in value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ place: String
  ) -> [String] {
    let isGood: Bool
    switch (keyword, value) {
    case ("$schema", _), ("$id", _), ("$defs", _), ("definitions", _), ("title", _), ("description", _), ("default", _),
      ("format", _), ("id", _):
      isGood = true
    case ("maximum", .number(let number)): isGood = rule == .number(number) || !rule.isAtMost(number)
    case ("uniqueItems", .array(let elements)):
      isGood = elements.indices.allSatisfy { !elements[..<$0].contains(elements[$0]) }
    case ("maximum", _), ("uniqueItems", _): isGood = true
    case ("const", _): isGood = value == rule
    case ("enum", _): isGood = rule.elements.contains(value)
    case ("type", _): isGood = rule == .string(value.type) || rule.elements.contains(.string(value.type))
    case ("pattern", .string(let text)):
      isGood = text.range(of: rule.text, options: .regularExpression) != nil
    case ("minimum", .number(let number)): isGood = rule.isAtMost(number)
    case ("minItems", .array(let elements)): isGood = rule.isAtMost(elements.count)
    case ("maxItems", .array(let elements)): isGood = rule == .number(elements.count) || !rule.isAtMost(elements.count)
    case ("pattern", _), ("minimum", _), ("minItems", _), ("maxItems", _): isGood = true
    default: return structure(value, keyword, rule, schema, place)
    }
    return isGood ? [] : ["\(place): \(keyword)"]
  }

  private func structure(
    _ value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, _ place: String
  ) -> [String] {
    switch keyword {
    case "$ref":
      let path = rule.text.split(separator: "/").dropFirst().map(String.init)
      let target = path.reduce(root as JSON?) { $0?[$1] }
      return target.map { faults(in: value, $0, place) } ?? ["\(place): no \(rule.text)"]
    case "anyOf": return rule.elements.contains { faults(in: value, $0, place).isEmpty } ? [] : ["\(place): anyOf"]
    case "oneOf": return rule.elements.count { faults(in: value, $0, place).isEmpty } == 1 ? [] : ["\(place): oneOf"]
    case "allOf": return rule.elements.flatMap { faults(in: value, $0, place) }
    case "not": return faults(in: value, rule, place).isEmpty ? ["\(place): not"] : []
    case "required" where value.type == "object":
      return rule.elements.filter { value[$0.text] == nil }.map { "\(place): lacks \($0.text)" }
    case "additionalProperties" where rule == true: return []
    case "additionalProperties" where rule.type == "object":
      let others = value.members.filter { schema["properties"]?[$0.name] == nil }
      return others.flatMap { faults(in: $0.value, rule, "\(place).\($0.name)") }
    case "additionalProperties" where rule == false:
      return value.members.filter { schema["properties"]?[$0.name] == nil }.map { "\(place): may not have \($0.name)" }
    case "properties":
      return value.members.flatMap { member in
        rule[member.name].map { faults(in: member.value, $0, "\(place).\(member.name)") } ?? []
      }
    case "items": return value.elements.enumerated().flatMap { faults(in: $1, rule, "\(place)[\($0)]") }
    case "required": return []
    default: return ["\(place): the schema uses \(keyword), which this validator does not know"]
    }
  }
}

extension JSON: Decodable {
  static func decoded(_ data: Data) throws -> JSON { try JSONDecoder().decode(JSON.self, from: data) }

  /// Reads any JSON; numbers with fractions, of which only schemas make use, as text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .boolean(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let number = try? container.decode(Double.self) {
      self = .string("\(number)")
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let elements = try? container.decode([JSON].self) {
      self = .array(elements)
    } else {
      let members = try container.decode([String: JSON].self)
      self = .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
    }
  }

  var type: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }
  var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var text: String { if case .string(let text) = self { text } else { "" } }
  subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }
  func isAtMost(_ number: Int) -> Bool { if case .number(let own) = self { own <= number } else { false } }
}
