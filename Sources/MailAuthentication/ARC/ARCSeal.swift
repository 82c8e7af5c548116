public import DNS
public import Syntax

/// An ARC-Seal field (RFC 8617 §4.1.3).
public struct ARCSeal: Sendable, Equatable {
  /// Every tag as written, with ranges into the body of the field.
  public let tags: TagList
  /// `i=`: the number of its set; nil when it cannot be read.
  public let instance: Int?
  /// `a=`; nil without the tag.
  public let algorithm: DKIMAlgorithm?
  /// `b=`: the signature over the ARC fields; empty when it is missing or no base64.
  public let signature: [UInt8]
  /// `d=`; nil when it is missing or no domain name.
  public let domain: DomainName?
  /// `s=`; empty when it is missing.
  public let selector: String
  /// `cv=`: what the sealer found the chain to be that it got; nil when it cannot be read.
  public let chainValidation: ARCChainValidation?
  /// `t=`, in seconds since 1970; nil without the tag.
  public let timestamp: Int64?
}

/// The state of a chain (RFC 8617 §4.4).
public enum ARCChainValidation: String, Sendable, Hashable, CaseIterable {
  /// There is no chain.
  case none
  /// It validates.
  case pass
  /// It does not.
  case fail
}

extension ARCSeal {
  /// Reads the body of a field, with its folding. The value is there for every text.
  public static func parse(_ text: [UInt8]) -> Parsed<ARCSeal> {
    let list = TagList.parse(text, options: .signature)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var reader = SignatureTagReader(tags: tags, faults: list.faults, kind: .arc)
    for name in ["h", "bh"] {
      if let tag = tags[name] { reader.report(tag.range, "a seal has no \(name)=", "RFC 8617 §4.1.3") }
    }
    let seal = ARCSeal(
      tags: tags, instance: reader.instance(), algorithm: reader.algorithm(), signature: reader.base64("b"),
      domain: reader.domain("d"), selector: reader.selector(), chainValidation: readValidation(&reader),
      timestamp: reader.time("t"))
    return Parsed(text: text, value: seal, faults: reader.sortedFaults)
  }

  private static func readValidation(_ reader: inout SignatureTagReader) -> ARCChainValidation? {
    guard let tag = reader.required("cv"), !tag.value.isEmpty else { return nil }
    let value = ARCChainValidation(rawValue: reader.tags.value(of: tag))
    if value == nil { reader.report(tag.value, "cv= is none of none, pass and fail", "RFC 8617 §4.1.3") }
    return value
  }

  /// The question for its key; nil when `s=` and `d=` make no domain name.
  public var keyQuestion: DNSQuestion? {
    guard let domain, !selector.isEmpty else { return nil }
    return DKIMKeyLookup.question(selector: selector, domain: domain)
  }

  /// The value of `b=` with the white space around it.
  var signatureRange: Range<Int>? { tags["b"].map { DKIMSignature.valueRange(of: $0, in: tags) } }
}
