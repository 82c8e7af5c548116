internal import COpenSSL

/// Octets that nobody else is to see: a password, a token, or what is derived from one.
///
/// It prints as `[secret]` wherever it is printed, it cannot be encoded, its memory is wiped when its last owner lets go
/// of it, and comparing takes the same time whatever differs. ``reveal(_:)`` is the one way to its octets.
@safe public final class Secret: @unchecked Sendable {
  /// Written in `init` only, so that all threads may read it.
  private let storage: UnsafeMutableBufferPointer<UInt8>

  /// How many octets there are.
  public let count: Int

  /// Takes memory over, and wipes and frees it in the end.
  init(taking storage: UnsafeMutableBufferPointer<UInt8>, count: Int) {
    unsafe self.storage = storage
    self.count = count
  }

  /// Copies octets. What they were copied from is the caller's to wipe.
  public convenience init(_ octets: Span<UInt8>) {
    var builder = SecretBuilder(capacity: octets.count)
    builder.append(octets)
    let (storage, count) = unsafe builder.release()
    unsafe self.init(taking: storage, count: count)
  }

  /// Copies the UTF-8 form of a text. The text itself stays in memory.
  public convenience init(_ text: String) {
    var builder = SecretBuilder(capacity: text.utf8.count)
    builder.append(text)
    let (storage, count) = unsafe builder.release()
    unsafe self.init(taking: storage, count: count)
  }

  deinit { unsafe SecretMemory.free(storage) }

  /// Whether there are no octets.
  public var isEmpty: Bool { count == 0 }

  /// Shows the octets to `body`. Whatever it copies is its own to wipe.
  public func reveal<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: storage.prefix(count))))
  }

  /// The octets for a function of C.
  func withPointer<Result>(_ body: (UnsafePointer<UInt8>?, Int) -> Result) -> Result {
    unsafe body(UnsafePointer(storage.baseAddress), count)
  }

  /// Each octet combined with the one at its place in another secret; nil when their lengths differ.
  public func exclusiveOr(_ other: Secret) -> Secret? {
    guard other.count == count else { return nil }
    var builder = SecretBuilder(capacity: count)
    reveal { left in
      other.reveal { right in
        for index in left.indices { builder.append(left[index] ^ right[index]) }
      }
    }
    return builder.finish()
  }
}

extension Secret: Equatable {
  /// Whether the octets are the same; the time does not tell which of them differ.
  public static func == (left: Secret, right: Secret) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe CRYPTO_memcmp(left.storage.baseAddress, right.storage.baseAddress, left.count) == 0
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the octets, nor their number.
  public var description: String { "[secret]" }

  /// Never the octets, nor their number.
  public var debugDescription: String { "[secret]" }

  /// Nothing to look into, for `dump` and debuggers.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Memory that is wiped before it is given back.
enum SecretMemory {
  static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 1))
    unsafe memory.initialize(repeating: 0)
    return unsafe memory
  }

  /// `OPENSSL_cleanse` is not optimised away, as a loop of ours would be.
  static func free(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
    unsafe memory.deallocate()
  }
}
