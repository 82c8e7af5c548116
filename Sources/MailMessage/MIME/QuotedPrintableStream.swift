/// Decodes quoted-printable that comes in pieces (RFC 2045 §6.7). What is wrong stays as it is written, and is told.
public struct QuotedPrintableStream: Sendable {
  /// Equals signs that neither two hexadecimal digits nor a line end follow.
  public private(set) var badEscapes = Occurrences()
  /// Hexadecimal digits in lower case.
  public private(set) var lowerCase = Occurrences()
  /// Octets above 127.
  public private(set) var eightBit = Occurrences()
  /// Lines that end in white space, a soft line break included.
  public private(set) var trailingBlanks = Occurrences()
  private var state = State.text
  /// White space, and a CR behind it, that may be the end of a line.
  private var pending: [UInt8] = []
  private var mark = SourcePlace(offset: 0, line: 1, column: 1)

  private enum State {
    case text
    /// Behind an equals sign.
    case escape
    /// Behind an equals sign and a digit.
    case digit(UInt8)
    /// Behind an equals sign and white space or CR, which are pending.
    case softBreak
  }

  /// Nothing yet.
  public init() {}

  /// Decodes `octets`, which stand at `place`.
  public mutating func decode(_ octets: Span<UInt8>, at place: SourcePlace, into result: inout [UInt8]) {
    for index in octets.indices {
      let octet = octets[index]
      if case .text = state, octet > 0x20, octet != 0x3D, octet < 0x80, pending.isEmpty {
        result.append(octet)
      } else {
        take(octet, place.advanced(by: index), &result)
      }
    }
  }

  private mutating func take(_ octet: UInt8, _ place: SourcePlace, _ result: inout [UInt8]) {
    switch state {
    case .text: takeText(octet, place, &result)
    case .escape:
      if octet.hexadecimalValue != nil {
        state = .digit(octet)
      } else if octet.isFolding {
        state = .softBreak
        takeSoftBreak(octet, place, &result)
      } else {
        giveUp([0x3D], &result)
        takeText(octet, place, &result)
      }
    case .digit(let first): takeDigit(octet, after: first, place, &result)
    case .softBreak: takeSoftBreak(octet, place, &result)
    }
  }

  private mutating func takeText(_ octet: UInt8, _ place: SourcePlace, _ result: inout [UInt8]) {
    if octet == 0x0A {
      let isCRLF = pending.last == 0x0D
      if pending.count > (isCRLF ? 1 : 0) { trailingBlanks.add(at: mark) }
      pending.removeAll(keepingCapacity: true)
      if isCRLF { result.append(0x0D) }
      result.append(0x0A)
      return
    }
    if octet.isWhiteSpace || octet == 0x0D {
      if pending.last == 0x0D || pending.count >= MIMELimits.lineOctets { flush(&result) }
      if pending.isEmpty { mark = place }
      return pending.append(octet)
    }
    flush(&result)
    if octet == 0x3D {
      mark = place
      state = .escape
    } else {
      if octet >= 0x80 { eightBit.add(at: place) }
      result.append(octet)
    }
  }

  private mutating func takeDigit(
    _ octet: UInt8, after first: UInt8, _ place: SourcePlace, _ result: inout [UInt8]
  ) {
    guard let high = first.hexadecimalValue, let low = octet.hexadecimalValue else {
      giveUp([0x3D, first], &result)
      return takeText(octet, place, &result)
    }
    if first >= 0x61 || octet >= 0x61 { lowerCase.add(at: mark) }
    result.append(high << 4 | low)
    state = .text
  }

  private mutating func takeSoftBreak(_ octet: UInt8, _ place: SourcePlace, _ result: inout [UInt8]) {
    if octet == 0x0A {
      if pending.count > (pending.last == 0x0D ? 1 : 0) { trailingBlanks.add(at: mark) }
      pending.removeAll(keepingCapacity: true)
      state = .text
    } else if octet.isFolding, pending.last != 0x0D, pending.count < MIMELimits.lineOctets {
      pending.append(octet)
    } else {
      giveUp([0x3D], &result)
      flush(&result)
      takeText(octet, place, &result)
    }
  }

  /// What begins with an equals sign stays as it is.
  private mutating func giveUp(_ octets: [UInt8], _ result: inout [UInt8]) {
    badEscapes.add(at: mark)
    result += octets
    state = .text
  }

  private mutating func flush(_ result: inout [UInt8]) {
    result += pending
    pending.removeAll(keepingCapacity: true)
  }

  /// The text ends at `place`.
  public mutating func finish(at place: SourcePlace, into result: inout [UInt8]) {
    switch state {
    case .text: if !pending.isEmpty { trailingBlanks.add(at: mark) }
    // A soft line break at the very end: nothing was to follow.
    case .escape, .softBreak: break
    case .digit(let first): giveUp([0x3D, first], &result)
    }
    pending = []
    state = .text
  }
}
