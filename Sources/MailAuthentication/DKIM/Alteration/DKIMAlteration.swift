public import MailMessage

/// A change of a message after it was signed, proved: undone, the hash or the signature is right again.
public struct DKIMAlteration: Sendable, Hashable {
  /// What kind of change it is.
  public let kind: Kind
  /// What changed exactly, a phrase without a full stop.
  public let detail: String
  /// The field of the header that changed; nil for a change of the body.
  public let field: HeaderField?
  /// The line where it shows, from 1: of the message for a field, of the body for the body; nil when it is all over it.
  public let line: Int?

  /// The kinds of changes that are recognised.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// White space within lines.
    case whiteSpace = "white-space"
    /// White space at the ends of lines.
    case trailingWhiteSpace = "trailing-white-space"
    /// Text behind the end of the body: a footer.
    case textAppended = "text-appended"
    /// Text before the beginning of the body: a banner.
    case textInserted = "text-inserted"
    /// A part behind the last part of a multipart body.
    case partAppended = "part-appended"
    /// The body became the first part of a multipart body.
    case wrapped
    /// The body was encoded otherwise for transfer.
    case transferEncoding = "transfer-encoding"
    /// Lines of base64 were cut otherwise.
    case base64Lines = "base64-lines"
    /// The characters were encoded otherwise.
    case charset
    /// Lines that begin with "From " got a ">".
    case fromQuoting = "from-quoting"
    /// Dots at the beginning of lines were doubled.
    case dotsDoubled = "dots-doubled"
    /// Dots at the beginning of lines were lost.
    case dotsLost = "dots-lost"
    /// Line ends were converted.
    case lineEnds = "line-ends"
    /// Long lines were cut.
    case linesCut = "lines-cut"
    /// Something was put before the subject.
    case subjectTagged = "subject-tagged"
    /// A field was folded otherwise, or its white space changed.
    case refolded
    /// The name of a field was spelled otherwise.
    case nameRespelled = "name-respelled"
    /// An encoded word was encoded otherwise.
    case reencoded
    /// From is that of a list or gateway.
    case fromRewritten = "from-rewritten"
    /// The Message-ID is another one.
    case messageIDRewritten = "message-id-rewritten"
    /// The date was spelled otherwise.
    case dateRespelled = "date-respelled"
    /// Names before addresses were quoted otherwise.
    case addressesRequoted = "addresses-requoted"
    /// A field of MIME has another value.
    case mimeFieldChanged = "mime-field-changed"
    /// A field was added.
    case fieldAdded = "field-added"
    /// Fields of one name stand in another order.
    case fieldsReordered = "fields-reordered"
    /// A field differs from the copy in `z=`.
    case copyDiffers = "copy-differs"
  }
}

/// What became of the search for changes.
public enum DKIMAlterationFinding: Sendable, Hashable {
  /// Nothing changed.
  case unchanged
  /// These changes explain it, proved together.
  case identified([DKIMAlteration])
  /// Something changed that cannot be undone, or that nobody thought of.
  case notIdentified
  /// There was nothing to try with; a phrase says why.
  case notTried(String)

  /// The changes; empty unless they are identified.
  public var alterations: [DKIMAlteration] {
    if case .identified(let alterations) = self { alterations } else { [] }
  }
}

/// What changed since a message was signed.
public struct DKIMDiagnosis: Sendable, Hashable {
  /// Changes of the body.
  public let body: DKIMAlterationFinding
  /// Changes of the header.
  public let header: DKIMAlterationFinding
  /// The Received fields above the signature: the servers that the message passed since, the first one first. Fields above
  /// can be forged like all others, but the servers that one trusts are among them.
  public let hops: [HeaderField]
  /// The hop that received the message with the change, when there are signs of who made it; nil without.
  public let likelyHop: HeaderField?
}

/// The limits of looking for changes.
enum AlterationLimits {
  /// Larger bodies are not searched: they would have to be held in memory.
  static let bodyOctets = 4 << 20
  /// What may be hashed in all for one signature: a fifth of a second.
  static let hashedOctets = 256 << 20
  /// Line ends at which a body may have ended: more lines in a footer are none.
  static let endings = 5000
  /// Lines at which a body may have begun.
  static let beginnings = 40
  /// Signatures that are tried for one header: 20 µs each for RSA.
  static let verifications = 600
  /// Candidates for one field; more are not made of one value.
  static let candidatesPerField = 24
}
