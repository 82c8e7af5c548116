public import DNS
public import OpenSSLKit
import TLSTransport

/// Where a conversation is to be had, and how TLS is begun there.
public struct SMTPEndpoint: Sendable, Hashable {
  /// The address.
  public var address: IPAddress
  /// The port.
  public var port: UInt16
  /// How TLS begins.
  public var tls: TLSClientConfiguration
  /// How long each step may take.
  public var timeouts = SMTPTimeouts()

  /// Makes the value of its parts.
  public init(address: IPAddress, port: UInt16 = 25, tls: TLSClientConfiguration) {
    self.address = address
    self.port = port
    self.tls = tls
  }
}

extension SMTPClient.Plan {
  /// Has the conversation over the network. It never throws: what went wrong stands in the session.
  public func carryOut(at endpoint: SMTPEndpoint) async -> SMTPSession {
    let connection: Connection
    do throws(ConnectionFailure) {
      connection = try await Connection.open(
        to: endpoint.address, port: endpoint.port, within: endpoint.timeouts.connect)
    } catch {
      var client = SMTPClient(self)
      client.failToConnect(error)
      return client.session
    }
    var client = SMTPClient(self)
    while await client.advance(over: connection, endpoint) {}
    connection.close()
    return client.session
  }
}

extension SMTPClient {
  /// Does what comes next; false when nothing does.
  fileprivate mutating func advance(over connection: Connection, _ endpoint: SMTPEndpoint) async -> Bool {
    let action = next()
    do throws(ConnectionFailure) {
      switch action {
      case .send(let octets): connection.send(octets)
      case .receive(let step):
        receive(try await connection.receive(within: endpoint.timeouts.duration(of: step)))
      case .startTLS:
        started(try await connection.startTLS(endpoint.tls, within: endpoint.timeouts.handshake))
      case .finish: return false
      }
    } catch {
      fail(error)
    }
    return true
  }
}

extension SMTPTimeouts {
  func duration(of step: SMTPStep) -> Duration {
    switch step {
    case .connect: connect
    case .greeting: greeting
    case .handshake: handshake
    case .ehlo, .helo, .startTLS, .ehloInTLS, .quit: reply
    }
  }
}
