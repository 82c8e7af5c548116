import CDatagrams
import Glibc

/// Room for as many datagrams as one system call takes, kept for all calls of an event loop.
///
/// NIO reads and writes many at once too, but writes the sender of each as text and allocates for each: as much work as
/// the rest of the transport.
@safe final class DatagramVectors {
  /// What became of a call.
  enum Result {
    /// So many datagrams were read or written.
    case datagrams(Int)
    /// Nothing can be read or written now.
    case wouldBlock
    /// The number of the error.
    case error(CInt)
  }

  /// How many datagrams fit.
  let capacity: Int
  private let room: Int
  private let datagrams: UnsafeMutablePointer<datagram>
  private let vectors: UnsafeMutablePointer<iovec>
  private let octets: UnsafeMutablePointer<UInt8>

  /// Makes room for `capacity` datagrams, each of `room` octets when they are read.
  init(capacity: Int, room: Int) {
    self.capacity = capacity
    self.room = room
    unsafe datagrams = .allocate(capacity: capacity)
    unsafe vectors = .allocate(capacity: capacity)
    unsafe octets = .allocate(capacity: capacity * room)
    unsafe datagrams.initialize(repeating: datagram(), count: capacity)
    unsafe vectors.initialize(repeating: iovec(), count: capacity)
    unsafe octets.initialize(repeating: 0, count: capacity * room)
    for index in 0..<capacity {
      unsafe datagrams[index].header.msg_iov = vectors + index
      unsafe datagrams[index].header.msg_iovlen = 1
    }
  }

  deinit {
    unsafe datagrams.deallocate()
    unsafe vectors.deallocate()
    unsafe octets.deallocate()
  }
}

extension DatagramVectors {
  /// Reads what has come to a socket, as many as fit, and hands them out one after the other.
  func receive(from socket: CInt, _ body: (Span<UInt8>) -> Void) -> Result {
    for index in 0..<capacity {
      unsafe vectors[index] = iovec(iov_base: octets + index * room, iov_len: room)
    }
    let result = outcome { unsafe receive_datagrams(socket, datagrams, UInt32(capacity), Self.flags, nil) }
    if case .datagrams(let count) = result {
      for index in 0..<count {
        let length = min(Int(unsafe datagrams[index].octets), room)
        body(unsafe UnsafeBufferPointer(start: octets + index * room, count: length).span)
      }
    }
    return result
  }

  /// Writes the messages that stand one behind the other in `messages` to a connected socket, as many as fit; `lengths`
  /// has their sizes.
  func send(_ messages: [UInt8], _ lengths: ArraySlice<Int>, from start: Int, to socket: CInt) -> Result {
    unsafe messages.withUnsafeBufferPointer { messages in
      var (position, count) = (start, 0)
      for length in lengths.prefix(capacity) where position + length <= messages.count {
        let base = unsafe UnsafeMutableRawPointer(mutating: messages.baseAddress)
        unsafe vectors[count] = iovec(iov_base: base?.advanced(by: position), iov_len: length)
        (position, count) = (position + length, count + 1)
      }
      return outcome { unsafe send_datagrams(socket, datagrams, UInt32(count), Self.flags) }
    }
  }

  private static let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)

  private func outcome(_ call: () -> CInt) -> Result {
    while true {
      let count = call()
      if count >= 0 { return .datagrams(Int(count)) }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return .wouldBlock
      case let number: return .error(number)
      }
    }
  }
}
