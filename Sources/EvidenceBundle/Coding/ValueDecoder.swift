import OpenSSLKit
import Reporting

/// Turns JSON back into values.
final class ValueDecoder {
  /// The certificates by their fingerprints.
  private var certificates: [String: Certificate] = [:]

  init() {}

  /// Makes a certificate known.
  func learn(_ certificate: Certificate) throws {
    certificates[OctetText.hexadecimal(try certificate.fingerprint())] = certificate
  }

  /// The value that `json` stands for.
  func value<Value: Decodable>(_ type: Value.Type, _ json: JSON) throws -> Value { try read(type, json, []) }

  fileprivate func read<Value: Decodable>(
    _ type: Value.Type, _ json: JSON, _ path: [any CodingKey]
  ) throws -> Value {
    if let result = try plain(type, json, path) as? Value { return result }
    return try Value(from: NodeDecoder(json: json, whole: self, codingPath: path))
  }

  /// What is no matter of the type itself; nil for the others.
  private func plain(_ type: any Decodable.Type, _ json: JSON, _ path: [any CodingKey]) throws -> (any Decodable)? {
    switch type {
    case is String.Type:
      guard case .string(let text) = json else { throw Self.expected("a text", path) }
      return text
    case is Bool.Type:
      guard case .boolean(let flag) = json else { throw Self.expected("true or false", path) }
      return flag
    case is [UInt8].Type:
      guard let octets = OctetText.octets(json) else { throw Self.expected("a text, or octets in hex", path) }
      return octets
    case is Duration.Type:
      guard case .number(let number) = json else { throw Self.expected("a number of nanoseconds", path) }
      return Duration.nanoseconds(number)
    case is Certificate.Type:
      guard case .string(let name) = json, let certificate = certificates[name] else {
        throw Self.expected("the fingerprint of a certificate of an earlier line", path)
      }
      return certificate
    case let integer as any (FixedWidthInteger & Decodable).Type: return try Self.number(integer, json, path)
    default: return nil
    }
  }

  private static func number<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type, _ json: JSON, _ path: [any CodingKey]
  ) throws -> Number {
    guard case .number(let number) = json, let result = Number(exactly: number) else {
      throw expected("a whole number in the range of its kind", path)
    }
    return result
  }

  fileprivate static func expected(_ what: String, _ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: "\(what) is expected here"))
  }
}

/// What a value reads itself from.
private struct NodeDecoder: Decoder {
  let json: JSON
  let whole: ValueDecoder
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = json else { throw ValueDecoder.expected("an object", codingPath) }
    return KeyedDecodingContainer(ReadMembers(members, json, whole, codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = json else { throw ValueDecoder.expected("an array", codingPath) }
    return ReadElements(elements: elements, whole: whole, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    ReadSingle(json: json, whole: whole, codingPath: codingPath)
  }
}

private struct ReadMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let members: [String: JSON]
  private let json: JSON
  private let whole: ValueDecoder
  let codingPath: [any CodingKey]

  init(_ members: [JSON.Member], _ json: JSON, _ whole: ValueDecoder, _ path: [any CodingKey]) {
    self.members = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    (self.json, self.whole, codingPath) = (json, whole, path)
  }

  var allKeys: [Key] { members.keys.sorted().compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil || key.stringValue == PlaceKey.unnamed }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key) == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try whole.read(type, try member(key), codingPath + [key])
  }

  /// What has no name stands for itself.
  private func member(_ key: Key) throws -> JSON {
    if let value = members[key.stringValue] { return value }
    if key.stringValue == PlaceKey.unnamed { return json }
    throw ValueDecoder.expected("the member \(key.stringValue)", codingPath)
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    let value = try member(key)
    // The one value of a case stands in the place of an object that holds it.
    var inner: [JSON.Member] = []
    if case .object(let members) = value { inner = members }
    return KeyedDecodingContainer(ReadMembers<Inner>(inner, value, whole, codingPath + [key]))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { NodeDecoder(json: json, whole: whole, codingPath: codingPath) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> NodeDecoder {
    NodeDecoder(json: try member(key), whole: whole, codingPath: codingPath + [key])
  }
}

private struct ReadElements: UnkeyedDecodingContainer {
  let elements: [JSON]
  let whole: ValueDecoder
  let codingPath: [any CodingKey]
  var currentIndex = 0
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let key = PlaceKey(currentIndex)
    return try whole.read(type, try next(), codingPath + [key])
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) throws -> KeyedDecodingContainer<Inner> {
    try decoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try decoder() }

  private mutating func decoder() throws -> NodeDecoder {
    let key = PlaceKey(currentIndex)
    return NodeDecoder(json: try next(), whole: whole, codingPath: codingPath + [key])
  }

  private mutating func next() throws -> JSON {
    guard !isAtEnd else { throw ValueDecoder.expected("another element", codingPath) }
    currentIndex += 1
    return elements[currentIndex - 1]
  }
}

private struct ReadSingle: SingleValueDecodingContainer {
  let json: JSON
  let whole: ValueDecoder
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { json == .null }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try whole.read(type, json, codingPath) }
}
