/// The limits of keys, errors, certificates and sessions.
enum Limits {
  /// OpenSSL's queue holds 16 errors (`ERR_NUM_ERRORS`).
  static let errorReasons = 16
  /// Small factors are sought among the primes below this number: the product of two large primes has none, and of
  /// moduli that came to harm on their way into DNS four in five have one.
  static let smallPrimeBound = 256
  /// Verifiers need not go beyond 4096 bits (RFC 8301 §3.2); arithmetic over longer numbers than this is not done,
  /// so that nobody can make us work with a giant key.
  static let modulusBits = 8192
  /// What TLS puts into one record (RFC 9846 §5.1).
  static let recordOctets = 16_384
  /// A directory with fewer certificates holds none of the public roots, of which there are more than a hundred: only
  /// what somebody put there.
  static let fewestRoots: Int32 = 20
  /// OpenSSL itself builds chains of at most 100; public ones have three or four.
  static let chainCertificates = 20
  /// Faults that are kept of one chain: each certificate can have a few.
  static let chainFaults = 40
  /// A certificate of a thousand names has about 40 KB; OpenSSL takes 100 KB for a whole chain by default.
  static let certificateOctets = 102_400
  /// More names than any certificate authority puts into one certificate.
  static let subjectNames = 1000
  /// What is shown of a subject.
  static let nameOctets = 512
  /// RFC 5280 §4.1.2.2: a serial number has at most 20 octets.
  static let serialOctets = 20
  /// More attributes, extensions or purposes than any certificate has.
  static let listEntries = 200
  /// Object identifiers in use have fewer than 20 octets.
  static let identifierOctets = 64
  /// A mark certificate has one image with one digest and one place; so many of each are read.
  static let logotypes = 8
}
