/// Reads a zip archive that comes in pieces, by the headers before its members (APPNOTE.TXT of PKWARE, §4.3): files are
/// stored or packed with deflate. Its memory does not depend on how long the archive is, nor its work on what the
/// directory at the end says.
public final class ZipStream {
  /// Why reading has ended before the directory; nil when it has not.
  public private(set) var fault: ZipFault?
  /// How many members began.
  public private(set) var members = 0

  let limits: ZipLimits
  var phase = Phase.signature
  /// The octets of a header so far.
  var gathered: [UInt8] = []
  var header: ZipLocalHeader?
  private var inflate: InflateStream?
  var checksum = Checksum()
  /// The octets of this member that were packed, and unpacked, so far.
  var packed = 0
  var unpacked = 0
  var unpackedInAll = 0
  var isWanted = true

  enum Phase: Equatable {
    case signature
    case fixedHeader
    case wholeHeader(Int)
    case stored
    case untold
    case deflated
    case skipped
    case descriptor
    case done
  }

  /// An archive that is read as far as `limits` allow.
  public init(limits: ZipLimits) { self.limits = limits }

  /// Whether octets begin as an archive does: with a member, or with the end of an empty directory.
  public static func isZip(_ octets: [UInt8]) -> Bool {
    octets.starts(with: [0x50, 0x4B, 0x03, 0x04]) || octets.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Takes the next octets; members go to `receiver`.
  public func take(_ input: Span<UInt8>, _ receiver: some ZipReceiver) {
    var index = 0
    while index < input.count, phase != .done {
      let rest = input.extracting(index..<input.count)
      index += takeSome(rest, receiver)
    }
  }

  /// The archive ends.
  public func finish(_ receiver: some ZipReceiver) {
    switch phase {
    case .done: break
    // An archive without its directory is cut, even where a member has just ended.
    case .signature, .fixedHeader, .wholeHeader, .skipped: fault = .incomplete
    case .stored, .untold, .deflated, .descriptor:
      fault = .incomplete
      receiver.memberEnded(.incomplete)
    }
    phase = .done
  }

  private func takeSome(_ input: Span<UInt8>, _ receiver: some ZipReceiver) -> Int {
    switch phase {
    case .signature: gather(input, to: 4) { takeSignature() }
    case .fixedHeader:
      gather(input, to: ZipLocalHeader.octets) {
        phase = .wholeHeader(ZipLocalHeader.octets + ZipLocalHeader.rest(of: gathered))
        beginIfWhole(receiver)
      }
    case .wholeHeader(let count): gather(input, to: count) { beginIfWhole(receiver) }
    case .stored: takeStored(input, receiver)
    case .untold: takeUntold(input, receiver)
    case .deflated: takeDeflated(input, receiver)
    case .skipped: skip(input)
    case .descriptor: gather(input, to: gathered.count + 1) { takeDescriptor(receiver) }
    case .done: input.count
    }
  }

  /// Gathers octets until there are `count`, and then goes on with `next`.
  private func gather(_ input: Span<UInt8>, to count: Int, _ next: () -> Void) -> Int {
    let taken = min(input.count, count - gathered.count)
    for index in 0..<taken { gathered.append(input[index]) }
    if gathered.count >= count { next() }
    return taken
  }

  private func takeSignature() {
    switch gathered {
    case [0x50, 0x4B, 0x03, 0x04]: phase = .fixedHeader
    // The directory, its end, or the records of zip64: every member has been seen.
    case [0x50, 0x4B, 0x01, 0x02], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x06, 0x06], [0x50, 0x4B, 0x06, 0x08]:
      phase = .done
    default: end(.malformed)
    }
  }

  private func end(_ fault: ZipFault) {
    self.fault = fault
    phase = .done
  }

  private func beginIfWhole(_ receiver: some ZipReceiver) {
    guard case .wholeHeader(let count) = phase, gathered.count >= count else { return }
    let header = ZipLocalHeader(gathered)
    gathered.removeAll(keepingCapacity: true)
    if members >= limits.members { return end(.tooMany(limits.members)) }
    (self.header, checksum, packed, unpacked, isWanted) = (header, Checksum(), 0, 0, true)
    if header.name.hasSuffix("/"), header.size == 0, !header.hasDescriptor {
      phase = header.packedSize == 0 ? .signature : .skipped
      self.header = nil
      packed = header.packedSize
      return
    }
    members += 1
    receiver.memberBegan(header.name)
    begin(header, receiver)
  }

  private func begin(_ header: ZipLocalHeader, _ receiver: some ZipReceiver) {
    if header.isEncrypted { return refuse(.encrypted, receiver) }
    switch header.method {
    case 0 where header.hasDescriptor: phase = .untold
    case 0 where header.packedSize != header.size: refuse(.sizesUntrue, receiver)
    case 0:
      phase = .stored
      if header.size == 0 { endMember(receiver) }
    case 8:
      let left = min(limits.memberOctets, limits.octets - unpackedInAll)
      inflate = InflateStream(.none, limits: InflateLimits(octets: max(0, left)))
      phase = .deflated
    default: refuse(.method(header.method), receiver)
    }
  }

  /// The member is not read. The next one is found only if its size is told.
  func refuse(_ fault: ZipFault, _ receiver: some ZipReceiver) {
    receiver.memberEnded(fault)
    guard let header, !header.hasDescriptor else { return end(fault) }
    packed = header.packedSize
    self.header = nil
    phase = packed == 0 ? .signature : .skipped
  }

  private func skip(_ input: Span<UInt8>) -> Int {
    let taken = min(input.count, packed)
    packed -= taken
    if packed == 0 { phase = .signature }
    return taken
  }

  private func takeStored(_ input: Span<UInt8>, _ receiver: some ZipReceiver) -> Int {
    guard let header else { return input.count }
    let taken = min(input.count, header.size - unpacked)
    let content = input.extracting(0..<taken)
    unpacked += taken
    unpackedInAll += taken
    packed += taken
    if unpacked > limits.memberOctets || unpackedInAll > limits.octets {
      refuse(.packed(.tooLong(min(limits.memberOctets, limits.octets))), receiver)
      packed = header.packedSize - unpacked
      phase = packed == 0 ? .signature : .skipped
      return taken
    }
    checksum.add(content)
    if isWanted { isWanted = receiver.memberContent(content) }
    if unpacked == header.size { endMember(receiver) }
    return taken
  }

  private func takeDeflated(_ input: Span<UInt8>, _ receiver: some ZipReceiver) -> Int {
    guard let inflate else { return input.count }
    let before = inflate.taken
    do throws(InflateFault) {
      let used = try inflate.take(input) { content in
        checksum.add(content)
        if isWanted { isWanted = receiver.memberContent(content) }
        return true
      }
      if inflate.isComplete { finishDeflated(inflate, receiver) }
      return used
    } catch {
      // Where the data ends is not known any more, unless the header tells.
      let left = (header?.packedSize ?? 0) - inflate.taken
      unpackedInAll += inflate.unpacked
      refuse(.packed(error), receiver)
      if phase == .skipped { packed = left }
      if phase == .skipped, left <= 0 { end(.packed(error)) }
      return inflate.taken - before
    }
  }

  private func finishDeflated(_ inflate: InflateStream, _ receiver: some ZipReceiver) {
    (packed, unpacked) = (inflate.taken, inflate.unpacked)
    unpackedInAll += unpacked
    self.inflate = nil
    if header?.hasDescriptor == true { phase = .descriptor } else { endMember(receiver) }
  }

  /// The member ends as its header says, or not.
  private func endMember(_ receiver: some ZipReceiver) {
    guard let header else { return }
    self.header = nil
    phase = .signature
    // Some writers leave everything to the directory: the packed data tells where it ends.
    if header.method == 8, header.tellsNothing { return receiver.memberEnded(nil) }
    if header.packedSize != packed || header.size != unpacked { return receiver.memberEnded(.sizesUntrue) }
    receiver.memberEnded(header.checksum == checksum.value ? nil : .checksum)
  }

  /// Checksum and sizes of 32 or 64 bits, with or without a signature before them (§4.3.9).
  private func takeDescriptor(_ receiver: some ZipReceiver) {
    let start = gathered.starts(with: [0x50, 0x4B, 0x07, 0x08]) ? 4 : 0
    for width in [4, 8] where gathered.count == start + 4 + 2 * width {
      let sizes = (gathered.number(start + 4, width), gathered.number(start + 4 + width, width))
      guard sizes == (packed, unpacked) else { continue }
      let isTrue = gathered.number(start, 4) == Int(checksum.value)
      gathered.removeAll(keepingCapacity: true)
      (header, phase) = (nil, .signature)
      return receiver.memberEnded(isTrue ? nil : .checksum)
    }
    if gathered.count >= start + 20 {
      receiver.memberEnded(.sizesUntrue)
      end(.sizesUntrue)
    }
  }
}
