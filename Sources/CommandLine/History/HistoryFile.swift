import AuditModel
import EvidenceBundle
import History
import SQLiteKit
import Survey
import Synchronization

/// The file that an audit keeps its runs in. What goes wrong with it never keeps a report from being shown: it is told at
/// the end, once, and after it nothing more is tried.
final class HistoryFile: Sendable {
  private struct State {
    var history: History?
    var failure: SQLiteError?
  }

  private let name: String
  private let state: Mutex<State>

  /// Opens the file, which is made when it is not there.
  init(_ name: String) {
    self.name = name
    state = Mutex(Self.open(name))
  }

  /// Stands for a history of then: it keeps nothing.
  init() {
    name = ""
    state = Mutex(State())
  }

  private static func open(_ name: String) -> State {
    do throws(SQLiteError) {
      return State(history: try History(.file(name)))
    } catch {
      return State(failure: error)
    }
  }

  /// What went wrong; nil for nothing.
  var failure: ErrorLine? {
    let failure = state.withLock { $0.failure }
    return failure.map { ErrorLine("history \(name)", "\($0.description); the run was not kept", .inputOutput) }
  }

  /// Keeps a run.
  func record(_ report: AuditReport) {
    attempt { history throws(SQLiteError) in try history.record(report) }
  }

  /// What earlier audits saw of a domain.
  func past(of target: String) -> PastSurvey {
    attempt { history throws(SQLiteError) in try PastSurvey(history, target) } ?? PastSurvey()
  }

  /// The last runs of a domain, the earliest first; none where they cannot be read.
  func lastRuns(of target: String, atMost count: Int) -> [PastRun] {
    attempt { history throws(SQLiteError) in
      var runs: [PastRun] = []
      for run in try history.runs(of: target, limit: count).reversed() { runs.append(try history.whole(run)) }
      return runs
    } ?? []
  }

  @discardableResult
  private func attempt<Value: Sendable>(_ work: (History) throws(SQLiteError) -> Value) -> Value? {
    state.withLock { state in
      guard state.failure == nil, let history = state.history else { return nil }
      do throws(SQLiteError) {
        return try work(history)
      } catch {
        state.failure = error
        return nil
      }
    }
  }
}

extension Console {
  /// What earlier audits saw of a domain.
  func past(of target: String, _ history: HistoryFile) -> PastSurvey {
    if let player = evidence.player { return player.past(of: target) ?? PastSurvey() }
    let past = history.past(of: target)
    evidence.recorder?.add(.past(target: target, seen: past))
    return past
  }
}

extension PastSurvey {
  fileprivate init(_ history: History, _ target: String) throws(SQLiteError) {
    self.init()
    let spans = try history.spans(of: target, kinds: [.dkimKey])
    keys = spans.map { Key(selector: $0.fact.subject, digest: $0.fact.value, first: $0.first) }
    policy = try history.lastPolicy(of: target).map { Policy(id: $0.id, digest: $0.digest, time: $0.time) }
  }
}
