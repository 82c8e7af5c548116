public import DNS

/// The Public Suffix List (publicsuffix.org): under which names others may register names.
///
/// The rules are one sorted text, searched by halving: nothing is read or built at start. RFC 7489 §3.2 finds
/// organizational domains with it; RFC 9989 does not need it.
public struct PublicSuffixList: Sendable {
  /// The day of the list, as year, month and day; nil for a list that does not tell.
  public let date: String?
  /// One line a name in the order of octets: the name, a blank, and a letter for each kind of rule.
  private let rules: String
  private let memory = RegistrableDomains()

  /// Takes rules in the form of the shipped table.
  init(date: String?, rules: String) {
    self.date = date
    self.rules = rules
  }

  /// The list that mailaudit ships.
  public static let shipped = PublicSuffixList(date: shippedDate, rules: shippedRules)

  /// Which part of the list a rule stands in.
  public enum Section: String, Sendable, Hashable {
    /// Suffixes of registries that ICANN or IANA delegate to.
    case icann
    /// Suffixes of others, such as hosting companies.
    case `private`
    /// No rule matches: the last label alone is the suffix (the list's default rule `*`).
    case defaultRule
  }

  /// The rule that prevails for a name.
  public struct Match: Sendable, Hashable {
    /// The public suffix that the rule gives.
    public let suffix: DomainName
    /// The rule in the list's own words, U-labels as A-labels.
    public let rule: String
    /// Where the rule stands.
    public let section: Section
  }
}

extension PublicSuffixList {
  /// The rule that prevails for `name`: an exception, otherwise the one with the most labels. Nil for the root.
  public func match(_ name: DomainName) -> Match? {
    let count = name.labelCount
    guard count > 0 else { return nil }
    let text = Self.presentation(name)
    var best = Match(suffix: name.suffix(labels: 1), rule: "*", section: .defaultRule)
    for labels in 1...min(count, PublicSuffixLimits.labels) {
      for kind in kinds(of: text.octets[text.starts[count - labels]...]) {
        let candidate = name.suffix(labels: labels)
        switch kind {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
          return Match(
            suffix: name.suffix(labels: labels - 1), rule: "!" + candidate.description, section: section(kind))
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
          guard labels < count else { continue }
          best = Match(
            suffix: name.suffix(labels: labels + 1), rule: "*." + candidate.description, section: section(kind))
        default:
          guard labels >= best.suffix.labelCount else { continue }
          best = Match(suffix: candidate, rule: candidate.description, section: section(kind))
        }
      }
    }
    return best
  }

  /// The suffix under which `name` is registered, or `name` itself; nil for the root.
  public func publicSuffix(of name: DomainName) -> DomainName? { match(name)?.suffix }

  /// The public suffix with one label more; nil when `name` is a public suffix or the root.
  public func registrableDomain(of name: DomainName) -> DomainName? {
    memory.domain(of: name, otherwise: lookUp)
  }

  private func lookUp(_ name: DomainName) -> DomainName? {
    guard let suffix = publicSuffix(of: name), suffix != name else { return nil }
    return name.suffix(labels: suffix.labelCount + 1)
  }

  private func section(_ kind: UInt8) -> Section { kind < UInt8(ascii: "a") ? .private : .icann }

  /// The labels with dots between, without escapes: a label with a dot inside matches no rule anyway. And where each
  /// label begins.
  private static func presentation(_ name: DomainName) -> (octets: [UInt8], starts: [Int]) {
    var (octets, starts): ([UInt8], [Int]) = (Array(name.wire.dropFirst().dropLast()), [0])
    var end = Int(name.wire[0])
    while end < octets.count {
      starts.append(end + 1)
      end += 1 + Int(octets[end])
      octets[starts[starts.count - 1] - 1] = UInt8(ascii: ".")
    }
    return (octets, starts)
  }
}

extension PublicSuffixList {
  /// The letters behind `name` in the table; empty when it has no rule.
  private func kinds(of name: ArraySlice<UInt8>) -> [UInt8] {
    let table = rules.utf8.span
    var (low, high) = (0, table.count)
    while low < high {
      let line = Self.startOfLine(table, at: low + (high - low) / 2, notBefore: low)
      let (order, end) = Self.compare(table, line, name)
      if order == 0 { return Self.letters(table, from: end) }
      if order < 0 { low = Self.endOfLine(table, at: end) + 1 } else { high = line }
    }
    return []
  }

  private static func startOfLine(_ table: Span<UInt8>, at position: Int, notBefore low: Int) -> Int {
    var start = position
    while start > low, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func endOfLine(_ table: Span<UInt8>, at position: Int) -> Int {
    var end = position
    while end < table.count, table[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Compares the name of a line with `name`: below, equal or above zero, and where the comparison ended.
  private static func compare(_ table: Span<UInt8>, _ line: Int, _ name: ArraySlice<UInt8>) -> (order: Int, end: Int) {
    var position = line
    for octet in name {
      let other = position < table.count ? table[position] : UInt8(ascii: " ")
      if other != octet { return (Int(other) - Int(octet), position) }
      position += 1
    }
    return (position < table.count && table[position] != UInt8(ascii: " ") ? 1 : 0, position)
  }

  private static func letters(_ table: Span<UInt8>, from space: Int) -> [UInt8] {
    var (result, position): ([UInt8], Int) = ([], space + 1)
    while position < table.count, table[position] != UInt8(ascii: "\n") {
      result.append(table[position])
      position += 1
    }
    return result
  }
}

/// The limits of the Public Suffix List.
enum PublicSuffixLimits {
  /// No rule of the list has more labels (five in 2026); longer candidates need no look-up.
  static let labels = 10
  /// A file beyond this size is no Public Suffix List (0.3 MB in 2026), and is not read.
  static let fileOctets = 16 << 20
}
