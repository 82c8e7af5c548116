import DNS

/// A world in which every question has the same answer.
struct UniformWorld: Resolver {
  let outcome: DNSAnswer.Outcome

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map { DNSAnswer(question: $0, outcome: outcome) }
  }
}

/// An endless world: each question has an answer that depends on its words and the seed alone.
struct RandomWorld: Resolver {
  let seed: UInt64

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map { question in
      var dice = Dice(seed: seed, question)
      return DNSAnswer(question: question, outcome: dice.outcome(question))
    }
  }
}

/// Numbers that follow from a seed and a question (FNV-1a, then SplitMix64).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64, _ question: DNSQuestion) {
    let octets = question.name.wire + [UInt8(truncatingIfNeeded: question.type.rawValue)]
    state = octets.reduce(seed &* 0x9E37_79B9_7F4A_7C15) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % bound
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(below: choices.count)] }

  mutating func outcome(_ question: DNSQuestion) -> DNSAnswer.Outcome {
    switch next(below: 10) {
    case 0: return .nameError
    case 1: return .noData
    case 2: return .failure(pick([.timeout, .serverFailure(extendedError: nil), .refused, .notAsked, .aliasLoop]))
    default:
      let records = (0...next(below: 3)).compactMap { _ in data(question) }.map {
        DNSRecord(owner: question.name, ttl: UInt32(next(below: 1_000_000)), data: $0)
      }
      return records.isEmpty ? .noData : .records(records)
    }
  }

  private mutating func data(_ question: DNSQuestion) -> DNSRecordData? {
    switch question.type {
    case .a: .address(.v4(UInt32(next(below: 1 << 31))))
    case .aaaa: .address(.v6(UInt128(next(below: 1 << 31)) << 96))
    case .mx: .mx(preference: UInt16(next(below: 65536)), exchange: next(below: 9) == 0 ? .root : name())
    case .ns: .ns(name())
    case .txt, .spf: .txt(strings())
    case .soa: .soa(.init(primary: name(), mailbox: name(), serial: 1, refresh: 2, minimum: 3))
    default: nil
    }
  }

  private mutating func name() -> DomainName {
    let label = (0...next(below: 62)).map { _ in
      next(below: 4) == 0 ? UInt8(next(below: 256)) : UInt8(97 + next(below: 26))
    }
    return DomainName(labels: [label, Array("example".utf8)]) ?? .root
  }

  private mutating func strings() -> CharacterStrings {
    var text: [UInt8] = []
    for _ in 0...next(below: 12) { text += Array(pick(Self.fragments).utf8) }
    for _ in 0..<next(below: 4) where !text.isEmpty { text[next(below: text.count)] = UInt8(next(below: 256)) }
    if next(below: 8) == 0 { text = (0..<next(below: 3000)).map { _ in UInt8(next(below: 256)) } }
    let size = 1 + next(below: 255)
    return CharacterStrings(
      stride(from: 0, to: text.count, by: size).map { Array(text[$0..<min($0 + size, text.count)]) })
  }

  private static let fragments = [
    "v=spf1 ", "v=DMARC1; ", "v=DKIM1; ", "v=spf1 ", "v=DMARC1;p=reject;", " include:a.example",
    " include:%{d}.x.example",
    " redirect=b.example", " a:%{ir}.%{v}.c.example/24//64", " mx", " mx:d.example/33", " ptr",
    " exists:%{l1r-+}.e.example",
    " ip4:192.0.2.1/99", " ip6:2001:db8::/129", " -all", " ~all", " exp=f.example", "p=none; ", "sp=reject; ", "np=x; ",
    "rua=mailto:a@b.example,https://c.example; ", "ruf=mailto:x@y.example!10m; ", "psd=y; ", "t=y; ",
    "pct=999999999999999; ",
    "adkim=s; ", "k=ed25519; ", "k=rsa; ", "p=", "p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "t=s:y; ", "h=sha1:sha256; ",
    "\"", "\\",
    ";;;", "====", " ", "%", "%{", "%{z}", "\u{201C}"
  ]
}
