import Audit
import DNS
import MailAuthentication
import ProcessKit
import Scan
import Survey
import Synchronization

/// Taking items and giving their places back.
extension ScanRun {
  /// The next item that may go; nil at the end.
  func take(_ items: any ScanItems, _ lane: Int) async -> ScanItem? {
    while true {
      await turn(lane)
      guard !state.withLock({ $0.isStopped }), let item = await items.next() else {
        giveBack(lane)
        return nil
      }
      let authority = authority(of: item)
      let goes = state.withLock { state in
        state.taken += 1
        return authority.map { state.gate.admit(item, of: $0) } ?? true
      }
      if goes { return item }
      giveBack(lane)
    }
  }

  /// Waits until another item can be taken on a thread, and makes its place.
  private func turn(_ lane: Int) async {
    while !enter(lane) {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if mayTake(state, lane) { return true }
          state.lanes[lane].sleep(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    }
  }

  /// Makes a place for an item, and wakes the next worker if there is another one.
  private func enter(_ lane: Int) -> Bool {
    let (enters, next) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
      guard mayTake(state, lane) else { return (false, nil) }
      state.lanes[lane].enter()
      return (true, mayTake(state, lane) ? state.lanes[lane].next() : nil)
    }
    next?.resume()
    return enters
  }

  private func mayTake(_ state: borrowing State, _ lane: Int) -> Bool {
    if state.isStopped { return true }
    if state.gate.isFull || !state.lanes[lane].hasRoom { return false }
    return !plan.isOrdered || state.taken - state.written < plan.window
  }

  /// Gives a place back. What kept others from taking an item may be over on every thread.
  private func giveBack(_ lane: Int) {
    let sleepers = state.withLock { state in
      state.lanes[lane].leave()
      return state.lanes.indices.compactMap { mayTake(state, $0) ? state.lanes[$0].next() : nil }
    }
    for sleeper in sleepers { sleeper.resume() }
  }

  /// An item is done; gives the one that waited for it.
  func leave(_ item: ScanItem, _ lane: Int) -> ScanItem? {
    let next = authority(of: item).flatMap { authority in state.withLock { $0.gate.leave(authority) } }
    if next == nil { giveBack(lane) }
    return next
  }

  /// Looks again and again how busy the present thread is, until the scan is over.
  func adapt(_ lane: Int) async {
    var (before, instant) = (ThreadTime.current, ContinuousClock.now)
    while (try? await Task.sleep(for: ScanLaneLimits.interval)) != nil {
      let (time, now) = (ThreadTime.current, ContinuousClock.now)
      let idle = before.flatMap { before in time?.idle(since: before, in: now - instant) }
      (before, instant) = (time, now)
      let sleeper = state.withLock { state in
        state.lanes[lane].adapt(idle: idle)
        return mayTake(state, lane) ? state.lanes[lane].next() : nil
      }
      sleeper?.resume()
    }
  }

  /// The registrable domain above a name: names below one are nearly always served by the same servers. A name that is
  /// registrable itself has servers that nobody knows before asking.
  private func authority(of item: ScanItem) -> DomainName? {
    guard case .domain(let name) = item.content else { return nil }
    return auditor.options.publicSuffixList.registrableDomain(of: name)
  }
}
