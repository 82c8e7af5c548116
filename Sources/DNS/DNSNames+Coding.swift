// Names, addresses and types are coded as their text, which people can read.

extension DomainName: Codable {
  /// Writes the presentation text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads presentation text.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a domain name") { DomainName($0) }
  }
}

extension IPAddress: Codable {
  /// Writes the text of the address.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads the text of an address.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("an IP address") { IPAddress($0) }
  }
}

extension DNSRecordType: Codable {
  /// Writes the mnemonic.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads a mnemonic.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a type of DNS records") { DNSRecordType($0) }
  }
}

extension DNSQuestion: Codable {
  /// Writes the name and the type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads a name and a type with a blank between them.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("a name and a type of DNS records") { text in
      guard let blank = text.lastIndex(of: " "), let name = DomainName(String(text[..<blank])),
        let type = DNSRecordType(String(text[text.index(after: blank)...]))
      else { return nil }
      return DNSQuestion(name, type)
    }
  }
}

extension Decoder {
  /// What `read` makes of a text; an error that names `what` when it makes nothing.
  fileprivate func text<Value>(_ what: String, _ read: (String) -> Value?) throws -> Value {
    let text = try singleValueContainer().decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "\(what) is expected here"))
    }
    return value
  }
}
