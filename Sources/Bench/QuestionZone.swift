/// `questions`: a zone of many domains and eight questions about each, shuffled: what a server is asked in `dns`.
struct QuestionZone {
  let count: Int

  /// Prints the zone and the questions, each behind a line `;; FILE name`.
  @Sendable static func printFiles(_ arguments: BenchArguments) {
    let zone = QuestionZone(count: arguments.number("domains") ?? 4000)
    print(
      ";; FILE test.zone\n$ORIGIN test.\n$TTL 300\n@ SOA ns hostmaster 1 3600 600 86400 300\n@ NS ns\nns A 192.0.2.53")
    for number in 0..<zone.count { print(zone.records(number), terminator: "") }
    print(";; FILE questions")
    for question in zone.questions { print(question) }
  }

  private func name(_ number: Int) -> String { "domain-\(number)" }

  private func records(_ number: Int) -> String {
    let name = name(number)
    let address = "\(number >> 8 & 255).\(number & 255)"
    return """
      \(name) A 198.18.\(address)
      \(name) AAAA 2001:db8::\(String(number, radix: 16))
      \(name) MX 10 mx1.\(name)
      \(name) MX 20 mx2.\(name)
      \(name) TXT "v=spf1 ip4:198.18.\(address) include:spf.example.net mx -all"
      _dmarc.\(name) TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@\(name).test"
      s1._domainkey.\(name) TXT \(key(number))

      """
  }

  /// A key record as long as that of a 2048-bit key, in two strings.
  private func key(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var random = Random(state: UInt64(number))
    let text = "v=DKIM1; k=rsa; p=" + String((0..<392).map { _ in alphabet[Int(random.next() >> 58)] })
    return "\"\(text.prefix(250))\" \"\(text.dropFirst(250))\""
  }

  private var questions: [String] {
    var random = Random(state: 4711)
    return (0..<count).flatMap { number in
      let name = name(number) + ".test"
      return [
        "\(name) A", "\(name) AAAA", "\(name) MX", "\(name) TXT", "_dmarc.\(name) TXT", "s1._domainkey.\(name) TXT",
        "_mta-sts.\(name) TXT", "\(name) DS"
      ]
    }.shuffled(using: &random)
  }

  /// The same numbers everywhere and always.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
