import MailAuthentication
import Syntax

extension FuzzTarget {
  /// Tag lists under the rules of both standards.
  static let tagLists = [
    FuzzTarget(name: "tag-list") { input in
      for options in [TagList.Options.dkim, .dmarc] {
        let parsed = TagList.parse(input, options: options)
        checkFaults(of: parsed)
        guard let list = parsed.value else { continue }
        promise(list.tags.allSatisfy { $0.value.upperBound <= input.count }, "tags lie within the text")
        for tag in list.tags {
          promise(list[list.name(of: tag)] != nil || options.ignoresCaseOfNames, "a tag is found")
        }
      }
    }
  ]
}

/// What every parser promises of its faults.
func checkFaults<Value>(of parsed: Parsed<Value>) {
  for fault in parsed.faults {
    promise(
      fault.range.lowerBound >= 0 && fault.range.upperBound <= parsed.text.count, "faults lie within the text")
  }
}
