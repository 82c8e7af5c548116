/// Why a zip archive, or one of its members, could not be read.
public enum ZipFault: Error, Sendable, Hashable {
  /// It does not have the form of a zip archive (APPNOTE.TXT of PKWARE, §4.3).
  case malformed
  /// It ends too soon.
  case incomplete
  /// The member is encrypted.
  case encrypted
  /// The member is packed with a method that is not read; 8 is deflate.
  case method(Int)
  /// The sizes that it tells are not those of its data.
  case sizesUntrue
  /// Its data is not what its checksum says.
  case checksum
  /// It has more members than this.
  case tooMany(Int)
  /// The data of the member could not be unpacked.
  case packed(InflateFault)
}

extension ZipFault: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch self {
    case .malformed: "an archive that is damaged"
    case .incomplete: "an archive that ends too soon"
    case .encrypted: "an encrypted file in the archive"
    case .method(let number): "a file packed with method \(number) in the archive; only deflate (8) is read"
    case .sizesUntrue: "a file in the archive whose sizes are not true"
    case .checksum: "a file in the archive whose checksum is not true"
    case .tooMany(let limit): "an archive of more than \(limit) files"
    case .packed(let fault): fault.description
    }
  }
}

/// Takes the members of an archive, one after another.
public protocol ZipReceiver: AnyObject {
  /// A member begins; of its name only the last part is told, without control characters.
  func memberBegan(_ name: String)
  /// Octets of its content; false when no more are wanted.
  func memberContent(_ octets: Span<UInt8>) -> Bool
  /// The member ends; the fault says why it is not whole.
  func memberEnded(_ fault: ZipFault?)
}

/// How far archives of strangers are read.
public struct ZipLimits: Sendable, Hashable {
  /// The octets of all members.
  public var octets: Int
  /// The octets of one member.
  public var memberOctets: Int
  /// The members.
  public var members: Int

  /// Limits of these numbers.
  public init(octets: Int, memberOctets: Int, members: Int = 1_000) {
    self.octets = octets
    self.memberOctets = memberOctets
    self.members = members
  }
}
