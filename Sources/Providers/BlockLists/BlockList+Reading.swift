public import DNS

extension BlockList {
  /// What an address in the answers of a list means.
  public struct Code: Sendable, Hashable {
    /// Which addresses are meant.
    let match: Match
    /// The meaning in a few words.
    public let meaning: String
    /// How much it weighs.
    public let weight: Weight
    /// Whether it speaks of the whole network around the address.
    public let isOfNetwork: Bool

    init(_ match: Match, _ meaning: String, _ weight: Weight, isOfNetwork: Bool = false) {
      self.match = match
      self.meaning = meaning
      self.weight = weight
      self.isOfNetwork = isOfNetwork
    }

    /// A code that is one address.
    static func exactly(_ value: UInt32, _ meaning: String, _ weight: Weight) -> Code {
      Code(.range(value...value), meaning, weight)
    }

    /// A code that is one address, and speaks of the whole network around the subject.
    static func network(_ value: UInt32, _ meaning: String, _ weight: Weight) -> Code {
      Code(.range(value...value), meaning, weight, isOfNetwork: true)
    }
  }

  /// Which addresses a code means.
  enum Match: Sendable, Hashable {
    /// All from the first to the last.
    case range(ClosedRange<UInt32>)
    /// Those of 127.0.0.0/24 whose last octet has the bit.
    case bit(UInt32)

    func fits(_ value: UInt32) -> Bool {
      switch self {
      case .range(let range): range.contains(value)
      case .bit(let bit): value >> 8 == 0x7F_0000 && value & bit != 0
      }
    }
  }

  /// How much an entry weighs at receivers.
  public enum Weight: Int, Sendable, Comparable {
    /// The list refuses to answer.
    case refusal
    /// It speaks for the subject, or says nothing.
    case none
    /// Few receivers look at it.
    case remark
    /// The range is not meant to send mail directly.
    case policy
    /// Some receivers refuse mail for it.
    case listed
    /// Large receivers refuse mail for it.
    case grave

    /// By weight.
    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// What an answer of a list says.
  public enum Reading: Sendable, Hashable {
    /// The subject is not in the list.
    case absent
    /// The subject is in the list, as these codes say.
    case listed([Code])
    /// The list did not answer the question but refused it; the reason.
    case refused(String)
    /// The answer is none of those that the list documents.
    case undocumented
    /// The answer lies outside of 127.0.0.0/8: the zone belongs to somebody else now, or a resolver makes up answers.
    case foreign
    /// Nobody can tell.
    case failed(DNSFailure)
  }

  /// Reads the answer for the A records of a name in the list (RFC 5782 §2.1).
  public func reading(of answer: DNSAnswer) -> Reading {
    switch answer.outcome {
    case .nameError, .noData: return .absent
    case .failure(let failure): return .failed(failure)
    case .records: break
    }
    let values = answer.addresses.compactMap { if case .v4(let value) = $0 { value } else { nil } }.sorted()
    guard values.allSatisfy({ $0 >> 24 == 127 }), !values.isEmpty else { return .foreign }
    if let refusal = values.lazy.compactMap(Self.refusal).first { return .refused(refusal) }
    let found = codes.filter { code in values.contains(where: code.match.fits) }
    if let refusal = found.first(where: { $0.weight == .refusal }) { return .refused(refusal.meaning) }
    let isKnown = values.allSatisfy { value in codes.contains { $0.match.fits(value) } }
    return isKnown ? .listed(found) : .undocumented
  }

  /// Answers of 127.255.255.0/24 are errors by common usage; Spamhaus documents three of them.
  private static func refusal(_ value: UInt32) -> String? {
    guard value >> 8 == 0x7F_FFFF else { return nil }
    switch value & 0xFF {
    case 252: return "127.255.255.252: the name of the zone is misspelt"
    case 254: return "127.255.255.254: it does not answer public or shared resolvers"
    case 255: return "127.255.255.255: too many questions, or the asker is not registered"
    default: return "127.255.255.\(value & 0xFF): an error code"
    }
  }
}
