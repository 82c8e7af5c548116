/// Puts a secret together. Memory that became too small is wiped, and so is everything when nothing comes of it.
@safe public struct SecretBuilder: ~Copyable {
  private var storage: UnsafeMutableBufferPointer<UInt8>
  /// How many octets there are so far.
  public private(set) var count = 0

  /// Begins with nothing, and room for some octets.
  public init(capacity: Int = 64) {
    unsafe storage = SecretMemory.allocate(capacity)
  }

  deinit { unsafe SecretMemory.free(storage) }

  /// Adds an octet.
  public mutating func append(_ octet: UInt8) {
    reserve(1)
    unsafe storage[count] = octet
    count += 1
  }

  /// Adds octets.
  public mutating func append(_ octets: Span<UInt8>) {
    reserve(octets.count)
    for index in octets.indices { unsafe storage[count + index] = octets[index] }
    count += octets.count
  }

  /// Adds the octets of a secret.
  public mutating func append(_ secret: Secret) {
    reserve(secret.count)
    secret.reveal { append($0) }
  }

  /// Adds a text in UTF-8.
  public mutating func append(_ text: String) {
    for octet in text.utf8 { append(octet) }
  }

  /// The secret that was put together.
  public consuming func finish() -> Secret {
    let (storage, count) = unsafe release()
    return unsafe Secret(taking: storage, count: count)
  }

  /// Gives the memory to an owner that will wipe it.
  consuming func release() -> (UnsafeMutableBufferPointer<UInt8>, Int) {
    let (storage, count) = unsafe (storage, count)
    discard self
    return unsafe (storage, count)
  }

  private mutating func reserve(_ more: Int) {
    guard unsafe count + more > storage.count else { return }
    let larger = unsafe SecretMemory.allocate(max(2 * storage.count, count + more))
    for index in 0..<count { unsafe larger[index] = storage[index] }
    unsafe SecretMemory.free(storage)
    unsafe storage = larger
  }
}
