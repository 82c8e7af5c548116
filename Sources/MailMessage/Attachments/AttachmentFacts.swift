/// What is to be said of a part as a file, without unpacking it.
public struct AttachmentFacts: Sendable, Hashable {
  /// The name; nil without one.
  public let name: AttachmentName?
  /// The format that its first octets tell; nil when it is not known.
  public let format: FileFormat?
  /// The zip archive; nil when it is none.
  public let zip: ZipArchive?
  /// Whether the extension belongs to another format.
  public let isNameUntrue: Bool
  /// Whether Content-Type names another format.
  public let isTypeUntrue: Bool

  /// Looks at a part; nil when it has parts inside.
  public init?(_ part: MIMEPart) {
    guard let content = part.content else { return nil }
    name = part.fileName.map { AttachmentName($0) }
    format = FileFormat(content.head)
    zip = ZipArchive(content)
    let expected = format?.extensions ?? []
    isNameUntrue = name?.fileExtension.map { !expected.isEmpty && !expected.contains($0) } ?? false
    let isVague = part.contentType.type == "application" && part.contentType.subtype == "octet-stream"
    isTypeUntrue = !isVague && format?.mediaTypes.map { !$0.contains(part.mediaType) } ?? false
  }

  /// Whether it is an archive whose files were not looked at.
  public var isUnseenArchive: Bool {
    switch format {
    case .rar?, .sevenZip?: true
    case .zip?: zip?.entries == nil
    default: false
    }
  }

  /// The names that receivers judge: its own, and those in the archive.
  public var allNames: [AttachmentName] {
    (name.map { [$0] } ?? []) + (zip?.entries ?? []).map { AttachmentName($0.name) }
  }
}
