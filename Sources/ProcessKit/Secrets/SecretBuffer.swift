import Glibc

/// Memory that a secret is read into: of one size, so that nothing is copied when it grows, and wiped in the end.
@safe struct SecretBuffer: ~Copyable {
  /// Tokens have a few thousand octets.
  static let capacity = 32 << 10

  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init() {
    unsafe memory = UnsafeMutableBufferPointer.allocate(capacity: Self.capacity + 1)
    unsafe memory.initialize(repeating: 0)
  }

  deinit {
    if let start = unsafe memory.baseAddress { unsafe explicit_bzero(start, memory.count) }
    unsafe memory.deallocate()
  }

  func show<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: memory.prefix(count))))
  }

  /// Reads once; the number of octets, 0 at the end, negative for an error.
  mutating func readOnce(from descriptor: Int32) -> Int {
    let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(memory)[count...])
    let more = unsafe Glibc.read(descriptor, room.baseAddress, room.count)
    if more > 0 { count += more }
    return more
  }

  var endsWithLineEnd: Bool { unsafe count > 0 && memory[count - 1] == 0x0A }

  /// Whether there is more than fits.
  var isTooLong: Bool { count > Self.capacity }

  mutating func dropLineEnd() {
    guard endsWithLineEnd else { return }
    count -= 1
    if count > 0, unsafe memory[count - 1] == 0x0D { count -= 1 }
  }

  /// Reads to the end.
  mutating func take(from descriptor: Int32) throws(SecretSourceError) {
    while true {
      let more = readOnce(from: descriptor)
      if more == 0 { return }
      if more < 0 {
        if errno == EINTR { continue }
        throw errno == EISDIR ? .folder : .system(errno)
      }
      if isTooLong { throw .tooLong }
    }
  }

  mutating func takeEnvironment(_ name: String) throws(SecretSourceError) {
    guard let value = unsafe getenv(name) else { throw .notSet(name) }
    let length = unsafe strlen(value)
    guard length <= Self.capacity else { throw .tooLong }
    for index in 0..<length { unsafe memory[index] = UInt8(bitPattern: value[index]) }
    count = length
  }

  mutating func takeFile(_ path: String, _ warn: (SecretWarning) -> Void) throws(SecretSourceError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .folder }
    if status.st_mode & S_IFMT == S_IFREG, status.st_mode & S_IROTH != 0 {
      warn(.readableByOthers(path: path, mode: status.st_mode & 0o777))
    }
    try take(from: descriptor)
  }
}
