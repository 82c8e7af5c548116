public import Syntax

extension TagList {
  /// In what the standards that use tag lists differ.
  public struct Options: Sendable {
    /// Whether `P=` is the tag `p`: the ABNF strings of DMARC ignore case, DKIM's tags do not (RFC 6376 §3.2).
    public var ignoresCaseOfNames: Bool
    /// Whether line breaks count as white space round names and values (FWS, RFC 6376 §2.8), or blanks and tabs only.
    public var allowsFolding: Bool
    /// Whether a tag may have an empty value, such as the `p=` of a revoked DKIM key (RFC 6376 §3.6.1).
    public var allowsEmptyValues: Bool
    /// Whether the last tag needs a semicolon too.
    public var requiresFinalSemicolon: Bool
    /// What a part without a name or an equals sign, or with octets that may not stand there, does to the list.
    public var gravityOfMalformedTags: SyntaxFault.Gravity
    /// What a second tag of the same name does to the list.
    public var gravityOfDuplicates: SyntaxFault.Gravity
    /// What an empty part between two semicolons does to the list.
    public var gravityOfEmptyParts: SyntaxFault.Gravity
    /// Whether values may have characters outside of ASCII, as UTF-8 (RFC 8616 §5).
    public var allowsUTF8: Bool
    /// The paragraph that faults point at.
    public var reference: String

    /// Makes the options of one standard.
    public init(
      reference: String, ignoresCaseOfNames: Bool = false, allowsFolding: Bool = false, allowsEmptyValues: Bool = true,
      requiresFinalSemicolon: Bool = false, gravityOfMalformedTags: SyntaxFault.Gravity = .fatal,
      gravityOfDuplicates: SyntaxFault.Gravity = .fatal, gravityOfEmptyParts: SyntaxFault.Gravity = .remark,
      allowsUTF8: Bool = false
    ) {
      self.reference = reference
      self.ignoresCaseOfNames = ignoresCaseOfNames
      self.allowsFolding = allowsFolding
      self.allowsEmptyValues = allowsEmptyValues
      self.requiresFinalSemicolon = requiresFinalSemicolon
      self.gravityOfMalformedTags = gravityOfMalformedTags
      self.gravityOfDuplicates = gravityOfDuplicates
      self.gravityOfEmptyParts = gravityOfEmptyParts
      self.allowsUTF8 = allowsUTF8
    }

    /// DKIM signatures and key records: case counts, white space may fold, a duplicate voids the whole list.
    public static let dkim = Options(reference: "RFC 6376 §3.2", allowsFolding: true)

    /// Signatures in header fields: as key records, but a part without a tag breaks the grammar, and messages of SMTPUTF8
    /// may have UTF-8.
    public static let signature = Options(
      reference: "RFC 6376 §3.2", allowsFolding: true, gravityOfEmptyParts: .fatal, allowsUTF8: true)

    /// DMARC records: case of names does not count, and what is wrong behind the version is dropped, never fatal.
    public static let dmarc = Options(
      reference: "RFC 9989 §4.8", ignoresCaseOfNames: true, allowsEmptyValues: false,
      gravityOfMalformedTags: .ignored, gravityOfDuplicates: .ignored)
  }
}

/// The limits of tag lists.
enum TagListLimits {
  /// No standard defines so many tags; a longer list is an attack on the reader, and the rest of it is not read.
  static let parts = 128
  /// RFC 8461 §3.1, RFC 8460 §3: names of fields have at most 32 characters.
  static let fieldName = 32
}
