/// Makes header fields canonical (RFC 6376 §3.4.1, §3.4.2).
extension DKIMCanonicalization {
  /// Appends a field, name, colon, folding and all, in canonical form with CRLF at its end.
  func append(field octets: ArraySlice<UInt8>, to output: inout [UInt8]) {
    switch self {
    case .simple: Self.appendSimple(octets, to: &output)
    case .relaxed: Self.appendRelaxed(octets, to: &output)
    }
  }

  /// As it is; lines that end in LF alone, as Unix stores them, end in CRLF.
  private static func appendSimple(_ octets: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = octets.startIndex
    for index in octets.indices where octets[index] == Octet.lineFeed {
      let end = index > start && octets[index - 1] == Octet.carriageReturn ? index - 1 : index
      output += octets[start..<end]
      output.append(Octet.carriageReturn)
      output.append(Octet.lineFeed)
      start = index + 1
    }
    if start < octets.endIndex {
      output += octets[start...]
      output.append(Octet.carriageReturn)
      output.append(Octet.lineFeed)
    }
  }

  /// The name in lower case, unfolded, white space as one blank, none round the colon and at the end.
  private static func appendRelaxed(_ octets: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var colon = octets.startIndex
    while colon < octets.endIndex, octets[colon] != UInt8(ascii: ":") {
      if octets[colon] > Octet.blank { output.append(lowercased(octets[colon])) }
      colon += 1
    }
    output.append(UInt8(ascii: ":"))
    var (index, isFirst) = (colon + 1, true)
    while true {
      let gap = endOfGap(octets, from: index)
      if gap.end >= octets.endIndex { break }
      if gap.hasSpace, !isFirst { output.append(Octet.blank) }
      index = endOfRun(octets, from: gap.end)
      output += octets[gap.end..<index]
      isFirst = false
    }
    output.append(Octet.carriageReturn)
    output.append(Octet.lineFeed)
  }

  private static func lowercased(_ octet: UInt8) -> UInt8 { octet >= 0x41 && octet <= 0x5A ? octet | 0x20 : octet }

  /// Behind white space and line ends; a CR without LF is content.
  private static func endOfGap(_ octets: ArraySlice<UInt8>, from start: Int) -> (end: Int, hasSpace: Bool) {
    var (index, hasSpace) = (start, false)
    while index < octets.endIndex {
      let octet = octets[index]
      if octet == Octet.blank || octet == Octet.tab {
        hasSpace = true
      } else if octet == Octet.carriageReturn {
        guard index + 1 < octets.endIndex, octets[index + 1] == Octet.lineFeed else { break }
      } else if octet != Octet.lineFeed {
        break
      }
      index += 1
    }
    return (index, hasSpace)
  }

  /// Behind content, in which single blanks may stand.
  private static func endOfRun(_ octets: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < octets.endIndex {
      let octet = octets[index]
      if octet > Octet.blank {
        index += 1
      } else if octet == Octet.blank {
        guard index + 1 < octets.endIndex, octets[index + 1] > Octet.blank else { return index }
        index += 2
      } else if octet == Octet.tab || octet == Octet.lineFeed || octet == Octet.carriageReturn {
        return index
      } else {
        index += 1
      }
    }
    return index
  }
}
