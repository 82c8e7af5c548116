import MailMessage
import Syntax
import Testing

/// The raw body of a field, as it follows the colon.
func fieldBody(_ text: String) -> [UInt8] { Array((" " + text + "\r\n").utf8) }

/// Faults have their place in the text, a phrase and a paragraph, and stand in order.
func expectSound<Value>(_ parsed: Parsed<Value>, location: SourceLocation = #_sourceLocation) {
  for fault in parsed.faults {
    #expect(
      fault.range.lowerBound >= 0 && fault.range.upperBound <= parsed.text.count, "\(fault)", sourceLocation: location)
    #expect(fault.reference.hasPrefix("RFC "), sourceLocation: location)
    #expect(!fault.message.hasSuffix("."), sourceLocation: location)
  }
  let starts = parsed.faults.map(\.range.lowerBound)
  #expect(starts == starts.sorted(), sourceLocation: location)
}
