import OpenSSLKit
import Reporting

/// Turns values into JSON. Octets that are UTF-8 become a text, others hexadecimal digits; a duration becomes
/// nanoseconds; a certificate becomes its fingerprint, and is kept once.
final class ValueEncoder {
  /// The certificates that were met first, in order, since somebody took them.
  private var met: [Certificate] = []
  private var known: Set<String> = []

  init() {}

  /// The JSON of a value.
  func json(_ value: some Encodable) throws -> JSON {
    let node = JSONNode()
    try write(value, to: node, [])
    return node.json
  }

  /// The certificates that were met for the first time since the last call.
  func takeCertificates() -> [Certificate] {
    defer { met = [] }
    return met
  }

  fileprivate func write(_ value: some Encodable, to node: JSONNode, _ path: [any CodingKey]) throws {
    // An empty array of anything can be cast to one of octets.
    if type(of: value) == [UInt8].self, let octets = value as? [UInt8] { return node.become(OctetText.json(octets)) }
    switch value {
    case let text as String: node.become(.string(text))
    case let flag as Bool: node.become(.boolean(flag))
    case let number as any FixedWidthInteger: node.become(.number(try Self.exactly(number, path)))
    case let duration as Duration: node.become(.number(try Self.nanoseconds(duration, path)))
    case let certificate as Certificate: node.become(.string(try reference(to: certificate)))
    default: try value.encode(to: NodeEncoder(node: node, whole: self, codingPath: path))
    }
  }

  private func reference(to certificate: Certificate) throws -> String {
    let name = OctetText.hexadecimal(try certificate.fingerprint())
    if known.insert(name).inserted { met.append(certificate) }
    return name
  }

  private static func exactly(_ number: any FixedWidthInteger, _ path: [any CodingKey]) throws -> Int {
    guard let result = Int(exactly: number) else {
      throw EncodingError.invalidValue(number, .init(codingPath: path, debugDescription: "the number is too large"))
    }
    return result
  }

  private static func nanoseconds(_ duration: Duration, _ path: [any CodingKey]) throws -> Int {
    let (seconds, attoseconds) = duration.components
    let (whole, isCut) = Int(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isTooLarge) = whole.addingReportingOverflow(Int(attoseconds / 1_000_000_000))
    if isCut || isTooLarge {
      throw EncodingError.invalidValue(duration, .init(codingPath: path, debugDescription: "the time is too long"))
    }
    return sum
  }
}

/// What a value writes itself to.
private struct NodeEncoder: Encoder {
  let node: JSONNode
  let whole: ValueEncoder
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(Members(node: node, whole: whole, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return Elements(node: node, whole: whole, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: node, whole: whole, codingPath: codingPath)
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let whole: ValueEncoder
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { node.member(key.stringValue).become(.null) }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try whole.write(value, to: node.member(key.stringValue), codingPath + [key])
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    encoder(key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    NodeEncoder(node: node.member("super"), whole: whole, codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: Key) -> NodeEncoder {
    NodeEncoder(node: node.member(key.stringValue), whole: whole, codingPath: codingPath + [key])
  }
}

private struct Elements: UnkeyedEncodingContainer {
  let node: JSONNode
  let whole: ValueEncoder
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  mutating func encodeNil() { node.element().become(.null) }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    let key = PlaceKey(count)
    try whole.write(value, to: node.element(), codingPath + [key])
  }

  mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    encoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> NodeEncoder {
    NodeEncoder(node: node.element(), whole: whole, codingPath: codingPath + [PlaceKey(count)])
  }
}

private struct Single: SingleValueEncodingContainer {
  let node: JSONNode
  let whole: ValueEncoder
  let codingPath: [any CodingKey]

  mutating func encodeNil() { node.become(.null) }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try whole.write(value, to: node, codingPath) }
}
