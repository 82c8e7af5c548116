/// SplitMix64: the same numbers for the same seed, on every machine.
struct WorldRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The stream of one domain: it does not depend on how many others there are.
  init(seed: UInt64, stream: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: stream) &* 0xD1B5_4A32_D192_ED03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in `share` of a hundred cases.
  mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<100, using: &self) < share }

  /// One of the values, each as often as its weight says.
  mutating func pick<Value>(_ weighted: [(weight: Int, value: Value)]) -> Value {
    var rest = Int.random(in: 0..<weighted.reduce(0) { $0 + $1.weight }, using: &self)
    for (weight, value) in weighted.dropLast() {
      if rest < weight { return value }
      rest -= weight
    }
    return weighted[weighted.count - 1].value
  }

  /// `count` different values, in their order.
  mutating func sample<Value>(_ count: Int, of values: [Value]) -> [Value] {
    let chosen = values.indices.shuffled(using: &self).prefix(count)
    return chosen.sorted().map { values[$0] }
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
