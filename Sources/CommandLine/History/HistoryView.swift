import AuditModel
import History
import SQLiteKit

/// What a history says: runs, and the trends of one domain.
struct HistoryView {
  /// The domain; nil for all.
  let target: String?
  /// How many runs there are in all.
  let count: Int
  /// The latest runs.
  let runs: [RunSummary]
  /// The runs in which the grade or the number of look-ups became another, the earliest first.
  let grades: [(time: Int, grade: String)]
  let lookups: [FactSpan]
  /// The certificates that each host shows now.
  let certificates: [FactSpan]
  let keys: [FactSpan]
  let now: Int

  init(_ history: History, target: String?, limit: Int, now: Int) throws(SQLiteError) {
    (self.target, self.now) = (target, now)
    count = try history.count(of: target)
    runs = try history.runs(of: target, limit: limit)
    guard let target else {
      (grades, lookups, certificates, keys) = ([], [], [], [])
      return
    }
    grades = try history.gradeChanges(of: target)
    lookups = try history.spans(of: target, kinds: [.spfLookups])
    certificates = Self.latest(try history.spans(of: target, kinds: [.certificateEnd]))
    keys = try history.spans(of: target, kinds: [.dkimKey])
  }

  /// Of each subject what was seen last.
  private static func latest(_ spans: [FactSpan]) -> [FactSpan] {
    var result: [FactSpan] = []
    for span in spans {
      if let index = result.firstIndex(where: { $0.fact.subject == span.fact.subject }) {
        if span.last >= result[index].last { result[index] = span }
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// Whole days from now to the end of a certificate; below zero once it is over.
  func daysLeft(_ certificate: FactSpan) -> Int? {
    Int(certificate.fact.value).map { Int((Double($0 - now) / 86_400).rounded(.down)) }
  }

  /// Whether a key was there in the last run that saw any.
  func isCurrent(_ key: FactSpan) -> Bool { key.last == keys.map(\.last).max() }

  /// The look-ups that were seen last, and those of the earliest run.
  var lookupTrend: (first: Int, last: Int)? {
    guard let first = lookups.min(by: { $0.first < $1.first }), let last = lookups.max(by: { $0.last < $1.last }),
      let start = Int(first.fact.value), let end = Int(last.fact.value)
    else { return nil }
    return (start, end)
  }
}
