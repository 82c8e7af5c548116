/// What strangers' signatures may cost.
enum DNSSECLimits {
  /// So many signatures of one set are kept. A set in the middle of a change of algorithms has four.
  static let signatures = 16
  /// So many times a signature of one set is tried with a key: CVE-2023-50387 made sets on which validators worked for
  /// hours. unbound gives up after 8 with the same tag.
  static let attempts = 16
  /// So many keys with one tag are tried (CVE-2023-50387); honest zones have one, or two by accident.
  static let keysWithOneTag = 4
  /// So many DS records of a zone are compared with its keys: one, or two while a key is changed.
  static let delegationSigners = 16
  /// So many times a signature is tried for one question, its share of the chain included.
  static let attemptsOfQuestion = 200
  /// So many sets of NSEC or NSEC3 records are looked at in one answer; the longest proof needs four.
  static let denials = 16
  /// RFC 8017 and common sense: OpenSSL spends too long on longer RSA keys. RFC 3110 §2 sets this limit.
  static let rsaModulusOctets = 512
  /// No RSA key in use has a longer exponent; a long one makes each try slow.
  static let rsaExponentOctets = 8
  /// So many names of a chain are asked about at once.
  static let namesAtOnce = 10
  /// So many rounds of questions: aliases to other zones take two each.
  static let rounds = 24
  /// So many good signatures are remembered while a batch is judged; a domain has thirty.
  static let verifiedSignatures = 256
  /// So many states of zones are kept from audit to audit.
  static let keptZones = 4_096
  /// No state of a zone is kept for longer, in seconds: an audit wants to see a mended zone soon.
  static let keptSeconds = 300
  /// A file of trust anchors has a few lines.
  static let anchors = 1_000
}
