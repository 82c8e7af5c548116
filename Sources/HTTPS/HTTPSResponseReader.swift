import DNS

/// Reads one HTTP/1.1 response from octets as they come (RFC 9112 §4 to §7). Only what GET, HEAD and POST can get is
/// known: no upgrades, no trailers that mean anything, no content codings.
public struct HTTPSResponseReader: Sendable {
  private let bodyLimit: Int
  private let hasContent: Bool
  private var state = State.head
  private var buffer: [UInt8] = []
  /// How much of the buffer is known to have no end of line.
  private var searched = 0
  /// The lines of the head so far, and their octets.
  private var head: [[UInt8]] = []
  private var headOctets = 0
  private var status = 0
  private var fields: [HTTPSResponse.Field] = []
  private var body: [UInt8] = []
  private var isTruncated = false

  /// Makes a reader that keeps at most `bodyLimit` octets of content.
  public init(bodyLimit: Int) {
    self.bodyLimit = bodyLimit
    hasContent = true
  }

  /// Makes a reader of what is answered to `request`: to HEAD a head alone (RFC 9112 §6.3).
  public init(_ request: HTTPSRequest) {
    bodyLimit = request.bodyLimit
    hasContent = request.method != .head
  }

  /// Why octets are no response.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cause, a phrase.
    public let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  private enum State: Sendable, Equatable {
    case head
    /// So many octets of content are to come.
    case counted(Int)
    /// The content ends with the connection.
    case untilClose
    case chunkSize
    case chunk(Int)
    case chunkEnd
    case trailer
    case complete
  }

  /// The response once all of it, or more content than the limit, has come; nil before.
  public var response: HTTPSResponse? { state == .complete ? made : nil }

  private var made: HTTPSResponse {
    HTTPSResponse(status: status, fields: fields, body: body, isTruncated: isTruncated)
  }

  /// Takes octets; what comes behind the end of the response is not looked at.
  public mutating func feed(_ octets: [UInt8]) throws(Fault) {
    if state == .complete { return }
    buffer += octets
    var position = 0
    while try step(&position), state != .complete {}
    buffer.removeFirst(position)
    searched = max(0, searched - position)
  }

  /// The connection ended: gives the response if that is its end (RFC 9112 §6.3).
  public mutating func finish() throws(Fault) -> HTTPSResponse {
    switch state {
    case .complete: return made
    case .untilClose:
      state = .complete
      return made
    case .head where buffer.isEmpty && head.isEmpty && status == 0: throw Fault("nothing came")
    case .head: throw Fault("the head has no end")
    default: throw Fault("the content has no end")
    }
  }
}

extension HTTPSResponseReader {
  /// Reads the next part from `position` on; false when more octets are needed.
  private mutating func step(_ position: inout Int) throws(Fault) -> Bool {
    switch state {
    case .head: return try readHead(&position)
    case .counted(let left): return take(left, &position) { $0 == 0 ? .complete : .counted($0) }
    case .untilClose: return take(Int.max, &position) { _ in .untilClose }
    case .chunkSize: return try readChunkSize(&position)
    case .chunk(let left): return take(left, &position) { $0 == 0 ? .chunkEnd : .chunk($0) }
    case .chunkEnd:
      guard let line = try readLine(&position) else { return false }
      guard line.isEmpty else { throw Fault("a chunk is longer than it says") }
      state = .chunkSize
      return true
    case .trailer:
      guard let line = try readLine(&position) else { return false }
      try count(line)
      if line.isEmpty { state = .complete }
      return true
    case .complete: return false
    }
  }

  /// Takes up to `count` octets of content; with one more than the limit the rest is not waited for.
  private mutating func take(_ count: Int, _ position: inout Int, _ next: (Int) -> State) -> Bool {
    let available = min(count, buffer.count - position)
    let room = bodyLimit - body.count
    body += buffer[position..<(position + min(available, room))]
    position += available
    if available > room {
      isTruncated = true
      state = .complete
      return true
    }
    state = next(count == Int.max ? Int.max : count - available)
    return available > 0 || count == 0
  }

  /// RFC 9112 §2.2: a line ends in CRLF; a bare LF is let through. Nil when its end has not come.
  private mutating func readLine(_ position: inout Int) throws(Fault) -> [UInt8]? {
    let start = max(position, searched)
    guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = buffer.count
      if buffer.count - position > HTTPSLimits.headOctets { throw Fault("a line of more octets than anybody sends") }
      return nil
    }
    let line = buffer[position..<end]
    position = end + 1
    return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }

  private mutating func readHead(_ position: inout Int) throws(Fault) -> Bool {
    guard let line = try readLine(&position) else {
      if head.isEmpty, !"HTTP/".utf8.starts(with: buffer[position...].prefix(5)) { throw Fault(Self.foreign) }
      return false
    }
    if head.isEmpty, !line.starts(with: "HTTP/".utf8) { throw Fault(Self.foreign) }
    try count(line)
    if !line.isEmpty {
      head.append(line)
      return true
    }
    let lines = head
    head = []
    try take(head: lines)
    return true
  }

  /// Counts a line of the head, or of the trailer behind the last chunk, which has the same bound.
  private mutating func count(_ line: [UInt8]) throws(Fault) {
    headOctets += line.count + 2
    if headOctets > HTTPSLimits.headOctets { throw Fault("a head of more than \(HTTPSLimits.headOctets) octets") }
  }

  private static let foreign = "it does not begin with HTTP/"

  private mutating func take(head: [[UInt8]]) throws(Fault) {
    guard let first = head.first else { throw Fault("there is no status line") }
    status = try Self.status(first)
    fields = try head.dropFirst().map { (line) throws(Fault) in try Self.field(line) }
    // RFC 9110 §15.2: the final response follows.
    if (100...199).contains(status) { return }
    state = try framing()
  }

  /// RFC 9112 §4: `HTTP-version SP status-code SP [reason]`.
  private static func status(_ line: [UInt8]) throws(Fault) -> Int {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard let version = words.first, version.starts(with: "HTTP/1.".utf8) else {
      throw Fault("the first line is no status line of HTTP/1.1")
    }
    guard words.count >= 2, words[1].count == 3, words[1].allSatisfy(\.isASCIIDigit),
      let code = Int(String(decoding: words[1], as: UTF8.self)), (100...599).contains(code)
    else { throw Fault("the status line has no status code") }
    return code
  }

  /// RFC 9112 §5: `field-name ":" OWS field-value OWS`.
  private static func field(_ line: [UInt8]) throws(Fault) -> HTTPSResponse.Field {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw Fault("a line of the head is no field") }
    var value = line[(colon + 1)...]
    while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
    while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
    return .init(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
  }

  /// RFC 9112 §6.3: how the end of the content is known.
  private func framing() throws(Fault) -> State {
    if !hasContent || status == 204 || status == 304 { return .complete }
    let codings = fields.filter { $0.name.lowercased() == "transfer-encoding" }.map { $0.value.lowercased() }
    let lengths = Set(fields.filter { $0.name.lowercased() == "content-length" }.map(\.value))
    if !codings.isEmpty {
      guard codings == ["chunked"], lengths.isEmpty else { throw Fault("a transfer coding other than chunked alone") }
      return .chunkSize
    }
    guard let length = lengths.first else { return .untilClose }
    guard lengths.count == 1, (1...Self.digits).contains(length.utf8.count), length.utf8.allSatisfy(\.isASCIIDigit),
      let count = Int(length)
    else { throw Fault("a Content-Length that is no number, or several") }
    return count == 0 ? .complete : .counted(count)
  }

  /// RFC 9112 §7.1: `1*HEXDIG [chunk-ext]`.
  private mutating func readChunkSize(_ position: inout Int) throws(Fault) -> Bool {
    guard let line = try readLine(&position) else { return false }
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
    guard (1...Self.digits).contains(digits.count), digits.first != UInt8(ascii: "+"),
      digits.first != UInt8(ascii: "-"),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Fault("a chunk without its size") }
    state = size == 0 ? .trailer : .chunk(size)
    return true
  }

  /// More digits than these are no length of a file.
  private static let digits = 15
}
