import AuditModel
import DNS
import ProcessKit
import Reporting
import Scan
import Synchronization

/// One line of a list, as it is worked on.
struct ScanItem: Sendable {
  /// Its place among the lines that count, from 0.
  let index: Int
  let content: Content

  enum Content: Sendable {
    case domain(DomainName)
    case faulty(FaultyRow)
  }
}

/// Gives items one after the other, to whoever asks next.
protocol ScanItems: Sendable {
  /// The next item; nil at the end.
  func next() async -> ScanItem?
  /// Ends the items, also for those who wait for the next.
  func stop()
}

/// The domains of a list as they come: A-labels, each once, those of a shard, without those that have a result.
///
/// Nothing is kept of the list but the piece that is being read, and a digest of each name.
final class ScanSource: ScanItems {
  private let input: InputOctets
  private let name: String
  private let isTable: Bool
  private let shard: Shard?
  private let done: DigestSet
  private let state: Mutex<State>

  private struct State {
    var reader: ListReader
    var rows: ArraySlice<ListRow> = []
    var isReading = false
    var isEnded = false
    var waiters: [CheckedContinuation<Void, Never>] = []
    var seen = DigestSet()
    var counts = Counts()
    var failure: ErrorLine?
  }

  /// What the list held so far.
  struct Counts: Sendable {
    /// Items that were given.
    var items = 0
    /// Names that stood there before.
    var duplicates = 0
    /// Octets that were read.
    var octets = 0
    /// Lines that hold something, a domain or not.
    var rows = 0
    /// Those of other parts than the one that is worked on.
    var elsewhere = 0
  }

  /// Begins a list.
  ///
  /// - Parameters:
  ///   - input: its octets.
  ///   - name: what it is called in errors.
  ///   - column: the column of a table; nil for lines.
  ///   - shard: the part that is worked on; nil for all.
  ///   - done: what has a result already.
  init(_ input: InputOctets, name: String, column: ListColumn?, shard: Shard?, done: DigestSet = .init()) {
    self.input = input
    self.name = name
    self.shard = shard
    isTable = column != nil
    self.done = done
    state = Mutex(State(reader: ListReader(column: column)))
  }

  /// What the list held so far.
  var counts: Counts { state.withLock { $0.counts } }

  /// Why a list that was read to its end gave nothing, for people; nil when it gave something, or has results already.
  var emptiness: String? {
    let counts = counts
    if counts.rows == 0 { return "\(name): holds no domain" }
    guard let shard, counts.elsewhere == counts.rows else { return nil }
    return "\(name): no line falls into part \(shard.words)"
  }

  /// Its size in octets, where that is known.
  var size: Int? { input.size }

  /// Why it could not be read to its end; nil when it could, or can.
  var failure: ErrorLine? { state.withLock { $0.failure } }

  func next() async -> ScanItem? {
    while true {
      switch state.withLock({ step(&$0) }) {
      case .item(let item): return item
      case .end: return nil
      case .read: await read()
      case .wait: await wait()
      }
    }
  }

  func stop() {
    input.stop()
    end { _ in }
  }

  private enum Step { case item(ScanItem), end, read, wait }

  private func step(_ state: inout State) -> Step {
    while !state.isEnded || !state.rows.isEmpty, let row = state.rows.popFirst() {
      if let item = accept(row, &state) { return .item(item) }
    }
    if state.isEnded { return .end }
    if state.isReading { return .wait }
    state.isReading = true
    return .read
  }

  /// Reads one piece, and wakes the others.
  private func read() async {
    let piece: Result<[UInt8], StreamError>
    do throws(StreamError) { piece = .success(try await input.read()) } catch { piece = .failure(error) }
    end { state in
      do {
        let octets = try piece.get()
        state.counts.octets += octets.count
        state.rows = octets.isEmpty ? try state.reader.finish()[...] : try state.reader.read(octets)[...]
        state.isEnded = state.isEnded || octets.isEmpty
      } catch {
        state.failure = ErrorLine(name, "\(error)", error is ListError ? .usage : .inputOutput)
        state.isEnded = true
      }
    } isEnding: {
      false
    }
  }

  /// Changes the state, ends the list if wanted, and wakes all who wait.
  private func end(_ change: (inout State) -> Void, isEnding: () -> Bool = { true }) {
    let waiters = state.withLock { state in
      change(&state)
      if isEnding() {
        state.isEnded = true
        state.rows = []
      } else {
        state.isReading = false
      }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  private func wait() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if !state.isReading || state.isEnded { return true }
        state.waiters.append(continuation)
        return false
      }
      if isOver { continuation.resume() }
    }
  }
}

extension ScanSource {
  /// The item of a row; nil when it does not count.
  private func accept(_ row: ListRow, _ state: inout State) -> ScanItem? {
    let content = content(row)
    let key = Self.key(content)
    state.counts.rows += 1
    guard shard?.contains(key) ?? true else {
      state.counts.elsewhere += 1
      return nil
    }
    let digest = DigestSet.digest(of: key)
    if done.contains(digest) { return nil }
    guard state.seen.count < DigestSet.most else {
      state.failure = ErrorLine(
        name, "has more than \(DigestSet.most) names: scan it in parts, with --shard 1/2 and so on", .inputOutput)
      (state.isEnded, state.rows) = (true, [])
      return nil
    }
    guard state.seen.insert(digest) else {
      state.counts.duplicates += 1
      return nil
    }
    defer { state.counts.items += 1 }
    return ScanItem(index: state.counts.items, content: content)
  }

  /// What tells an item from all others.
  static func key(_ content: ScanItem.Content) -> String {
    switch content {
    case .domain(let name): name.description
    case .faulty(let row): ScanRecord.key(ofInput: VisibleText.of(row.input), line: row.line)
    }
  }

  private func content(_ row: ListRow) -> ScanItem.Content {
    let fault = row.fault ?? (isTable || !row.text.contains(",") ? nil : Self.comma)
    if let fault { return .faulty(FaultyRow(line: row.line, input: Self.shortened(row.text), error: fault)) }
    do throws(ErrorLine) {
      let name = try DomainArgument.parse(row.text)
      if name.labelCount < 2, !row.text.hasSuffix(".") {
        throw ErrorLine(row.text, "has no dot (a top-level domain is written with a final dot)")
      }
      return .domain(name)
    } catch {
      return .faulty(FaultyRow(line: row.line, input: Self.shortened(row.text), error: error.cause))
    }
  }

  private static let comma = "has a comma: --column tells where in a table the domains stand"

  private static func shortened(_ text: String) -> String { String(text.prefix(ScanRecord.shownCharacters)) }
}
