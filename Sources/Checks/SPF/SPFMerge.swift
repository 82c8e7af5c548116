import MailAuthentication
import Syntax

/// Several records made one.
public enum SPFMerge {
  /// A record with the terms of all, each once, and the mildest of their defaults; nil when a record has a fault or
  /// a modifier, which cannot simply be joined.
  public static func merged(_ texts: [[UInt8]]) -> String? {
    var (terms, defaults): ([String], [String]) = ([], [])
    for text in texts {
      let parsed = SPFRecord.parse(text)
      guard let record = parsed.value, parsed.faults.isEmpty else { return nil }
      for term in record.terms {
        guard term.mechanism != nil else { return nil }
        let word = term.text(in: text)
        if term.isAll { defaults.append(word) } else if !terms.contains(word) { terms.append(word) }
      }
    }
    guard terms.count <= 40 else { return nil }
    let end = ["~all", "-all"].first { defaults.contains($0) } ?? "~all"
    return (["v=spf1"] + terms + [end]).joined(separator: " ")
  }
}
