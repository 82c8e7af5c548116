public import DNS

/// Lets so many items of one authority through at the same time, and puts the others aside, a bounded number of them.
///
/// Names below one registrable domain are nearly always served by the same name servers; thousands of such names in a
/// row would fall on them at once.
public struct AuthorityGate<Item: Sendable>: Sendable {
  private let most: Int
  private let room: Int
  private var active: [DomainName: Int] = [:]
  private var waiting: [DomainName: ArraySlice<Item>] = [:]
  /// How many are put aside.
  public private(set) var waitingCount = 0

  /// Lets `most` of one authority through, and puts `room` aside in all.
  public init(most: Int, room: Int) {
    self.most = max(1, most)
    self.room = room
  }

  /// Whether no more can be put aside: what is under way has to end before anything else is offered.
  public var isFull: Bool { waitingCount >= room }

  /// Whether an item may go now; otherwise it is put aside, and ``leave(_:)`` gives it when its turn has come.
  public mutating func admit(_ item: Item, of authority: DomainName) -> Bool {
    if active[authority, default: 0] < most {
      active[authority, default: 0] += 1
      return true
    }
    waiting[authority, default: []].append(item)
    waitingCount += 1
    return false
  }

  /// An item of the authority is done; gives the one that takes its place.
  public mutating func leave(_ authority: DomainName) -> Item? {
    if let next = waiting[authority]?.popFirst() {
      if waiting[authority]?.isEmpty == true { waiting[authority] = nil }
      waitingCount -= 1
      return next
    }
    let left = (active[authority] ?? 1) - 1
    active[authority] = left > 0 ? left : nil
    return nil
  }
}
