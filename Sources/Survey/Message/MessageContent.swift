public import MailMessage

/// What people see of a message: its texts and its HTML, attached files and messages left out.
public struct MessageContent: Sendable {
  /// The parts of HTML, in order.
  public let html: [HTML]
  /// The parts of plain text, in order.
  public let plain: [Plain]

  /// A part of HTML, read.
  public struct HTML: Sendable {
    /// The part.
    public let part: MIMEPart
    /// What it holds.
    public let scan: HTMLScan
  }

  /// A part of plain text.
  public struct Plain: Sendable {
    /// The part.
    public let part: MIMEPart
    /// The text, as far as it was kept.
    public let text: String
  }

  init(_ body: MessageBody) {
    let shown = body.leaves.filter { part in
      part.contentType.type == "text" && part.disposition?.isAttachment != true && part.content?.text != nil
        && !Self.isInMessage(part, of: body)
    }
    html = shown.filter { $0.contentType.subtype == "html" }.map { part in
      let form = part.contentType.charset.flatMap { CharsetForm(named: $0) }
      let text = part.content?.text ?? []
      return HTML(part: part, scan: HTMLScan(form?.unmistakable(text) ?? text, charset: part.charset ?? .utf8))
    }
    plain = shown.filter { $0.contentType.subtype == "plain" }.map { Plain(part: $0, text: $0.text ?? "") }
  }

  /// Whether the part belongs to a message that is attached.
  private static func isInMessage(_ part: MIMEPart, of body: MessageBody) -> Bool {
    var parent = part.parent
    while let number = parent, body.parts.indices.contains(number) {
      if body.parts[number].contentType.type == "message" { return true }
      parent = body.parts[number].parent
    }
    return false
  }
}

extension MessageContent {
  /// A link, and what is seen of it.
  public struct Link: Sendable {
    /// Where it leads.
    public let target: String
    /// The words that are seen; nil in plain text, where the address itself is.
    public let text: String?
    /// Whether nobody sees it.
    public let isHidden: Bool
    /// The line of the message.
    public let line: Int
  }

  /// Every link of HTML and text, in order.
  public var links: [Link] {
    let tagged = html.flatMap { html in
      html.scan.links.map { link in
        Link(
          target: link.target, text: link.text, isHidden: link.isHidden,
          line: html.part.content?.line(of: link.offset) ?? 1)
      }
    }
    let written = plain.flatMap { plain in
      PlainLink.find(in: plain.part.content?.text ?? []).map { link in
        Link(
          target: link.target, text: nil, isHidden: false,
          line: plain.part.content?.line(of: link.range.lowerBound) ?? 1)
      }
    }
    return tagged + written
  }
}
