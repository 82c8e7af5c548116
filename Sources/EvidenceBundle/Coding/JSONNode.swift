import Reporting

/// A JSON value while it is put together.
final class JSONNode {
  private enum Content {
    case nothing
    case value(JSON)
    case members([(name: String, node: JSONNode)])
    case elements([JSONNode])
  }

  private var content = Content.nothing

  /// Becomes a value without parts.
  func become(_ value: JSON) { content = .value(value) }

  /// Becomes an object, unless it is one.
  func becomeObject() {
    if case .members = content { return }
    content = .members([])
  }

  /// Becomes an array, unless it is one.
  func becomeArray() {
    if case .elements = content { return }
    content = .elements([])
  }

  /// A new member.
  func member(_ name: String) -> JSONNode {
    let node = JSONNode()
    guard case .members(var members) = content else { return node }
    content = .nothing
    members.append((name, node))
    content = .members(members)
    return node
  }

  /// A new element.
  func element() -> JSONNode {
    let node = JSONNode()
    guard case .elements(var elements) = content else { return node }
    content = .nothing
    elements.append(node)
    content = .elements(elements)
    return node
  }

  /// How many elements it has.
  var count: Int { if case .elements(let elements) = content { elements.count } else { 0 } }

  /// The value. What a case of an enumeration holds stands for itself when it has no name.
  var json: JSON {
    switch content {
    case .nothing: return .object([])
    case .value(let value): return value
    case .elements(let elements): return .array(elements.map(\.json))
    case .members(let members):
      if members.count == 1, members[0].name == PlaceKey.unnamed { return members[0].node.json }
      return .object(members.map { JSON.Member($0.name, $0.node.json) })
    }
  }
}

/// The key of an element, or of what has no name.
struct PlaceKey: CodingKey {
  /// The name that Swift gives to the one value of a case.
  static let unnamed = "_0"

  let stringValue: String
  let intValue: Int?

  init(_ index: Int) {
    (stringValue, intValue) = ("[\(index)]", index)
  }

  init?(stringValue: String) {
    (self.stringValue, intValue) = (stringValue, nil)
  }

  init?(intValue: Int) {
    self.init(intValue)
  }
}
