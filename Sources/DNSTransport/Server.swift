import DNS
import Glibc
import NIOCore

/// One server as the engine knows it: its sockets, its connection, its habits; touched on the event loop only.
final class Server: @unchecked Sendable {
  let index: Int
  let label: String
  let socketAddress: SocketAddress

  /// The sockets in use; retired ones leave the list and close when their last answer is there.
  var sockets: [DatagramSocket] = []
  var opening = 0
  /// Lookups that wait for a socket, with the try they belong to.
  var parked: [(lookup: Lookup, serial: Int)] = []
  /// The socket of the current burst, whose queries one system call sends, and their number.
  var burst: DatagramSocket?
  var burstCount = 0
  var stream: StreamConnection?

  /// False once the server refused EDNS0 and answered without.
  var usesEDNS = true
  /// False once the server is known not to echo the case of letters.
  var echoesCase = true
  /// When datagrams to it are sent again.
  var patience: Patience
  /// How fast it is asked; nil for as fast as there are questions.
  var pace: Pace?
  /// Lookups that wait for their turn, with the try they belong to.
  var held = CircularBuffer<(lookup: Lookup, serial: Int)>()
  private var silentTries = 0
  private var suspendedUntil: NIODeadline?

  init(_ address: ServerAddress, index: Int, timeout: Duration) throws(ServerAddressError) {
    self.index = index
    label = address.description
    patience = Patience(timeout: .nanoseconds(timeout.inNanoseconds))
    socketAddress = try address.socketAddress()
  }

  /// Takes note of an answer, of whatever kind.
  func hasSpoken() {
    silentTries = 0
    suspendedUntil = nil
  }

  /// Takes note of a time-out.
  func wasSilent(at now: NIODeadline) {
    silentTries += 1
    guard silentTries >= TransportLimits.silentTries else { return }
    suspendedUntil = now + TransportLimits.suspension
    patience.forget()
  }

  func isSuspended(at now: NIODeadline) -> Bool {
    suspendedUntil.map { $0 > now } ?? false
  }
}

extension Server {
  /// A new UDP socket, connected to the server.
  func connectedSocket() throws -> CInt {
    let kind = CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
    return try unsafe socketAddress.withSockAddr { address, length in
      let descriptor = socket(CInt(unsafe address.pointee.sa_family), kind, 0)
      if descriptor < 0 { throw IOError(errnoCode: errno, reason: "socket") }
      if unsafe connect(descriptor, address, socklen_t(length)) == 0 { return descriptor }
      let error = IOError(errnoCode: errno, reason: "connect")
      _ = Glibc.close(descriptor)
      throw error
    }
  }
}

extension ServerAddress {
  /// The address for the kernel.
  func socketAddress() throws(ServerAddressError) -> SocketAddress {
    do {
      guard let scope else {
        return try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.octets), port: Int(port))
      }
      // An address in text is not looked up, only read, with the interface.
      return try SocketAddress.makeAddressResolvingHost("\(address)%\(scope)", port: Int(port))
    } catch {
      throw .noInterface(scope ?? "\(address)")
    }
  }
}
