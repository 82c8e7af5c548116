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
  /// The members of a line, as ``ScanRenderer/members`` has them; nil for tables, whose heading tells them.
  let members: Set<String>?

  /// The names of the checks that results of this version have.
  private var checks: Set<String> {
    Set(Catalogue.domainChecks.map(\.description).filter { areas.contains($0.area.rawValue) }.map(\.id.rawValue))
  }

  /// What results that are there do not agree in, a phrase; nil when they can be gone on with. What a result does not
  /// tell agrees.
  func conflict(with record: ScanRecord, _ line: LineMembers) -> String? {
    if !record.goal.isEmpty, record.goal != goal {
      return "is a result of --goal \(record.goal), and this scan is for \(goal)"
    }
    if !line.dnssec.isEmpty, line.dnssec != dnssec {
      return "is a result of --dnssec \(line.dnssec), and this scan has \(dnssec)"
    }
    let had = Set(record.areas.keys)
    if !had.isEmpty, !had.isSubset(of: areas) || isWhole && had != areas {
      return "is a result of other areas than this scan looks at: " + Self.difference(had, areas)
    }
    return line.names.flatMap { conflict(withMembers: $0) }
  }

  /// That results have other members than this scan writes, a phrase; nil when they have the same. Entries count where
  /// this scan wants only some, and none has to be there: its area may be left out.
  private func conflict(withMembers had: Set<String>) -> String? {
    guard let members else { return nil }
    let chosen = Set(members.filter(Self.isEntry).map { Self.member(of: $0) })
    let there = had.filter { !Self.isEntry($0) || chosen.contains(Self.member(of: $0)) }
    let here = members.filter { !Self.isEntry($0) || there.contains($0) }
    if there == here { return nil }
    return "is a result with other --fields than this scan writes: " + Self.difference(there, here)
  }

  private static func isEntry(_ name: String) -> Bool { name.contains(".") }
  private static func member(of name: String) -> String { String(name.prefix { $0 != "." }) }

  /// What only one of two has.
  private static func difference(_ there: Set<String>, _ here: Set<String>) -> String {
    let differing = [(there.subtracting(here), "there"), (here.subtracting(there), "here")]
    return differing.filter { !$0.0.isEmpty }.map { "\(words($0.0)) \($0.1)" }.joined(separator: ", ")
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
