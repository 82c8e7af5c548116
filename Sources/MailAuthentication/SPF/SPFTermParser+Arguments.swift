import DNS
import Syntax

extension SPFTermParser {
  /// A domain-spec (RFC 7208 §7.1): a macro-string that ends in a macro or in a dot and a top label.
  mutating func domainSpec(_ range: Range<Int>, _ reference: String) -> SPFMacroString? {
    if range.isEmpty {
      fault(self.range, "the domain is missing", reference)
      return nil
    }
    var parser = SPFMacroParser(text, in: range, place: .domainSpec)
    let domain = parser.parse()
    for found in parser.faults { fault(found.range, found.message, found.reference) }
    guard parser.faults.isEmpty else { return nil }
    if let wrong = wrongEnd(of: range, tail: parser.tailStart..<range.upperBound) {
      fault(range, wrong, "RFC 7208 §7.1")
      return nil
    }
    return domain
  }

  /// What is wrong with the end of a domain-spec; `tail` is what stands behind its last macro-expand.
  private func wrongEnd(of range: Range<Int>, tail: Range<Int>) -> String? {
    if tail.isEmpty { return nil }
    let domain = text[range]
    if IPAddress(text: domain) != nil { return "an address is no domain: write ip4: or ip6: before it" }
    var name = text[tail]
    if name.last == UInt8(ascii: ".") { name = name.dropLast() }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
      return tail == range
        ? "a domain needs at least two labels, such as example.com"
        : "a dot has to stand between the macro and the last label"
    }
    let label = name[(dot + 1)...]
    if Self.isTopLabel(label) { return nil }
    if label.contains(UInt8(ascii: "/")) {
      return "the prefix length or the path behind the domain is not allowed here"
    }
    return label.isEmpty
      ? "the last label of the domain is empty"
      : "\"\(String(decoding: label, as: UTF8.self))\" cannot be the last label of a domain"
  }

  /// RFC 7208 §7.1 toplabel: letters, digits and inner hyphens, not digits alone.
  private static func isTopLabel(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else {
      return false
    }
    return label.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
      && label.contains { !$0.isASCIIDigit }
  }

  /// `ip4` and `ip6` (RFC 7208 §5.6).
  mutating func network(isV4: Bool, _ argument: Range<Int>) -> SPFMechanism? {
    let reference = "RFC 7208 §5.6"
    guard let colon = argument.first, text[colon] == UInt8(ascii: ":") else {
      fault(range, "a colon and an \(isV4 ? "IPv4" : "IPv6") address have to follow", reference)
      return nil
    }
    let slash = text[argument].firstIndex(of: UInt8(ascii: "/")) ?? argument.upperBound
    guard let address = address(isV4: isV4, (colon + 1)..<slash, reference) else { return nil }
    var length: Int? = address.bitWidth
    if slash < argument.upperBound {
      length = prefixLength((slash + 1)..<argument.upperBound, most: address.bitWidth, reference)
    }
    guard let length, let network = IPNetwork(address, prefixLength: length) else { return nil }
    if network.base != address {
      fault(
        (colon + 1)..<argument.upperBound, "the address has bits behind its prefix; the block is \(network)", reference,
        .remark)
    }
    return isV4 ? .ip4(network) : .ip6(network)
  }

  private mutating func address(isV4: Bool, _ range: Range<Int>, _ reference: String) -> IPAddress? {
    let address = IPAddress(text: text[range])
    if let address, address.isV4 == isV4 { return address }
    let shown = String(decoding: text[range], as: UTF8.self)
    let message =
      switch address {
      case .v4?: "an IPv4 address is written with ip4:"
      case .v6?: "an IPv6 address is written with ip6:"
      case nil where range.isEmpty: "the address is missing"
      case nil: "\"\(shown.prefix(60))\" is no \(isV4 ? "IPv4" : "IPv6") address"
      }
    fault(range.isEmpty ? self.range : range, message, reference)
    return nil
  }
}
