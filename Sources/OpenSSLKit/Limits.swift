/// The limits of keys and errors.
enum Limits {
  /// OpenSSL's queue holds 16 errors (`ERR_NUM_ERRORS`).
  static let errorReasons = 16
  /// Small factors are sought among the primes below this number: the product of two large primes has none, and of
  /// moduli that came to harm on their way into DNS four in five have one.
  static let smallPrimeBound = 256
  /// Verifiers need not go beyond 4096 bits (RFC 8301 §3.2); arithmetic over longer numbers than this is not done,
  /// so that nobody can make us work with a giant key.
  static let modulusBits = 8192
}
