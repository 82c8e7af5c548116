/// What a zip archive tells without being unpacked (APPNOTE.TXT of PKWARE).
public enum ZipArchive {
  /// Whether `octets` may be the beginning of a zip archive: `PK` with the mark of a local file header.
  static func mayBegin(_ octets: [UInt8]) -> Bool {
    let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    return octets.prefix(4).elementsEqual(mark.prefix(octets.count))
  }
}
