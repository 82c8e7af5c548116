import DNS
import ProcessKit
import Synchronization

/// Domains that are looked at once more when all others are done: their names stand in a file without a name, so that
/// a scan of a million domains in a bad hour needs no more memory than one of ten.
final class AsideList: ScanItems {
  private let state: Mutex<State>
  /// Where the file lies.
  private let folder: String

  private struct State {
    var file: TemporaryFile?
    var written = 0
    var read = 0
    var buffer: ArraySlice<UInt8> = []
    var count = 0
    var index = 0
    var isStopped = false
  }

  private static let pieceOctets = 64 << 10

  /// Starts empty; the file is made when the first name comes.
  init(in folder: String) {
    self.folder = folder
    state = Mutex(State())
  }

  /// How many names were put here.
  var count: Int { state.withLock { $0.count } }

  /// Puts a name aside.
  func append(_ name: DomainName) throws(StreamError) {
    try state.withLock { (state: inout State) throws(StreamError) in
      if state.file == nil { state.file = try TemporaryFile(in: folder) }
      try state.file?.append([UInt8(name.wire.count)] + name.wire)
      state.written += name.wire.count + 1
      state.count += 1
    }
  }

  func next() async -> ScanItem? { state.withLock { Self.next(&$0) } }

  func stop() { state.withLock { $0.isStopped = true } }

  /// A name takes at most 255 octets behind its length (RFC 1035 §2.3.4).
  private static func next(_ state: inout State) -> ScanItem? {
    if state.buffer.count <= 255, state.read < state.written, let file = state.file {
      let end = min(state.written, state.read + pieceOctets)
      guard let more = try? file.octets(in: state.read..<end) else { return nil }
      state.buffer = state.buffer + more
      state.read = end
    }
    guard !state.isStopped, let length = state.buffer.popFirst() else { return nil }
    let wire = state.buffer.prefix(Int(length))
    state.buffer = state.buffer.dropFirst(Int(length))
    guard let name = DomainName(wire: Array(wire)) else { return nil }
    defer { state.index += 1 }
    return ScanItem(index: state.index, content: .domain(name))
  }
}
