/// Works on many items at the same time, and hands over the results in the order of the items.
enum OrderedRun {
  /// - Parameters:
  ///   - items: what to work on.
  ///   - window: how many are worked on at the same time: their results are held in memory.
  ///   - work: makes a result of an item.
  ///   - take: takes each result with its number, in order.
  /// - Throws: what `work` and `take` throw.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], window: Int, work: @escaping @Sendable (Item) async throws -> Result,
    take: (Result, Int) throws -> Void
  ) async throws {
    var waiting: [Int: Result] = [:]
    var taken = 0
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      for index in items.indices.prefix(window) { group.addTask { (index, try await work(items[index])) } }
      for try await (index, result) in group {
        waiting[index] = result
        while let next = waiting.removeValue(forKey: taken) {
          try take(next, taken)
          let following = taken + window
          if following < items.count { group.addTask { (following, try await work(items[following])) } }
          taken += 1
        }
      }
    }
  }
}
