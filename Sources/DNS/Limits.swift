/// The limits of names.
enum Limits {
  /// RFC 1035 §2.3.4: a label has at most 63 octets.
  static let labelOctets = 63
  /// RFC 1035 §2.3.4: a name has at most 255 octets on the wire, the root's octet included.
  static let nameOctets = 255
  /// Room for nearly all names; no limit.
  static let usualNameOctets = 64
}
