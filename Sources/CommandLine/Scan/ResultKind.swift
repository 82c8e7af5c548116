import AuditModel
import Checks
import Reporting
import Scan

/// What a scan looks at: results of another kind do not go into one file with its own.
struct ResultKind: Sendable {
  let goal: String
  /// Who validates.
  let dnssec: String
  /// The names of the areas.
  let areas: Set<String>
  /// Whether each result tells all areas and checks.
  let isWhole: Bool
  /// The part of the list.
  let shard: Shard?

  /// The names of the checks that results of this version have.
  private var checks: Set<String> {
    Set(Catalogue.domainChecks.map(\.description).filter { areas.contains($0.area.rawValue) }.map(\.id.rawValue))
  }

  /// What results that are there do not agree in, a phrase; nil when they can be gone on with. What a result does not
  /// tell agrees.
  func conflict(with record: ScanRecord, dnssec other: String) -> String? {
    if !record.goal.isEmpty, record.goal != goal {
      return "is a result of --goal \(record.goal), and this scan is for \(goal)"
    }
    if !other.isEmpty, other != dnssec { return "is a result of --dnssec \(other), and this scan has \(dnssec)" }
    let had = Set(record.areas.keys)
    guard !had.isEmpty, !had.isSubset(of: areas) || isWhole && had != areas else { return nil }
    let differing = [(had.subtracting(areas), "there"), (areas.subtracting(had), "here")]
    let words = differing.filter { !$0.0.isEmpty }.map { "\(Self.words($0.0)) \($0.1)" }
    return "is a result of other areas than this scan looks at: " + words.joined(separator: ", ")
  }

  /// Some names, in their order, and how many there are beside them.
  private static func words(_ names: Set<String>) -> String {
    let shown = names.sorted().prefix(3).joined(separator: " ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }

  /// Why a result with this key is none of the part of the list, a phrase; nil when it is one.
  func conflict(withKey key: String) -> String? {
    guard let shard, !shard.contains(key) else { return nil }
    return "is a result of another part of the list than \(shard.words)"
  }

  /// That results come from another version of the checks, a phrase; nil when they do not, or do not tell.
  func otherVersion(_ record: ScanRecord) -> String? {
    guard isWhole, !record.verdicts.isEmpty else { return nil }
    let (had, have) = (Set(record.verdicts.map(\.check)), checks)
    let (lacking, other) = (have.subtracting(had).count, had.subtracting(have).count)
    guard lacking + other > 0 else { return nil }
    return
      "its results are of another version of mailaudit, without \(lacking) of the checks here and with \(other) others"
  }
}

extension Shard {
  /// The part as people count it, from 1.
  var words: String { "\(index == 0 ? count : index)/\(count)" }
}
