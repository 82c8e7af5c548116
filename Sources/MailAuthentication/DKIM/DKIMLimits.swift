/// The limits of DKIM.
enum DKIMLimits {
  /// No registry has so many services, hashes or flags.
  static let listItems = 16
  /// Key records of one selector that are read; from the second on the result is undefined (RFC 6376 §3.6.2.2).
  static let keysPerSelector = 8
  /// Selectors that are asked for without being told by the owner: enough for the usual ones, few enough to be polite.
  static let guesses = 40
  /// Of the common selectors, how many are tried at once: most domains that use a common one use one of these.
  static let firstCommonSelectors = 8
  /// Selectors that the owner may name.
  static let givenSelectors = 64
  /// Signatures of one message that are verified. RFC 6376 §6.1 lets verifiers choose; no honest message has more than
  /// a handful.
  static let signatures = 50
  /// Names in `h=` that are read: those of all fields of RFC 5322 and RFC 2045 twice are fewer than a hundred.
  static let signedNames = 500
  /// RFC 6376 §3.5: times have at most twelve digits.
  static let timeDigits = 12
}
