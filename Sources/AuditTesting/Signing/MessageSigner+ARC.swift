public import OpenSSLKit

extension MessageSigner {
  /// The message with the ARC set of the next number on top. `results` is what ARC-Authentication-Results says, such as
  /// `mx.example; spf=pass`; `validation` is `cv=`, none for the first set and pass for the others unless told.
  public func addSet(
    to message: [UInt8], results: String, validation: String? = nil
  ) throws(OpenSSLError) -> [UInt8] {
    let sealed = PlainMessage(message)
    let instance = 1 + sealed.fields.count { PlainMessage.name(of: $0) == "arc-seal" }
    let resultField = Array("ARC-Authentication-Results: i=\(instance); \(results)".utf8)
    let start = "i=\(instance); a=\(algorithm); c=\(canonicalization); d=\(domain); s=\(selector)"
    let signature = try field("ARC-Message-Signature", start, over: sealed)
    let value = validation ?? (instance == 1 ? "none" : "pass")
    let seal = Array(
      "ARC-Seal: i=\(instance); a=\(algorithm); cv=\(value); d=\(domain); s=\(selector);\r\n\tb=".utf8)
    var signed: [UInt8] = []
    for number in 1..<max(instance, 1) {
      for name in ["arc-authentication-results", "arc-message-signature", "arc-seal"] {
        for field in sealed.fields where PlainMessage.name(of: field) == name && Self.instance(of: field) == number {
          signed += PlainCanonicalization.field(field, isRelaxed: true) + [0x0D, 0x0A]
        }
      }
    }
    for field in [resultField, signature] {
      signed += PlainCanonicalization.field(field, isRelaxed: true) + [0x0D, 0x0A]
    }
    let sealField = try self.seal(seal, signed: signed, isRelaxed: true)
    return [sealField, signature, resultField].flatMap { $0 + [0x0D, 0x0A] } + message
  }

  /// The number in `i=`.
  private static func instance(of field: [UInt8]) -> Int? {
    let text = String(decoding: field, as: UTF8.self)
    return text.firstMatch(of: /[:;]\s*i=([0-9]+)/).flatMap { Int($0.1) }
  }
}
