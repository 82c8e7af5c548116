import CZlib

/// Unpacks deflate data that comes in pieces (RFC 1951), with or without the wrapping of gzip or zlib. Its memory does not
/// depend on how long the data is.
@safe public final class InflateStream {
  /// What is around the deflate data.
  public enum Wrapping: Sendable {
    /// Gzip (RFC 1952), of any number of members, or zlib (RFC 1950).
    case gzip
    /// Nothing, as in a zip archive.
    case none
  }

  /// How many octets were given out.
  public private(set) var unpacked = 0
  /// How many octets were taken.
  public private(set) var taken = 0
  /// Whether the data has ended; more octets are not of it.
  public private(set) var isComplete = false
  /// Whether octets that are no further member stood behind gzip data; they were not looked at.
  public private(set) var hasTrailingOctets = false

  /// zlib finds its own state by this address, so it stays where it is.
  private let stream: UnsafeMutablePointer<z_stream>
  private let wrapping: Wrapping
  private let limits: InflateLimits
  private var output: [UInt8]
  private var members = 0
  private var isBetweenMembers = false
  private var isReady = false

  /// The octets that are given out at a time.
  private static let outputOctets = 64 << 10

  /// A stream that unpacks as far as `limits` allow.
  public init(_ wrapping: Wrapping, limits: InflateLimits) {
    self.wrapping = wrapping
    self.limits = limits
    output = [UInt8](repeating: 0, count: Self.outputOctets)
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe self.stream = stream
    // 32 more than the largest window: gzip and zlib are told apart by their beginning. Less than zero: none of them.
    let bits = wrapping == .gzip ? MAX_WBITS + 32 : -MAX_WBITS
    isReady = unsafe inflateInit2_(stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Takes the next octets, and gives out what they unpack to, until `give` gives false. Tells how many octets were of the
  /// data: fewer than there are when it ends among them.
  public func take(_ input: Span<UInt8>, _ give: (Span<UInt8>) -> Bool) throws(InflateFault) -> Int {
    guard isReady else { throw .malformed("there is no memory to unpack it") }
    var used = 0
    while used < input.count, !isComplete {
      if isBetweenMembers, !beginMember(input[used]) { break }
      let rest = input.extracting(used..<min(input.count, used + Self.outputOctets))
      used += try inflate(rest, give)
    }
    return used
  }

  /// The data ends here.
  public func finish() throws(InflateFault) {
    if !isComplete, !isBetweenMembers { throw .incomplete }
  }

  /// Whether a further member begins with `octet` (RFC 1952 §2.2); else the data has ended.
  private func beginMember(_ octet: UInt8) -> Bool {
    isBetweenMembers = false
    if octet == 0x1F, unsafe inflateReset(stream) == Z_OK { return true }
    (isComplete, hasTrailingOctets) = (true, true)
    return false
  }

  private func inflate(_ input: Span<UInt8>, _ give: (Span<UInt8>) -> Bool) throws(InflateFault) -> Int {
    var used = 0
    while true {
      let (status, read, written) = step(input.extracting(used..<input.count))
      (used, taken, unpacked) = (used + read, taken + read, unpacked + written)
      try judge(status)
      if written > 0, !give(output.span.extracting(0..<written)) { isComplete = true }
      if status == Z_STREAM_END { endMember() }
      let isDry = used == input.count && written < output.count
      if isDry || isComplete || isBetweenMembers || status == Z_BUF_ERROR { return used }
    }
  }

  /// One call of zlib: its status, and how many octets it read and wrote.
  private func step(_ input: Span<UInt8>) -> (status: Int32, read: Int, written: Int) {
    unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        let left = unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
        return (status, source.count - left.0, target.count - left.1)
      }
    }
  }

  private func judge(_ status: Int32) throws(InflateFault) {
    if unpacked > limits.octets { throw .tooLong(limits.octets) }
    if unpacked > limits.freeOctets, unpacked / limits.ratio > taken { throw .tooDense(limits.ratio) }
    switch status {
    case Z_OK, Z_STREAM_END, Z_BUF_ERROR: break
    // What looked like a further member was none.
    case Z_DATA_ERROR where members > 0 && wrapping == .gzip && isAtHeader:
      (isComplete, hasTrailingOctets) = (true, true)
    default: throw .malformed(words)
    }
  }

  /// Whether zlib has not come further than the header of a member.
  private var isAtHeader: Bool { unsafe stream.pointee.total_out == 0 }

  private var words: String {
    unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "no deflate data"
  }

  private func endMember() {
    members += 1
    if wrapping == .gzip { isBetweenMembers = true } else { isComplete = true }
  }
}
