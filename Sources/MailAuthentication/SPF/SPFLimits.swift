/// The limits of SPF.
public struct SPFLimits: Sendable, Hashable {
  /// RFC 7208 §4.6.4: at most ten of include, a, mx, ptr, exists and redirect in a whole evaluation.
  public var lookups = 10
  /// RFC 7208 §4.6.4: at most two look-ups that end in NXDOMAIN or in an answer without records.
  public var voidLookups = 2
  /// RFC 7208 §4.6.4: at most ten exchanges of an mx, and ten names of a ptr or `%{p}`.
  public var names = 10

  /// The limits of RFC 7208.
  public init() {}

  /// RFC 7208 §4.6.4: an evaluation may take at least 20 seconds before it ends in a temperror.
  public static let time: Duration = .seconds(20)
  /// RFC 7208 §3.4: a record should have at most 450 octets so that its answer fits in 512.
  public static let recommendedRecordOctets = 450
  /// RFC 7208 §7.3: an expanded name has at most 253 characters.
  static let expandedNameOctets = 253
  /// RFC 7208 §7.3 asks for at least the 127 labels that a name can have; more parts cannot make a difference.
  static let keptParts = 128
  /// An explanation is one SMTP reply line (RFC 7208 §8.4, RFC 5321 §4.5.3.1.5): longer ones are cut off as void.
  static let explanationOctets = 4096
  /// Faults kept of one record: a hostile record of 64 kB can hold thousands.
  static let faults = 64
}

extension SPFLimits {
  /// How far the static walk of an include tree goes; all far beyond what a record that works can need.
  enum Walk {
    /// Records in the tree, each occurrence counted: an evaluation that works reaches at most eleven.
    static let nodes = 128
    /// Levels below the first record: an evaluation that works reaches at most ten.
    static let depth = 20
    /// Questions in all: ten terms may cost eleven questions for each of two families, and then twice that.
    static let questions = 480
    /// Terms of one record: an answer of 64 kB holds thousands, one that receivers can read a few dozen.
    static let terms = 256
    /// Terms in the whole tree, each occurrence counted.
    static let totalTerms = 4096
  }
}
