/// Lets a limited number of conversations be had at the same time; the others wait in the order of arrival.
actor ConversationGate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var first = 0

  init(places: Int) {
    free = places
  }

  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    guard first < waiting.count else {
      (waiting, first) = ([], 0)
      free += 1
      return
    }
    waiting[first].resume()
    first += 1
  }
}
