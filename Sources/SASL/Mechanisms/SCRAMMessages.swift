/// What a server says first in SCRAM (RFC 5802 §7, `server-first-message`).
struct SCRAMServerFirst {
  /// The whole message, for the signatures.
  let text: [UInt8]
  /// Our nonce, and the server's part behind it.
  let nonce: String
  let salt: [UInt8]
  let iterations: Int

  /// Reads a message; the order of the attributes is fixed, and unknown ones may follow.
  init(_ text: [UInt8], extending clientNonce: String) throws(SASLFailure) {
    self.text = text
    // The grammar has errors in the last message only; servers that fail earlier have no other place for them.
    if case .error(let error)? = try? SCRAMServerFinal(text) { throw .serverError(error) }
    let parts = text.split(separator: UInt8(ascii: ","), maxSplits: 3, omittingEmptySubsequences: false)
    // RFC 5802 §5.1: whoever does not know a mandatory extension has to give up.
    if parts.first?.starts(with: "m=".utf8) == true {
      throw .malformed("the server demands an extension of SCRAM that there is none of", reference: "RFC 5802 §5.1")
    }
    guard parts.count >= 3, let nonce = Self.value("r", of: parts[0]), let salt = Self.value("s", of: parts[1]),
      let count = Self.value("i", of: parts[2])
    else { throw .malformed("the server's first message is not nonce, salt and iteration count", reference: Self.rule) }
    self.nonce = try Self.read(nonce, extending: clientNonce)
    guard salt.count <= SASLLimits.nonceOctets, let octets = Base64Line.decode(salt), !octets.isEmpty else {
      throw .malformed("the server's salt is no base64", reference: Self.rule)
    }
    self.salt = octets
    iterations = try Self.read(count)
  }

  private static let rule = "RFC 5802 §7"

  /// What stands behind `name=`.
  private static func value(_ name: Character, of part: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    part.starts(with: "\(name)=".utf8) ? part.dropFirst(2) : nil
  }

  private static func read(
    _ nonce: ArraySlice<UInt8>, extending clientNonce: String
  ) throws(SASLFailure) -> String {
    guard nonce.starts(with: clientNonce.utf8), nonce.count > clientNonce.utf8.count else { throw .nonceNotExtended }
    guard nonce.count <= SASLLimits.nonceOctets, nonce.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformed("the server's nonce holds what no nonce may", reference: rule)
    }
    return String(decoding: nonce, as: UTF8.self)
  }

  /// RFC 5802 §7, `posit-number`: no sign, no leading zero.
  private static func read(_ count: ArraySlice<UInt8>) throws(SASLFailure) -> Int {
    guard let first = count.first, first != 0x30, count.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed("the server's iteration count is no number", reference: rule)
    }
    guard count.count <= 9, let number = Int(String(decoding: count, as: UTF8.self)),
      number <= SASLLimits.mostIterations
    else { throw .tooManyIterations }
    if number < SASLLimits.fewestIterations { throw .tooFewIterations(number) }
    return number
  }
}

/// What a server says last in SCRAM (RFC 5802 §7, `server-final-message`).
enum SCRAMServerFinal {
  case verifier([UInt8])
  case error(SCRAMServerError)

  init(_ text: [UInt8]) throws(SASLFailure) {
    let part = text.prefix { $0 != UInt8(ascii: ",") }
    let value = part.dropFirst(2)
    if part.starts(with: "e=".utf8) {
      self = .error(SCRAMServerError(rawValue: String(decoding: value, as: UTF8.self)) ?? .otherError)
    } else if part.starts(with: "v=".utf8), let octets = Base64Line.decode(value) {
      self = .verifier(octets)
    } else {
      throw .malformed("the server's last message is neither its signature nor an error", reference: "RFC 5802 §7")
    }
  }
}
