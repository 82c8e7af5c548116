public import DNS

/// The data of an SRV record (RFC 2782).
public struct ServiceRecord: Sendable, Hashable {
  /// The lower is tried first.
  public let priority: UInt16
  /// The share among those of one priority.
  public let weight: UInt16
  /// The port.
  public let port: UInt16
  /// The host; the root says that there is no such service.
  public let target: DomainName

  /// Reads the data of a record; nil when they are none.
  public init?(_ data: DNSRecordData) {
    guard case .other(.srv, let octets) = data, octets.count > 6, let name = DomainName(wire: Array(octets[6...]))
    else {
      return nil
    }
    let numbers = stride(from: 0, to: 6, by: 2).map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
    (priority, weight, port, target) = (numbers[0], numbers[1], numbers[2], name)
  }
}

extension ServiceRecord: CustomStringConvertible {
  /// The four values in the order of zone files.
  public var description: String { "\(priority) \(weight) \(port) \(target)" }
}
