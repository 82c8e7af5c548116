import DNS
public import MailMessage
import OpenSSLKit
public import Syntax

extension DKIMSignature {
  /// Reads a DKIM-Signature field of a message.
  public static func parse(_ field: HeaderField, of message: Message) -> Parsed<DKIMSignature> {
    parse(message.body(of: field))
  }

  /// Reads the body of a field, with its folding. The value is there for every text; faults of gravity `fatal` say that
  /// verifiers ignore the signature (RFC 6376 §6.1.1).
  public static func parse(_ text: [UInt8], as kind: Kind = .dkim) -> Parsed<DKIMSignature> {
    let list = TagList.parse(text, options: .signature)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var parser = DKIMSignatureParser(SignatureTagReader(tags: tags, faults: list.faults, kind: kind))
    let signature = parser.read()
    return Parsed(text: text, value: signature, faults: parser.reader.sortedFaults)
  }
}

/// Reads the tags of a signature, and notes what is wrong with them.
private struct DKIMSignatureParser {
  var reader: SignatureTagReader

  init(_ reader: SignatureTagReader) { self.reader = reader }

  mutating func read() -> DKIMSignature {
    checkVersion()
    checkQueryMethods()
    let (header, body) = readCanonicalization()
    let domain = reader.domain("d")
    let timestamp = reader.time("t")
    let algorithm = reader.algorithm()
    return DKIMSignature(
      tags: reader.tags, kind: reader.kind, algorithm: algorithm, signature: reader.base64("b"),
      bodyHash: readBodyHash(algorithm), headerCanonicalization: header, bodyCanonicalization: body, domain: domain,
      selector: reader.selector(), signedNames: readNames(), bodyLength: readLength(),
      identity: reader.kind == .dkim ? readIdentity(domain) : nil,
      instance: reader.kind == .arc ? reader.instance() : nil, timestamp: timestamp,
      expiration: readExpiration(timestamp))
  }

  /// RFC 6376 §3.5: `v=1`, required. ARC has no such tag (RFC 8617 §4.1.2).
  private mutating func checkVersion() {
    guard reader.kind == .dkim, let tag = reader.required("v") else { return }
    if !reader.tags.value(of: tag, is: "1", exactly: true) {
      reader.report(tag.value, "a version that is not \"1\"", "RFC 6376 §6.1.1")
    }
  }

  /// RFC 6376 §3.5: `q=`, ways to the key in order; only `dns/txt` is defined.
  private mutating func checkQueryMethods() {
    guard let tag = reader.tags["q"] else { return }
    if !reader.words(of: tag).contains("dns/txt") {
      reader.report(tag.value, "no way to the key that verifiers know: \"dns/txt\" is the only one")
    }
  }

  private mutating func readCanonicalization() -> (DKIMCanonicalization, DKIMCanonicalization) {
    guard let tag = reader.tags["c"] else { return (.simple, .simple) }
    let parts = reader.tags.value(of: tag).split(separator: "/", omittingEmptySubsequences: false)
    let words = parts.compactMap { DKIMCanonicalization(rawValue: String($0)) }
    guard let header = words.first, words.count == parts.count, words.count <= 2 else {
      reader.report(tag.range, "a canonicalization that is none of simple and relaxed")
      return (.simple, .simple)
    }
    return (header, words.count == 2 ? words[1] : .simple)
  }

  private mutating func readBodyHash(_ algorithm: DKIMAlgorithm?) -> [UInt8] {
    let octets = reader.base64("bh")
    if let tag = reader.tags["bh"], let digest = algorithm?.digest, !octets.isEmpty, octets.count != digest.octetCount {
      reader.report(tag.value, "bh= has \(octets.count) octets; the hash of a= has \(digest.octetCount)", .ignored)
    }
    return octets
  }

  /// RFC 6376 §3.5, §6.1.1: `h=`, required, with From among the names.
  private mutating func readNames() -> [HeaderName] {
    let isARC = reader.kind == .arc
    // Sealers sign no field at all, and the suites of ARC take it.
    guard let tag = reader.required("h", allowsEmpty: isARC) else { return [] }
    let parts = reader.words(of: tag, atMost: DKIMLimits.signedNames)
    if parts.count > DKIMLimits.signedNames {
      reader.report(tag.value, "more than \(DKIMLimits.signedNames) names; the signature is not verified")
    }
    if !tag.value.isEmpty, parts.contains("") { reader.report(tag.value, "an empty name in h=", .ignored) }
    let names = parts.prefix(DKIMLimits.signedNames).filter { !$0.isEmpty }.map { HeaderName($0) }
    if !isARC, !names.contains("from") { reader.report(tag.value, "h= does not name From", "RFC 6376 §6.1.1") }
    if isARC, names.contains("arc-seal") { reader.report(tag.value, "h= names ARC-Seal", "RFC 8617 §4.1.2") }
    return names
  }

  /// RFC 6376 §3.5: `l=`, up to 76 digits; more than fit into a number are more than any body has.
  private mutating func readLength() -> Int? {
    guard let tag = reader.tags["l"] else { return nil }
    let digits = reader.tags.octets(of: tag)
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else {
      reader.report(tag.range, "l= is no number")
      return nil
    }
    return Int(reader.tags.value(of: tag)) ?? .max
  }

  /// RFC 6376 §3.5: `x=` lies behind `t=`.
  private mutating func readExpiration(_ timestamp: Int64?) -> Int64? {
    guard let expiration = reader.time("x"), let tag = reader.tags["x"] else { return nil }
    if let timestamp, expiration <= timestamp { reader.report(tag.value, "x= is not after t=") }
    return expiration
  }

  /// RFC 6376 §3.5: `i=`, an optional local part, an at sign, and `d=` or a domain below it.
  private mutating func readIdentity(_ domain: DomainName?) -> DKIMSignature.Identity? {
    guard let tag = reader.tags["i"] else { return nil }
    guard let at = reader.tags.text[tag.value].lastIndex(of: UInt8(ascii: "@")) else {
      reader.report(tag.range, "i= has no at sign")
      return nil
    }
    guard let name = reader.domainName((at + 1)..<tag.value.upperBound) else {
      reader.report(tag.value, "what stands behind the at sign of i= is no domain name")
      return nil
    }
    if let domain, !name.isEqual(toOrBelow: domain) {
      reader.report(tag.value, "the domain of i= is neither d= nor below it", "RFC 6376 §6.1.1")
    }
    let localPart = String(decoding: reader.tags.text[tag.value.lowerBound..<at], as: UTF8.self)
    return DKIMSignature.Identity(localPart: localPart, domain: name)
  }
}
