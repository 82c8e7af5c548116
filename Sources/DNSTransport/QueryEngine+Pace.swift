import DNS
import LDNSKit
import NIOCore

// Asking no faster than a server can bear.
extension QueryEngine {
  /// Whether a try may begin now; otherwise the lookup waits for its turn, as long as its time lasts.
  func mayBegin(_ lookup: Lookup, at server: Server, _ now: NIODeadline) -> Bool {
    if server.held.isEmpty, server.pace?.admits(at: now) != false { return true }
    abandonTry(lookup)
    lookup.wake = lookup.end
    server.held.append((lookup, lookup.serial))
    return false
  }

  /// Begins the tries whose turn has come, in the order in which they came.
  func releaseHeld(at now: NIODeadline) {
    for server in servers {
      while !server.held.isEmpty, server.pace?.admits(at: now) != false, let (lookup, serial) = server.held.popFirst() {
        guard lookup.place >= 0, lookup.serial == serial else { continue }
        if lookup.isWanted { transmit(lookup, to: server, at: now) } else { giveUp(lookup, at: now) }
      }
    }
  }

  /// A try of a lookup is over.
  func endPaced(_ lookup: Lookup, _ end: Pace.End) {
    lookup.isPaced = false
    guard let server = lookup.server else { return }
    server.pace?.end(end, at: .now())
    if !server.held.isEmpty { scheduleTurnEnd() }
  }

  /// Whether the server answered, or cannot or does not want to. What failed in the first round already tells nothing new:
  /// a name counts once.
  static func end(of lookup: Lookup, _ code: UInt16) -> Pace.End {
    guard code == ResponseCode.serverFailure || code == ResponseCode.refused else { return .answered }
    return lookup.round == 0 ? .failed : .abandoned
  }
}
