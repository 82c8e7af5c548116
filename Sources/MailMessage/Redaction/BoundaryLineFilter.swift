/// Redacts text in which lines may begin with a boundary: behind two hyphens at the beginning of a line it gets its
/// replacement, and what follows is text.
struct BoundaryLineFilter {
  private var filter: TextFilter
  /// The line so far while it may be a boundary; nil behind that.
  private var line: [UInt8]? = []

  /// Redacts by `filter` what is no boundary.
  init(_ filter: TextFilter) { self.filter = filter }

  /// Takes the next octet.
  mutating func take(_ octet: UInt8, _ table: inout RedactionTable) {
    guard var gathered = line else {
      filter.take(octet, &table)
      if octet == 0x0A { line = [] }
      return
    }
    line = nil
    gathered.append(octet)
    let isBeginning = gathered.count > 2 || gathered.allSatisfy { $0 == 0x2D }
    if octet != 0x0A, isBeginning, gathered.count < RedactionLimits.boundary + 80 {
      line = gathered
    } else {
      pass(gathered, &table)
      if octet == 0x0A { line = [] }
    }
  }

  /// The text is complete.
  mutating func finish(_ table: inout RedactionTable) {
    if let line { pass(line, &table) }
    line = []
    filter.finish(&table)
  }

  /// What is done.
  mutating func takeOutput() -> [UInt8] {
    defer { filter.output.removeAll(keepingCapacity: true) }
    return filter.output
  }

  private mutating func pass(_ line: [UInt8], _ table: inout RedactionTable) {
    var rest = line[...]
    if line.count > 2, line[0] == 0x2D, line[1] == 0x2D {
      // The longest boundary counts: of two, one may begin with the other.
      var end = line.count
      while end > 2 {
        if let boundary = table.boundary(Array(line[2..<end])) {
          filter.finish(&table)
          filter.output += [0x2D, 0x2D] + boundary
          rest = line[end...]
          break
        }
        end -= 1
      }
    }
    for octet in rest { filter.take(octet, &table) }
  }
}
