import DNS

extension HostPart {
  /// The part that spells the address in decimal numbers; nil when none does.
  ///
  /// For IPv4 three or more neighbouring octets count, forwards or backwards, or all four with leading zeros in one run.
  /// Two are not enough: mail services number their hosts by the last two.
  func numbers(of address: IPAddress) -> String? {
    guard address.isV4 else { return nil }
    let octets = address.octets
    for order in [octets, octets.reversed()] {
      let padded = order.map { String(repeating: "0", count: 3 - String($0).count) + String($0) }.joined()
      if numbers.contains(padded) { return padded }
      if let run = longestRun(of: order) { return run.map { String($0) }.joined(separator: "-") }
    }
    return nil
  }

  /// The longest run of three or four octets that stand one behind the other among the numbers.
  private func longestRun(of octets: [UInt8]) -> ArraySlice<UInt8>? {
    for length in [4, 3] {
      for start in 0...(octets.count - length) {
        let run = octets[start..<(start + length)]
        if contains(run.map { Int($0) }) { return run }
      }
    }
    return nil
  }

  private func contains(_ run: [Int]) -> Bool {
    let values = numbers.map { Int($0.prefix(4)) ?? -1 }
    guard values.count >= run.count else { return false }
    return (0...(values.count - run.count)).contains { values[$0..<($0 + run.count)].elementsEqual(run) }
  }

  /// The part that spells the address in hexadecimal digits; nil when none does.
  ///
  /// For IPv4 all eight digits, forwards or backwards by octets. For IPv6 sixteen digits in a row, or four neighbouring
  /// groups that are not all zero.
  func hexadecimal(of address: IPAddress) -> String? {
    let long = pieces.filter { $0.utf8.count >= 8 }
    if address.isV4, long.isEmpty { return nil }
    let digits = address.octets.map { Self.hexadecimal($0) }
    if address.isV4 {
      let spellings = [digits.joined(), digits.reversed().joined()]
      return spellings.first { text in long.contains { $0.contains(text) } }
    }
    let whole = digits.joined()
    if let piece = pieces.first(where: { $0.count >= 16 && whole.contains($0) }) { return piece }
    return groups(of: whole)
  }

  private func groups(of digits: String) -> String? {
    let octets = Array(digits.utf8)
    let groups = stride(from: 0, to: octets.count, by: 4).map {
      UInt16(String(decoding: octets[$0..<($0 + 4)], as: UTF8.self), radix: 16)
    }
    let values = pieces.map { $0.utf8.count <= 4 ? UInt16($0, radix: 16) : nil }
    guard values.count >= 4 else { return nil }
    for start in 0...(groups.count - 4) {
      let run = groups[start..<(start + 4)]
      guard run.contains(where: { $0 != 0 }) else { continue }
      let place = (0...(values.count - 4)).first { values[$0..<($0 + 4)].elementsEqual(run) }
      if let place { return pieces[place..<(place + 4)].joined(separator: "-") }
    }
    return nil
  }

  private static func hexadecimal(_ octet: UInt8) -> String {
    (octet < 16 ? "0" : "") + String(octet, radix: 16)
  }
}
