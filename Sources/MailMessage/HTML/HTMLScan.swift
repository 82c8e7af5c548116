/// What HTML holds, without showing it: one pass over the text, no scripts, no style sheets.
public struct HTMLScan: Sendable {
  /// The links, in order; at most ``HTMLLimits/items``.
  public internal(set) var links: [HTMLLink] = []
  /// How many links there are.
  public internal(set) var linkCount = 0
  /// The images, in order; at most ``HTMLLimits/items``.
  public internal(set) var images: [HTMLImage] = []
  /// How many images there are.
  public internal(set) var imageCount = 0
  /// The pieces of hidden text, in order; at most ``HTMLLimits/items``.
  public internal(set) var hidden: [HiddenText] = []
  /// The characters of all hidden text, white space not counted.
  public internal(set) var hiddenCharacters = 0
  /// What readers remove or warn about, in order; at most ``HTMLLimits/items``.
  public internal(set) var features: [HTMLFeature] = []
  /// The text that people see, white space as one blank and blocks as lines.
  public internal(set) var visibleText = ""
  /// The title.
  public internal(set) var title: String?
  /// The address of `base`, which links are relative to.
  public internal(set) var base: String?
  /// The charset of `meta`, in lower case.
  public internal(set) var declaredCharset: String?
  /// The octets of the text that was read.
  public let size: Int

  /// Nothing yet.
  private init(size: Int) { self.size = size }

  /// Reads `octets` in `charset`; octets above 127 of an unknown charset are taken for UTF-8.
  public init(_ octets: [UInt8], charset: Charset? = .utf8) {
    var reader = HTMLReader(octets, charset: charset)
    self = reader.scan(HTMLScan(size: octets.count))
  }

  /// The features of one kind.
  public func features(_ kind: HTMLFeature.Kind) -> [HTMLFeature] { features.filter { $0.kind == kind } }
}
