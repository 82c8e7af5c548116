import AuditTesting
import DNS
import Synchronization

extension World {
  /// DMARC records, one a name, parted by `|`: the name, a blank, the text or `SERVFAIL` or `TIMEOUT`. A name that
  /// begins with `=` is an address record of that very name instead.
  init(dmarc records: String) {
    let lines = records.split(separator: "|").map { record in
      let parts = record.split(separator: " ", maxSplits: 1).map(String.init)
      let text = parts.count > 1 ? parts[1] : ""
      if parts[0].hasPrefix("=") { return "\(parts[0].dropFirst()). \(text.isEmpty ? "A 192.0.2.1" : text)" }
      return "_dmarc.\(parts[0]). TXT \(text == "SERVFAIL" || text == "TIMEOUT" ? text : "\"\(text)\"")"
    }
    self.init(lines.joined(separator: "\n"))
  }
}

/// Counts the questions of each batch.
final class CountingResolver: Resolver {
  private let base: any Resolver
  private let counts = Mutex<[Int]>([])

  init(_ base: any Resolver) {
    self.base = base
  }

  var batches: [Int] { counts.withLock { $0 } }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    counts.withLock { $0.append(questions.count) }
    return await base.answers(to: questions)
  }
}
