public import AuditModel
public import Survey

/// A message in a small world, and what a check says of it. It documents the check, and it runs as a test through the
/// real parser and the real survey.
public struct MessageExample: Sendable {
  /// The verdict on this message.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The message, its lines ended by line feeds; on the way they become CRLF.
  public let message: String
  /// The world as zone text, `example.org` being its origin.
  public let zone: String
  /// What is to be seen beside the message and the zone text.
  public let stage: MessageStage
  /// What the owner tells.
  public let options: MessageOptions

  /// Makes an example; `configure` sets what the owner tells.
  public init(
    _ verdict: Verdict, _ title: String, message: String, zone: String = "", stage: MessageStage = .init(),
    configure: (inout MessageOptions) -> Void = { _ in }
  ) {
    self.verdict = verdict
    self.title = title
    self.message = message
    self.zone = zone
    self.stage = stage
    var options = MessageOptions()
    configure(&options)
    self.options = options
  }

  /// What the owner tells in the example, as it is written on the command line.
  var settings: [String] {
    var settings = options.clientAddress.map { ["--ip \($0)"] } ?? []
    if let name = options.heloName { settings.append("--helo \(name)") }
    if let sender = options.mailFrom { settings.append("--mail-from \(sender.isEmpty ? "'<>'" : sender)") }
    settings += options.trustedServices.map { "--authserv-id \($0)" }
    if let kind = options.kind { settings.append("--kind \(kind.rawValue)") }
    if options.isBulk { settings.append("--bulk") }
    if options.triesUnsubscribe { settings.append("--try-unsubscribe") }
    if options.postmaster != nil { settings.append("--postmaster FILE") }
    return settings
  }
}

/// What the world of an example message holds beside message and zone text.
public struct MessageStage: Sendable {
  /// Signatures that are put on top of the message before it is read, the first on top.
  public var signatures: [StagedSignature] = []
  /// ARC sets that are put on top then, the oldest first: what the ARC-Authentication-Results of each says. They are
  /// sealed by `list.example.net` with the example key.
  public var arcSets: [String] = []
  /// What `cv=` of the last set says; nil for what its number demands.
  public var lastValidation: String?
  /// What the body becomes after signing; nil when it stays.
  public var alteredBody: String?
  /// How many octets of text follow the message, in lines.
  public var filler = 0
  /// Whether the line ends stay line feeds, so that an example can hold what no line end is.
  public var keepsLineEnds = false
  /// What HTTPS requests find, by URL; nil when nothing is sent. A URL that is not named cannot be reached.
  public var https: [String: StagedPage]?
  /// The Message-IDs of other messages of the same run.
  public var otherMessageIDs: [String] = []

  /// A stage with nothing on it.
  public init() {}

  /// A stage with one signature, made with the example key, whose record is published at the selector.
  ///
  /// - Parameters:
  ///   - domain: `d=`.
  ///   - body: what the body becomes after signing; nil when it stays.
  ///   - change: what is different about the signature.
  /// - Returns: the stage.
  public static func signed(
    by domain: String, thenBody body: String? = nil, _ change: (inout StagedSignature) -> Void = { _ in }
  ) -> MessageStage {
    var (stage, signature) = (MessageStage(), StagedSignature(domain: domain))
    change(&signature)
    stage.signatures = [signature]
    stage.alteredBody = body
    return stage
  }
}

/// A DKIM signature that an example's message gets.
public struct StagedSignature: Sendable {
  /// `d=`.
  public var domain: String
  /// `s=`.
  public var selector = "s1"
  /// `h=`, with colons.
  public var headerFields = "from:to:subject:date:message-id"
  /// `c=`.
  public var canonicalization = "relaxed/relaxed"
  /// More tags, such as `t=1795600000; x=1795700000`.
  public var moreTags = ""
  /// `l=`; nil for none.
  public var bodyLength: Int?
  /// Whether the zone has the key record.
  public var isPublished = true

  /// A signature of `domain`.
  public init(domain: String) { self.domain = domain }
}
