public import DNS

/// Tells the names that networks give to all their addresses from names that somebody chose for a mail host.
///
/// Receivers take the former for lines of homes and for rented machines that nobody set up. A name is generic when it
/// is a known default of a network, spells the address, or has a word of access lines. Words of mail hosts speak for a
/// name: mail services number their hosts too.
public enum GenericReverseName {
  /// What makes a name generic.
  public enum Sign: Sendable, Hashable, CustomStringConvertible {
    /// It is the name that a network gives unless told otherwise.
    case defaultName(network: String)
    /// It spells the address in decimal numbers.
    case numbers(String)
    /// It spells the address in hexadecimal digits.
    case hexadecimal(String)
    /// It has a word that stands for access lines and pools.
    case word(String)

    /// The sign in a phrase.
    public var description: String {
      switch self {
      case .defaultName(let network): "the name that \(network) gives to every address"
      case .numbers(let text), .hexadecimal(let text): "it spells the address (\(text))"
      case .word(let word): "its part \"\(word)\" stands for access lines and pools"
      }
    }
  }

  /// The sign that `name` is generic for `address`; nil for a name that seems chosen.
  public static func sign(of name: DomainName, for address: IPAddress) -> Sign? {
    let labels = name.labels.reversed() as [ArraySlice<UInt8>]
    if let network = defaultNames.first(where: { $0.pattern.matches(reversed: labels) })?.network {
      return .defaultName(network: network)
    }
    let host = HostPart(name)
    if let word = host.words.first(where: lineWords.contains) { return .word(word) }
    if host.isMailHost { return nil }
    if let text = host.hexadecimal(of: address) { return .hexadecimal(text) }
    if let text = host.numbers(of: address) { return .numbers(text) }
    return host.words.first(where: poolWords.contains).map(Sign.word)
  }
}

/// The labels of a name in front of the last two, taken apart into words and numbers.
struct HostPart {
  /// Runs of letters.
  private(set) var words: [String] = []
  /// Runs of digits, in the order of the name.
  private(set) var numbers: [String] = []
  /// Runs of letters and digits: the text between dots, hyphens and underscores.
  private(set) var pieces: [String] = []

  init(_ name: DomainName) {
    for label in name.labels.dropLast(2) {
      for piece in label.split(whereSeparator: { !$0.isASCIILetter && !$0.isASCIIDigit }) {
        pieces.append(String(decoding: piece, as: UTF8.self))
        take(piece)
      }
    }
  }

  private mutating func take(_ piece: ArraySlice<UInt8>) {
    var start = piece.startIndex
    while start < piece.endIndex {
      let isDigit = piece[start].isASCIIDigit
      let end = piece[start...].firstIndex { $0.isASCIIDigit != isDigit } ?? piece.endIndex
      let text = String(decoding: piece[start..<end], as: UTF8.self)
      if isDigit { numbers.append(text) } else { words.append(text) }
      start = end
    }
  }

  /// Whether a word says that the host is for mail.
  var isMailHost: Bool {
    words.contains { word in
      GenericReverseName.mailWords.contains(word) || GenericReverseName.mailPrefixes.contains { word.hasPrefix($0) }
    }
  }
}
