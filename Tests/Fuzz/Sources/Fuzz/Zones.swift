import DNS
import LDNSKit

extension FuzzTarget {
  /// Zone text, and the answers out of it.
  static let zones = [
    FuzzTarget(name: "zone-text") { input in
      let result = ZoneText.parse(input, origin: "example.org", files: includes)
      for fault in result.faults {
        promise(fault.line > 0 && fault.column > 0 && !fault.message.isEmpty, "a fault has a place and a cause")
      }
      let resolver = ZoneResolver([result.zone], uncovered: input.count.isMultiple(of: 2) ? .refused : .nameError)
      for record in result.zone.records.prefix(20) {
        checkText(of: record)
        ask(resolver, record.owner, record.type)
      }
      for outcome in result.zone.outcomes.prefix(20) { ask(resolver, outcome.owner, outcome.type) }
      for name in ["example.org", "www.example.org", "a.b.c.example.org", "other.example.net"] as [DomainName] {
        ask(resolver, name, .txt)
      }
    }
  ]

  /// Files that an input can include: itself by another name, and one that includes itself.
  private static let includes = MemoryZoneFiles([
    "more": "@ TXT \"included\"\n$ORIGIN sub.example.org.\nwww A 192.0.2.1\n", "loop": "$INCLUDE loop\n"
  ])

  private static func ask(_ resolver: ZoneResolver, _ name: DomainName, _ type: DNSRecordType) {
    let answer = resolver.answer(to: DNSQuestion(name, type))
    promise(answer.question.name == name, "an answer is for its question")
    promise(answer.aliases.count <= 64, "a chain of aliases ends")
    if case .records(let records) = answer.outcome { promise(!records.isEmpty, "records are there") }
  }

  /// What is printed as evidence is zone text again.
  private static func checkText(of record: DNSRecord) {
    switch record.data {
    case .soa, .other: return
    default: break
    }
    let owner = record.owner.isRoot ? "." : "\(record.owner)."
    let line = "\(owner) \(record.ttl) IN \(record.type) \(record.data)\n"
    let again = ZoneText.parse(Array(line.utf8), origin: .root)
    promise(again.zone.records == [record], "a record is read back as it was written")
  }
}
