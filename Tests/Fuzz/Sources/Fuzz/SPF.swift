import MailAuthentication
import Syntax

extension FuzzTarget {
  /// SPF records.
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
    }
  ]
}
