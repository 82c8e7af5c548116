import LDNSKit
import NIOCore

/// What carries queries to a server and answers back: a socket or a connection.
protocol Carrier: AnyObject {
  /// Forgets a query: an answer to it will be thrown away.
  func forget(_ id: UInt16)
}

/// The queries of one carrier that wait for their answers, by ID.
///
/// The low bits of an ID tell its place: an ID is taken only when its place is free, so nothing is ever searched.
struct WaitingTable {
  private var places = [Lookup?](repeating: nil, count: 64)
  private var ids = [UInt16](repeating: 0, count: 64)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Takes a lookup under an ID that is random and free.
  mutating func insert(_ lookup: Lookup, using random: inout RandomPool) -> UInt16 {
    if count >= places.count / 2 { grow() }
    var id = UInt16(truncatingIfNeeded: random.next())
    while places[place(of: id)] != nil { id = UInt16(truncatingIfNeeded: random.next()) }
    places[place(of: id)] = lookup
    ids[place(of: id)] = id
    count += 1
    return id
  }

  subscript(id: UInt16) -> Lookup? { ids[place(of: id)] == id ? places[place(of: id)] : nil }

  mutating func remove(_ id: UInt16) {
    guard self[id] != nil else { return }
    places[place(of: id)] = nil
    count -= 1
  }

  /// Takes out all lookups, in the order of their questions.
  mutating func removeAll() -> [Lookup] {
    let all = places.compactMap(\.self).sorted { $0.question < $1.question }
    self = WaitingTable()
    return all
  }

  private func place(of id: UInt16) -> Int { Int(id) & (places.count - 1) }

  /// Twice the room; with all 65,536 places there is one for each ID.
  private mutating func grow() {
    guard places.count <= UInt16.max else { return }
    let (oldPlaces, oldIDs) = (places, ids)
    places = Array(repeating: nil, count: oldPlaces.count * 2)
    ids = Array(repeating: 0, count: places.count)
    for (lookup, id) in zip(oldPlaces, oldIDs) where lookup != nil {
      places[place(of: id)] = lookup
      ids[place(of: id)] = id
    }
  }
}
