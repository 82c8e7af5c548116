public import AuditModel

/// The form in which the records of a plan are written.
public enum RecordForm: String, Sendable, CaseIterable {
  /// Lines of a zone file (RFC 1035 §5).
  case zone
  /// YAML of octoDNS.
  case octodns
  /// JavaScript of DNSControl.
  case dnscontrol

  /// A plan as UTF-8. What goes, what others have to do and what was not shown stands in remarks.
  public func octets(of plan: FixPlan) -> [UInt8] {
    let own = plan.changes.filter { $0.owner == nil }
    var lines = remarks(of: plan)
    switch self {
    case .zone: lines += own.flatMap(\.added).map(\.zoneLine)
    case .octodns: lines += OctoDNSForm.lines(own, zone: plan.zone)
    case .dnscontrol: lines += DNSControlForm.lines(own, zone: plan.zone)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private var mark: String {
    switch self {
    case .zone: "; "
    case .octodns: "# "
    case .dnscontrol: "// "
    }
  }

  private func remarks(of plan: FixPlan) -> [String] {
    var words: [String] = []
    if plan.isDeaf {
      words.append("\(plan.zone): nothing could be looked at, so nothing is proposed.")
    } else if plan.proven.isEmpty {
      words.append("\(plan.zone): no change of records was shown to mend anything.")
    } else {
      words.append(
        "\(plan.zone): each change was tried over what is there; its check is mended then, and no other gets worse.")
      words.append("mended: " + plan.proven.map(\.check.rawValue).joined(separator: ", "))
    }
    words += plan.proven.flatMap { proposal in proposal.remarks.map { "\(proposal.check): \($0)" } }
    for proposal in plan.open { words.append("\(proposal.check) is left: \(proposal.proofSentence)") }
    if !plan.left.isEmpty { words.append("found all the same: " + plan.left.map(\.rawValue).joined(separator: ", ")) }
    for change in plan.changes {
      let place = change.owner.map { " (by the owner of \($0))" } ?? ""
      for record in change.removed { words.append("remove\(place): " + record.zoneLine) }
      if change.owner != nil { for record in change.added { words.append("publish\(place): " + record.zoneLine) } }
    }
    return words.map { mark + VisibleText.of($0) }
  }
}

extension RecordChange {
  /// The name relative to a zone; `apex` stands for the zone itself, and a name outside stays whole.
  fileprivate func relativeName(to zone: String, apex: String) -> String {
    if name.lowercased() == zone.lowercased() { return apex }
    let end = "." + zone
    return name.lowercased().hasSuffix(end.lowercased()) ? String(name.dropLast(end.count)) : name + "."
  }
}

/// octoDNS: a name has all records of a type together, so what stays stands there too.
private enum OctoDNSForm {
  static func lines(_ changes: [RecordChange], zone: String) -> [String] {
    let filled = changes.filter { !($0.kept + $0.added).isEmpty }
    var (lines, told): ([String], [String]) = (filled.isEmpty ? [] : ["---"], [])
    for change in filled where !told.contains(change.name) {
      told.append(change.name)
      lines.append(quoted(change.relativeName(to: zone, apex: "")) + ":")
      for same in filled where same.name == change.name { lines += record(same) }
    }
    return lines
  }

  private static func record(_ change: RecordChange) -> [String] {
    let records = change.kept + change.added
    let head = ["  - type: \(change.type)", "    ttl: \(records.map(\.ttl).min() ?? 0)", "    values:"]
    return head + records.flatMap(value)
  }

  private static func value(_ record: ProposedRecord) -> [String] {
    switch record.data {
    // octoDNS reads a semicolon only behind a backslash.
    case .text(let octets, _): ["      - " + quoted(octets, escapesSemicolons: true)]
    case .exchange(let preference, let host): ["      - exchange: \(host).", "        preference: \(preference)"]
    case .other(_, let text): ["      - " + quoted(text)]
    }
  }

  private static func quoted(_ text: String) -> String { quoted(Array(text.utf8), escapesSemicolons: false) }

  /// A double-quoted scalar (YAML 1.2 §7.3.1).
  private static func quoted(_ octets: [UInt8], escapesSemicolons: Bool) -> String {
    "\""
      + octets.map { octet in
        escapesSemicolons && octet == UInt8(ascii: ";") ? "\\\\;" : ScriptText.escaped(octet)
      }.joined() + "\""
  }
}

/// DNSControl: the records that come, to be put into the domain.
private enum DNSControlForm {
  static func lines(_ changes: [RecordChange], zone: String) -> [String] {
    let records = changes.flatMap { change in
      change.added.map { record($0, change.relativeName(to: zone, apex: "@")) }
    }
    return records.isEmpty ? [] : ["D_EXTEND(\(quoted(zone)),"] + records.map { "  \($0)," } + [");"]
  }

  private static func record(_ record: ProposedRecord, _ name: String) -> String {
    let time = "TTL(\(record.ttl))"
    switch record.data {
    case .text(let octets, _): return "TXT(\(quoted(name)), \(quoted(octets)), \(time))"
    case .exchange(let preference, let host):
      return "MX(\(quoted(name)), \(preference), \(quoted(host + ".")), \(time))"
    case .other(let type, let text): return "\(type)(\(quoted(name)), \(quoted(text)), \(time))"
    }
  }

  private static func quoted(_ text: String) -> String { quoted(Array(text.utf8)) }

  private static func quoted(_ octets: [UInt8]) -> String {
    "\"" + octets.map(ScriptText.escaped).joined() + "\""
  }
}

/// Octets inside double quotes, as YAML and JavaScript both read them.
private enum ScriptText {
  static func escaped(_ octet: UInt8) -> String {
    switch octet {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x20...0x7E: String(decoding: [octet], as: UTF8.self)
    default: "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16)
    }
  }
}
