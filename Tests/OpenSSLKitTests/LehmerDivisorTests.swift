import Testing

@testable import OpenSSLKit

/// The greatest common divisor, beside Euclid's algorithm by subtraction alone.
@Suite struct LehmerDivisorTests {
  @Test(
    arguments: [
      ([], [], []), ([], [6], [6]), ([6], [], [6]), ([0, 0, 12], [18], [6]), ([1], [255], [1]), ([7], [7], [7]),
      ([1, 0, 0, 0, 0, 0, 0, 0, 0], [6], [2]), ([1, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], power(9)),
      ([UInt8](repeating: 255, count: 64), [UInt8](repeating: 255, count: 24), [UInt8](repeating: 255, count: 8))
    ] as [([UInt8], [UInt8], [UInt8])])
  func knownOnes(left: [UInt8], right: [UInt8], divisor: [UInt8]) {
    #expect(LehmerDivisor.greatest(of: left, right) == divisor)
  }

  /// 256 to the power of one less than `count`.
  private static func power(_ count: Int) -> [UInt8] { [1] + [UInt8](repeating: 0, count: count - 1) }

  @Test(arguments: [(1, 1), (8, 8), (8, 9), (15, 17), (16, 40), (64, 64), (64, 63), (128, 120), (200, 8)])
  func multiplesShareTheirFactor(count: Int, otherCount: Int) {
    var generator = Numbers(state: UInt64(count * 1000 + otherCount))
    for shared in [1, 7, 8, 9, 33] {
      let factor = generator.number(shared)
      let (left, right) = (generator.number(count), generator.number(otherCount))
      let divisor = LehmerDivisor.greatest(of: left, right)
      #expect(divisor == Schoolbook.divisor(of: left, right))
      #expect(
        LehmerDivisor.greatest(of: Schoolbook.product(left, factor), Schoolbook.product(right, factor))
          == Schoolbook.product(divisor, factor))
    }
  }

  /// Neighbours in Fibonacci's sequence give quotients of 1 throughout: the most steps.
  @Test func neighboursInFibonacciSequence() {
    var (last, next): ([UInt8], [UInt8]) = ([1], [1])
    for _ in 0..<3000 { (last, next) = (next, Schoolbook.sum(last, next)) }
    #expect(LehmerDivisor.greatest(of: next, last) == [1])
  }
}

/// Numbers that are the same in every run (Marsaglia's xorshift).
private struct Numbers {
  var state: UInt64

  mutating func number(_ count: Int) -> [UInt8] {
    (0..<count).map { index in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      // No zero on top, so that the length is what was asked for.
      return index == 0 ? UInt8(truncatingIfNeeded: state) | 1 : UInt8(truncatingIfNeeded: state)
    }
  }
}

/// Arithmetic of long numbers in network order, as on paper.
private enum Schoolbook {
  static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var (result, carry): ([UInt8], Int) = ([], 0)
    for place in 0..<max(left.count, right.count) {
      carry += (place < left.count ? Int(left[left.count - 1 - place]) : 0)
      carry += (place < right.count ? Int(right[right.count - 1 - place]) : 0)
      result.append(UInt8(truncatingIfNeeded: carry))
      carry >>= 8
    }
    return Array((result + [UInt8(carry)]).reversed().drop { $0 == 0 })
  }

  static func product(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result = [Int](repeating: 0, count: left.count + right.count)
    for (i, a) in left.enumerated() {
      for (j, b) in right.enumerated() { result[i + j + 1] += Int(a) * Int(b) }
    }
    for place in result.indices.dropFirst().reversed() {
      result[place - 1] += result[place] >> 8
      result[place] &= 255
    }
    return Array(result.map { UInt8($0) }.drop { $0 == 0 })
  }

  /// Subtracts and halves (Stein's algorithm) until both are the same.
  static func divisor(of left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var (a, b, twos) = (left, right, 0)
    while isEven(a), isEven(b) { (a, b, twos) = (half(a), half(b), twos + 1) }
    while a != b {
      while isEven(a) { a = half(a) }
      while isEven(b) { b = half(b) }
      if a == b { break }
      if isLess(a, b) { swap(&a, &b) }
      a = difference(a, b)
    }
    return (0..<twos).reduce(a) { result, _ in sum(result, result) }
  }

  private static func isEven(_ number: [UInt8]) -> Bool { (number.last ?? 0) & 1 == 0 }

  private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
  }

  private static func half(_ number: [UInt8]) -> [UInt8] {
    var carry: UInt8 = 0
    let halves = number.map { octet in
      defer { carry = octet & 1 }
      return octet >> 1 | carry << 7
    }
    return Array(halves.drop { $0 == 0 })
  }

  private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var (result, borrow) = (left, 0)
    for place in 1...left.count {
      let value = Int(left[left.count - place]) - borrow - (place <= right.count ? Int(right[right.count - place]) : 0)
      result[left.count - place] = UInt8(truncatingIfNeeded: value)
      borrow = value < 0 ? 1 : 0
    }
    return Array(result.drop { $0 == 0 })
  }
}
