import Glibc

/// Random numbers of the kernel, fetched 256 octets at a time: a system call for each would cost more than the query.
struct RandomPool: RandomNumberGenerator {
  private var numbers = [UInt64](repeating: 0, count: 32)
  private var position = 32

  /// The next 64 random bits; none is given out twice.
  mutating func next() -> UInt64 {
    if position == numbers.count { refill() }
    position += 1
    return numbers[position - 1]
  }

  private mutating func refill() {
    position = 0
    let status = unsafe numbers.withUnsafeMutableBytes { unsafe getentropy($0.baseAddress, $0.count) }
    if status == 0 { return }
    var system = SystemRandomNumberGenerator()
    for index in numbers.indices { numbers[index] = system.next() }
  }
}
