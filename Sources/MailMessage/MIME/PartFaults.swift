import Syntax

/// What a part says of itself, and what it is.
struct PartFaults {
  let part: MIMEPart
  let content: PartContent

  /// Tells of declarations that are not true; `type` is the place of Content-Type.
  func tell(_ log: inout MIMEFaultLog, _ type: SourcePlace) {
    tellEncoding(&log)
    if part.contentType.type == "text" { tellCharset(&log, type) }
  }

  private func tellEncoding(_ log: inout MIMEFaultLog) {
    switch part.encoding {
    case .sevenBit: log.add(.eightBitIn7bit, part.number, part.lines.eightBit)
    case .eightBit, .quotedPrintable, .base64: break
    case .binary, .other: return
    }
    switch part.encoding {
    case .sevenBit, .eightBit: log.add(.lineTooLong, part.number, part.lines.overlong)
    default: break
    }
    log.add(.nul, part.number, part.lines.nul)
    log.add(.bareCR, part.number, part.lines.bareCR)
  }

  private func tellCharset(_ log: inout MIMEFaultLog, _ type: SourcePlace) {
    guard let name = part.contentType.charset, part.contentTypeField?.value != nil else {
      return log.add(.noCharset, part.number, content.eightBit)
    }
    guard let charset = Charset(named: name) else {
      guard let form = CharsetForm(named: name) else {
        return log.add(MIMEFault(.unknownCharset, part: part.number, at: type))
      }
      return tellForm(form, &log, type)
    }
    switch charset {
    case .utf8: log.add(.notUTF8, part.number, content.notUTF8)
    case .ascii: log.add(.eightBitInASCII, part.number, content.eightBit)
    case .latin1, .latin9, .windows1252:
      if !content.isASCII, content.isUTF8 {
        log.add(.utf8AsLatin, part.number, content.eightBit)
      } else if charset != .windows1252 {
        log.add(.controlInLatin, part.number, content.controls)
      }
    }
  }

  /// A charset without a table here: text that cannot be of it, or is UTF-8.
  private func tellForm(_ form: CharsetForm, _ log: inout MIMEFaultLog, _ type: SourcePlace) {
    if form == .singleOctet, !content.isASCII, content.isUTF8 {
      return log.add(.utf8AsLatin, part.number, content.eightBit)
    }
    guard let text = content.text, !content.isTextCut, let fault = form.firstFault(in: text) else { return }
    let place = SourcePlace(offset: type.offset, line: content.line(of: fault), column: 1)
    log.add(MIMEFault(.notInCharset, part: part.number, at: place))
  }
}
