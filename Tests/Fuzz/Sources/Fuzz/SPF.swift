import DNS
import LDNSKit
import MailAuthentication
import Syntax

extension FuzzTarget {
  /// SPF: records, macros, and whole evaluations.
  static let spf = [
    FuzzTarget(name: "spf-record") { input in
      let parsed = SPFRecord.parse(input)
      checkFaults(of: parsed)
      if SPFSelection.isRecord(input) { promise(parsed.value != nil, "what is selected is read") }
      _ = SPFSelection(texts: [input, Array(input.dropFirst()), input])
      for term in parsed.value?.termsInOrder ?? [] {
        promise(term.range.upperBound <= input.count, "terms lie within the text")
        _ = term.text(in: input)
        for macro in term.domainSpec?.macros ?? [] {
          promise(macro.range.upperBound <= input.count, "macros lie within the text")
        }
      }
    },
    FuzzTarget(name: "spf-macro") { input in
      // One line of sender, then the macro-string.
      let lines = input.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
      guard lines.count == 2 else { return }
      let text = Array("v=spf1 exists:".utf8) + lines[1]
      let origin: DomainName = "example.org"
      var zone = Zone(file: "zone")
      let strings = stride(from: 0, to: text.count, by: 255).map { Array(text[$0..<min($0 + 255, text.count)]) }
      zone.records = [DNSRecord(owner: origin, ttl: 1, data: .txt(CharacterStrings(strings)))]
      evaluate(zone, sender: String(decoding: lines[0], as: UTF8.self) + "@example.org")
    },
    FuzzTarget(name: "spf-check") { input in
      evaluate(ZoneText.parse(input, origin: "example.org").zone, sender: "user@example.org")
    }
  ]

  /// check_host() keeps its limits in every world.
  private static func evaluate(_ zone: Zone, sender: String) {
    let evaluator = SPFEvaluator(resolver: ZoneResolver([zone], uncovered: .nameError))
    for address in ["192.0.2.1", "2001:db8::1"].compactMap({ IPAddress($0) }) {
      let identity = SPFIdentity(address: address, helo: "mail.example.org", mailFrom: sender)
      Drain.run {
        let evaluation = await evaluator.evaluate(identity)
        promise(evaluation.lookups <= 11, "no more terms ask questions than allowed")
        promise(evaluation.voidLookups <= 3, "no more void look-ups than allowed")
        promise(depth(of: evaluation.check) <= 12, "records include each other no deeper than allowed")
        _ = evaluation.path
        _ = evaluation.problem?.description
        _ = evaluation.explanation
      }
    }
  }

  private static func depth(of check: SPFCheck) -> Int {
    1 + (check.steps.compactMap(\.check).map { depth(of: $0) }.max() ?? 0)
  }
}
