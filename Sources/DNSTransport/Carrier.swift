import LDNSKit
import NIOCore

/// What carries queries to a server and answers back: a socket or a connection.
protocol Carrier: AnyObject {
  /// Forgets a query: an answer to it will be thrown away.
  func forget(_ id: UInt16)
}

/// The queries of one carrier that wait for their answers, by ID.
struct WaitingTable {
  private var lookups: [UInt16: Lookup] = [:]

  var isEmpty: Bool { lookups.isEmpty }
  var count: Int { lookups.count }

  /// Takes a lookup under an ID that is random and free.
  mutating func insert(_ lookup: Lookup, using random: inout RandomPool) -> UInt16 {
    var id = UInt16(truncatingIfNeeded: random.next())
    while lookups[id] != nil { id &+= 1 }
    lookups[id] = lookup
    return id
  }

  subscript(id: UInt16) -> Lookup? { lookups[id] }

  mutating func remove(_ id: UInt16) { lookups[id] = nil }

  /// Takes out all lookups, in the order of their questions.
  mutating func removeAll() -> [Lookup] {
    let all = lookups.values.sorted { $0.question < $1.question }
    lookups = [:]
    return all
  }
}
