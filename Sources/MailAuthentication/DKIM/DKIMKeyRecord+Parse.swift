import DNS
import OpenSSLKit
public import Syntax

extension DKIMKeyRecord {
  /// Whether a TXT record is meant as a DKIM key: it says so in `v=`, or it has no `v=` and a `p=`.
  ///
  /// A record of another kind (`v=spf1`, `v=DMARC1`) and plain text are none.
  public static func isCandidate(_ text: [UInt8]) -> Bool {
    guard let list = TagList.parse(text, options: .dkim).value else { return false }
    if let version = list["v"] {
      return list.octets(of: version).prefix(4).map(\.lowercasedASCII) == Array("dkim".utf8)
    }
    return list["p"] != nil
  }

  /// Reads a key record from the joined strings of a TXT record (RFC 6376 §3.6.2.2).
  ///
  /// The value is there for every text. Faults of gravity `fatal` say that no verifier takes the record, those of
  /// gravity `ignored` that some do not.
  public static func parse(_ text: [UInt8]) -> Parsed<DKIMKeyRecord> {
    let list = TagList.parse(text, options: .dkim)
    let tags = list.value ?? TagList.parse([], options: .dkim).value
    guard let tags else { return Parsed(text: text, value: nil, faults: list.faults) }
    var parser = DKIMKeyRecordParser(tags: tags, faults: list.faults)
    let record = parser.read()
    let faults = parser.faults.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return Parsed(text: text, value: record, faults: faults)
  }
}

/// Reads the tags of a key record, and notes what is wrong with them.
private struct DKIMKeyRecordParser {
  let tags: TagList
  var faults: [SyntaxFault]

  mutating func read() -> DKIMKeyRecord {
    checkVersion()
    checkNames()
    let keyType = readKeyType()
    return DKIMKeyRecord(
      tags: tags, keyType: keyType, hashAlgorithms: readHashes(), serviceTypes: readList("s") ?? ["*"],
      flags: readFlags(), material: readMaterial(keyType))
  }

  /// RFC 6376 §3.6.1: `v=` is optional, but then first, and exactly `DKIM1`.
  private mutating func checkVersion() {
    guard let version = tags["v"] else { return }
    if !tags.value(of: version, is: "DKIM1", exactly: true) {
      report(version.value, "the version is not exactly \"DKIM1\"")
    }
    if tags.tags.first != version { report(version.range, "v= is not the first tag") }
  }

  /// Names in the wrong case, and escapes that came from zone text into the record.
  private mutating func checkNames() {
    for tag in tags.tags {
      if tags.octets(of: tag).last == UInt8(ascii: "\\") {
        report((tag.value.upperBound - 1)..<tag.value.upperBound, "a backslash of zone text came into the record")
      }
      guard tag.name.count == 1, let letter = tags.text[tag.name].first, letter != letter.lowercasedASCII,
        "vhknpst".utf8.contains(letter.lowercasedASCII)
      else { continue }
      report(
        tag.name, "tag names are case-sensitive: verifiers do not take this for the small letter",
        reference: "RFC 6376 §3.2", .ignored)
    }
  }

  /// RFC 6376 §3.6.1: `k=`, default `rsa`.
  private mutating func readKeyType() -> DKIMKeyRecord.KeyType {
    guard let tag = tags["k"] else { return .rsa }
    for (word, type) in [("rsa", DKIMKeyRecord.KeyType.rsa), ("ed25519", .ed25519)] where tags.value(of: tag, is: word)
    {
      if !tags.value(of: tag, is: word, exactly: true) {
        report(tag.value, "values are case-sensitive: some verifiers refuse this", reference: "RFC 6376 §3.2", .ignored)
      }
      return type
    }
    report(tag.value, "a type of key that verifiers do not know; they ignore the record")
    return .other(tags.value(of: tag))
  }

  private mutating func readHashes() -> [String]? {
    guard let tag = tags["h"], let hashes = readList("h") else { return nil }
    for hash in hashes where hash != "sha1" && hash != "sha256" {
      report(tag.value, "the hash \"\(hash)\" is unknown; verifiers ignore it", .remark)
    }
    return hashes
  }

  private mutating func readFlags() -> [String] {
    guard let tag = tags["t"], let flags = readList("t") else { return [] }
    for flag in flags where flag != "y" && flag != "s" {
      report(tag.value, "the flag \"\(flag)\" is unknown; verifiers ignore it", .remark)
    }
    return flags
  }

  /// Words with colons between them, white space round the colons left out.
  private mutating func readList(_ name: String) -> [String]? {
    guard let tag = tags[name] else { return nil }
    let parts = tags.octets(of: tag).split(
      separator: UInt8(ascii: ":"), maxSplits: DKIMLimits.listItems, omittingEmptySubsequences: false)
    let words = parts.prefix(DKIMLimits.listItems).map { part in
      String(decoding: part.filter { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    }
    if parts.count > DKIMLimits.listItems { report(tag.value, "more than \(DKIMLimits.listItems) values", .ignored) }
    if words.contains("") { report(tag.value, "an empty value in a list", .remark) }
    return words.filter { !$0.isEmpty }
  }

  /// RFC 6376 §3.6.1: `p=`, the only tag that has to be there.
  private mutating func readMaterial(_ type: DKIMKeyRecord.KeyType) -> DKIMKeyRecord.Material {
    guard let tag = tags["p"] else {
      report(tags.text.count..<tags.text.count, "p=, the key, is missing")
      return .missing
    }
    if tag.value.isEmpty { return .revoked }
    if case .other = type { return .unknownType }
    let base64 = Base64(tags.text, in: tag.value)
    faults += base64.faults
    guard base64.isValid else { return .undecodable }
    do throws(PublicKeyFault) {
      return try readKey(base64.octets, type, in: tag.value)
    } catch {
      report(place(of: error.offset, in: tag.value), error.description, reference: type.reference)
      return .unreadable(error)
    }
  }

  private mutating func readKey(
    _ octets: [UInt8], _ type: DKIMKeyRecord.KeyType, in range: Range<Int>
  ) throws(PublicKeyFault) -> DKIMKeyRecord.Material {
    if type == .ed25519 { return .publicKey(.ed25519(try Ed25519PublicKey(octets)), .raw) }
    let decoded = try RSAPublicKey.decode(octets)
    for deviation in decoded.deviations {
      report(
        place(of: deviation.offset, in: range),
        "octet \(deviation.offset) of the key: \(deviation.message); some verifiers refuse it",
        .ignored)
    }
    return .publicKey(.rsa(decoded.key), decoded.form == .rsaPublicKey ? .rsaPublicKey : .subjectPublicKeyInfo)
  }

  private func place(of octet: Int, in range: Range<Int>) -> Range<Int> {
    Base64.place(ofOctet: octet, in: tags.text, range: range)
  }

  private mutating func report(
    _ range: Range<Int>, _ message: String, reference: String = "RFC 6376 §3.6.1",
    _ gravity: SyntaxFault.Gravity = .fatal
  ) {
    faults.append(SyntaxFault(range, message, reference, gravity: gravity))
  }
}

extension DKIMKeyRecord.KeyType {
  /// The paragraph that says what `p=` holds.
  fileprivate var reference: String { self == .ed25519 ? "RFC 8463 §4" : "RFC 6376 §3.6.1" }

  /// The value of `k=`.
  public var name: String {
    switch self {
    case .rsa: "rsa"
    case .ed25519: "ed25519"
    case .other(let name): name
    }
  }
}
