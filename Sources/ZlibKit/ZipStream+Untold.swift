extension ZipStream {
  /// The longest descriptor: its signature, the checksum, and sizes of 64 bits (APPNOTE.TXT of PKWARE, §4.3.9).
  private static let longestDescriptor = 24
  /// The shortest: the checksum, and sizes of 32 bits.
  private static let shortestDescriptor = 12

  /// Data that is stored as it is, and whose size stands behind it: it ends where a descriptor has its size and its
  /// checksum. Octets that may belong to one are held back.
  func takeUntold(_ input: Span<UInt8>, _ receiver: some ZipReceiver) -> Int {
    let held = gathered.count
    for index in input.indices { gathered.append(input[index]) }
    var start = 0
    for place in 0..<max(0, gathered.count - Self.shortestDescriptor + 1) {
      let lowest = UInt8(truncatingIfNeeded: unpacked + place - start)
      // Nearly no octet is the first of a size.
      if gathered[place + 4] != lowest, gathered[place + 8] != lowest { continue }
      for descriptor in descriptors(at: place, size: unpacked + place - start) {
        guard pass(start..<place, receiver) else { return input.count }
        start = place
        guard gathered.number(descriptor.checksum, 4) == Int(checksum.value) else { continue }
        gathered.removeAll(keepingCapacity: true)
        (header, phase) = (nil, .signature)
        receiver.memberEnded(nil)
        // It ends in the input: one that ended before would have been found then.
        return descriptor.end - held
      }
    }
    let end = max(start, gathered.count - Self.longestDescriptor + 1)
    guard pass(start..<end, receiver) else { return input.count }
    gathered.removeFirst(end)
    return input.count
  }

  /// The descriptors that may stand at a place behind data of a size: where each has its checksum, and where it ends.
  private func descriptors(at place: Int, size: Int) -> [(checksum: Int, end: Int)] {
    var found: [(checksum: Int, end: Int)] = []
    for start in [place, place + 4] {
      let isSigned = start > place
      for width in [4, 8] where start + 4 + 2 * width <= gathered.count {
        guard gathered.number(start + 4, width) == size, gathered.number(start + 4 + width, width) == size,
          // Zeros are not the end of nothing.
          isSigned ? gathered.number(place, 4) == 0x0807_4B50 : size > 0
        else { continue }
        found.append((start, start + 4 + 2 * width))
      }
    }
    return found
  }

  /// Gives content to the receiver; false when it is more than is read.
  private func pass(_ range: Range<Int>, _ receiver: some ZipReceiver) -> Bool {
    if range.isEmpty { return true }
    unpacked += range.count
    unpackedInAll += range.count
    if unpacked > limits.memberOctets || unpackedInAll > limits.octets {
      gathered.removeAll()
      refuse(.packed(.tooLong(min(limits.memberOctets, limits.octets))), receiver)
      return false
    }
    let octets = gathered
    let content = octets.span.extracting(range)
    checksum.add(content)
    if isWanted { isWanted = receiver.memberContent(content) }
    return true
  }
}
