import Syntax

extension BodyScan {
  /// The header of the innermost part is complete and its content begins at `start`.
  mutating func openBody(at start: SourcePlace) {
    guard let part = frames.last?.part else { return }
    parts[part].body = start.offset..<start.offset
    parts[part].bodyLine = start.line
    readFields(of: part)
    pendingEnd = 0
    frames[frames.count - 1].role = role(of: part)
    switch frames[frames.count - 1].role {
    case .preamble: openMultipart(part)
    case .message: openPart(in: frames.count - 1, at: start)
    case .leaf: sink = ContentSink(of: parts[part], textLimit: min(textBudget, MIMELimits.textOctets))
    default: break
    }
  }

  /// What is inside a part, by its type.
  private mutating func role(of part: Int) -> PartFrame.Role {
    let type = parts[part].contentType
    let role = Self.role(of: type)
    if case .leaf = role { return .leaf }
    switch parts[part].encoding {
    case .sevenBit, .eightBit, .binary: break
    case .base64, .quotedPrintable, .other:
      log.add(MIMEFault(.encodedComposite, part: part, at: place(of: "content-transfer-encoding", in: part)))
      // The boundaries of a multipart stand outside its encoding; a message cannot be read without decoding it.
      if type.type == "message" { return .leaf }
    }
    if parts[part].depth >= MIMELimits.depth || parts.count >= MIMELimits.parts {
      tell(parts[part].depth >= MIMELimits.depth ? .tooDeep : .tooManyParts, part)
      return .leaf
    }
    return role
  }

  private static func role(of type: ContentType) -> PartFrame.Role {
    switch type.mediaType {
    case "message/rfc822", "message/global", "message/news", "message/external-body", "message/rfc2822": .message
    case "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
      "message/global-disposition-notification", "message/feedback-report":
      .groups
    default: type.type == "multipart" ? .preamble : .leaf
    }
  }

  private mutating func openMultipart(_ part: Int) {
    let frame = frames.count - 1
    guard let boundary = parts[part].contentType.boundary.map({ Array($0.utf8) }), !boundary.isEmpty else {
      tell(.noBoundary, part)
      return takeAsLeaf(part)
    }
    if !Self.isSound(boundary) { tell(.badBoundary, part) }
    frames[frame].boundary = boundary
    multiparts.append(frame)
    // Of two open multiparts with the same boundary the outer one takes it, as in most readers.
    if boundaries[boundary] == nil { boundaries[boundary] = frame } else { tell(.sameBoundary, part) }
  }

  private mutating func takeAsLeaf(_ part: Int) {
    frames[frames.count - 1].role = .leaf
    sink = ContentSink(of: parts[part], textLimit: 0)
  }

  /// 1 to 70 characters of `bchars`, the last no blank (RFC 2046 §5.1.1).
  private static func isSound(_ boundary: [UInt8]) -> Bool {
    boundary.count <= 70 && boundary.last != 0x20
      && boundary.allSatisfy { $0.isLetter || $0.isDigit || "'()+_,-./:=? ".utf8.contains($0) }
  }

  /// Reads the fields of MIME in the header of `part`.
  mutating func readFields(of part: Int) {
    parts[part].contentTypeField = read("content-type", in: part, ContentType.parse)
    parts[part].encodingField = read("content-transfer-encoding", in: part, ContentTransferEncoding.parse)
    parts[part].dispositionField = read("content-disposition", in: part, ContentDisposition.parse)
    if let type = parts[part].contentTypeField?.value {
      parts[part].contentType = type
    } else if parts[part].contentTypeField == nil, let parent = parts[part].parent,
      parts[parent].mediaType == "multipart/digest"
    {
      parts[part].contentType = ContentType(type: "message", subtype: "rfc822", parameters: [])
    }
    if part == 0, parts[0].contentTypeField != nil, parts[0].field("mime-version") == nil { tell(.noMIMEVersion, 0) }
  }

  /// Reads the topmost field called `name`, and tells of its faults and of a second one.
  private mutating func read<Value>(
    _ name: HeaderName, in part: Int, _ parse: ([UInt8]) -> Parsed<Value>
  ) -> Parsed<Value>? {
    let fields = parts[part].fields.filter { parts[part].isNamed($0, name) }
    guard let field = fields.first else { return nil }
    let parsed = parse(parts[part].body(of: field))
    let start = parts[part].headerRange.lowerBound + field.body.lowerBound
    for fault in parsed.faults {
      let place = TextPosition(
        field.body.lowerBound - field.range.lowerBound + fault.range.lowerBound,
        in: Array(parts[part].header[field.range]))
      log.add(
        MIMEFault(
          kind: .field, part: part,
          fault: SyntaxFault(
            (start + fault.range.lowerBound)..<(start + fault.range.upperBound), fault.message, fault.reference,
            gravity: fault.gravity),
          position: TextPosition(line: field.line + place.line - 1, column: place.column), count: 1))
    }
    for second in fields.dropFirst().prefix(1) {
      let offset = parts[part].headerRange.lowerBound + second.range.lowerBound
      log.add(
        MIMEFault(
          .fieldTwice, part: part, at: SourcePlace(offset: offset, line: second.line, column: 1),
          length: second.range.count, count: fields.count - 1))
    }
    return parsed
  }
}
