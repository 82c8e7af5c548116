/// Reads the statements of a file, one after the other.
protocol StatementReader {
  /// Where the reader stands, and what it has read.
  var parser: LiteralParser { get set }
  /// Reads one statement, and moves behind it.
  mutating func statement()
}

extension StatementReader {
  /// Reads all statements; what was wrong with the words is told among what is wrong with the statements.
  mutating func read(_ faults: [(offset: Int, message: String)]) -> LiteralScript {
    for fault in faults { parser.script.fault(fault.offset, fault.message) }
    while parser.current != nil { statement() }
    parser.script.faults.sort { $0.offset < $1.offset }
    return parser.script
  }
}
