/// One piece of a structured field (RFC 5322 §3.2).
package struct FieldToken: Sendable, Hashable {
  /// What a piece is.
  package enum Kind: Sendable {
    /// Octets that mean nothing special, dots among them where the grammar wants that.
    case atom
    /// `=?charset?encoding?text?=` (RFC 2047 §2).
    case encodedWord
    /// `"…"`, the quotation marks in the range.
    case quotedString
    /// `[…]`, the brackets in the range.
    case domainLiteral
    /// `(…)`, the parentheses in the range.
    case comment
    /// One octet that means something by itself.
    case special
  }

  /// What it is.
  package let kind: Kind
  /// Where it stands.
  package let range: Range<Int>
  /// Whether white space stands before it.
  package let hasSpaceBefore: Bool
}

/// Octets that mean something by themselves.
package struct FieldSpecials: Sendable {
  private let table: [Bool]

  package init(_ octets: String) {
    var table = [Bool](repeating: false, count: 256)
    for octet in octets.utf8 { table[Int(octet)] = true }
    self.table = table
  }

  package func contains(_ octet: UInt8) -> Bool { table[Int(octet)] }

  /// Those of addresses (RFC 5322 §3.2.3) but for the dot, which is left in its atom.
  package static let address = FieldSpecials("<>:;@,")
  /// Only the semicolon: trace fields, whose words hold nearly everything.
  package static let trace = FieldSpecials(";")
  /// Those of MIME (RFC 2045 §5.1) that part one item from another.
  package static let parameters = FieldSpecials(";=/")
}
