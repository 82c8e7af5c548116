/// Cuts what a server sends into replies. A stranger writes this: time and memory are bounded.
public struct SMTPReplyParser: Sendable {
  /// What came and belongs to no reply yet.
  private var waiting: [UInt8] = []
  private var position = 0
  private var lines: [String] = []
  private var code: Int?
  /// The lines that were read, as they came, since this was last emptied: for a transcript.
  private(set) var seen: [String] = []

  /// A parser that has seen nothing.
  public init() {}

  /// Takes octets.
  public mutating func feed(_ octets: [UInt8]) { waiting += octets }

  /// How many octets came behind the last complete reply.
  public var surplus: Int { waiting.count - position }

  /// The next complete reply; nil when more has to come first.
  public mutating func next() throws(SMTPReplyFault) -> SMTPReply? {
    while let line = try nextLine() {
      guard lines.count < SMTPLimits.replyLines else { throw .tooManyLines }
      if let reply = try take(line) { return reply }
    }
    return nil
  }

  /// The lines read since the last call.
  mutating func takeSeen() -> [String] {
    defer { seen = [] }
    return seen
  }

  /// Everything that came and is no reply yet, as text for people.
  mutating func takeRest() -> String {
    defer { (waiting, position) = ([], 0) }
    return String(decoding: waiting[position...].prefix(SMTPLimits.lineOctets), as: UTF8.self)
  }

  /// A line without its end. RFC 5321 §2.3.8 wants CR LF; a bare LF ends a line too.
  private mutating func nextLine() throws(SMTPReplyFault) -> [UInt8]? {
    let limit = min(waiting.count, position + SMTPLimits.lineOctets)
    guard let end = waiting[position..<limit].firstIndex(of: UInt8(ascii: "\n")) else {
      if waiting.count - position >= SMTPLimits.lineOctets { throw .lineTooLong }
      if position > 0 { waiting.removeFirst(position) }
      position = 0
      return nil
    }
    var line = waiting[position..<end]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    position = end + 1
    return Array(line)
  }

  /// RFC 5321 §4.2: a hyphen behind the code means that more lines follow.
  private mutating func take(_ line: [UInt8]) throws(SMTPReplyFault) -> SMTPReply? {
    seen.append(String(decoding: line, as: UTF8.self))
    guard line.count >= 3, line.prefix(3).allSatisfy({ (48...57).contains($0) }), (50...53).contains(line[0]),
      line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-")
    else { throw .noCode(seen.last ?? "") }
    let number = line.prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
    if let code, code != number { throw .mixedCodes(code, number) }
    code = number
    lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
    if line.count > 3, line[3] == UInt8(ascii: "-") { return nil }
    defer { (lines, code) = ([], nil) }
    return SMTPReply(code: number, lines: lines)
  }
}
