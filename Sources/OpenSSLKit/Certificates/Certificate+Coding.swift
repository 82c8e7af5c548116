extension Certificate: Codable {
  /// Writes the DER form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(der)
  }

  /// Reads the DER form.
  public init(from decoder: any Decoder) throws {
    guard let certificate = Certificate(der: try decoder.singleValueContainer().decode([UInt8].self)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a certificate is expected here"))
    }
    self = certificate
  }
}
