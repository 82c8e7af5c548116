extension Collection where Element: Sendable {
  /// Works on the elements, on some of them at the same time.
  ///
  /// - Parameters:
  ///   - limit: so many at the same time; nil for all.
  ///   - work: what is done with one of them.
  /// - Returns: the results, in the order of the elements.
  func mapInParallel<Result: Sendable>(
    atMost limit: Int? = nil, _ work: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results: [Int: Result] = [:]
      for (index, element) in enumerated() {
        if let limit, index >= limit, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (index, await work(element)) }
      }
      for await (done, result) in group { results[done] = result }
      return (0..<count).compactMap { results[$0] }
    }
  }
}
