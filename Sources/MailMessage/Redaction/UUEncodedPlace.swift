/// Where one is in a file in uuencode (POSIX, uuencode), whose data are letters, digits and signs: none of them may stay.
/// The lines keep their lengths, so that the file is still seen to be one.
struct UUEncodedPlace {
  private var place = Place.line(matched: 0)
  /// The word that opens a file.
  static let openingWord = Array("begin".utf8)
  private static let opening = openingWord + [0x20]

  private enum Place {
    /// At the beginning of a line, behind so many octets of the opening.
    case line(matched: Int)
    case mode(digits: Int)
    case name
    case other
    case dataLine
    /// So many octets of data may come.
    case data(Int)
  }

  /// What becomes of an octet.
  enum Fate {
    /// It is text.
    case text
    /// It ends the word that opens a file, which stays.
    case opening
    /// It is replaced by another octet.
    case replaced(UInt8)
  }

  /// Takes the next octet.
  mutating func take(_ octet: UInt8) -> Fate {
    if octet == 0x0A { return endLine() }
    switch place {
    case .line(let matched):
      guard octet == Self.opening[matched] else { break }
      if matched + 1 < Self.opening.count {
        place = .line(matched: matched + 1)
        return .text
      }
      place = .mode(digits: 0)
      return .opening
    case .mode(let digits): return inMode(octet, digits)
    case .name: return .text
    case .other: break
    case .dataLine:
      guard Self.isData(octet) else { break }
      // The first character tells how many octets the line has; a checksum may be its last character.
      place = .data((Int(octet - 0x20) & 0x3F + 2) / 3 * 4 + 1)
      return .replaced(octet)
    case .data(let room):
      if octet == 0x0D { return .replaced(octet) }
      guard room > 0, Self.isData(octet) else { break }
      place = .data(room - 1)
      return .replaced(UInt8(ascii: "X"))
    }
    place = .other
    return .text
  }

  private mutating func endLine() -> Fate {
    switch place {
    case .name, .dataLine, .data: place = .dataLine
    default: place = .line(matched: 0)
    }
    return .text
  }

  /// The permissions of the file, all of which become those of an ordinary one.
  private mutating func inMode(_ octet: UInt8, _ digits: Int) -> Fate {
    if (0x30...0x37).contains(octet), digits < 4 {
      place = .mode(digits: digits + 1)
      return .replaced(UInt8(ascii: digits == 0 ? "6" : "4"))
    }
    place = octet == 0x20 && digits >= 3 ? .name : .other
    return .text
  }

  private static func isData(_ octet: UInt8) -> Bool { (0x20...0x60).contains(octet) }
}
