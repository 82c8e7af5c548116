import Syntax
import Testing

@Suite struct JSONReaderTests {
  /// Reads everything, and writes it again in one line.
  private func written(_ text: String) -> (String, JSONFault?) {
    var reader = JSONReader(Array(text.utf8), depth: 4)
    let value = Self.value(&reader)
    return (value, reader.finish())
  }

  private static func value(_ reader: inout JSONReader) -> String {
    switch reader.kind() {
    case .object:
      guard reader.beginObject() else { return "?" }
      var members: [String] = []
      while let name = reader.nextName() { members.append("\(name.string)=\(value(&reader))") }
      return "{\(members.joined(separator: " "))}"
    case .array:
      guard reader.beginArray() else { return "?" }
      var elements: [String] = []
      while reader.nextElement() { elements.append(value(&reader)) }
      return "[\(elements.joined(separator: " "))]"
    default: return reader.scalar()?.string ?? "?"
    }
  }

  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), (#"{"a": [1, {"b": null}], "c": "d"}"#, "{a=[1 {b=null}] c=d}"),
    (#"["\u0061\/\n\ud83d\ude00\ud83d\u0041"]"#, "[a/\n😀\u{FFFD}A]"), ("\u{FEFF} -0.5e+3 ", "-0.5e+3"),
    ("true", "true"),
    ("[[[[]]]]", "[[[[]]]]"), (#"{"a":{},"a":[[]]}"#, "{a={} a=[[]]}")
  ])
  func readsValues(text: String, expected: String) {
    let (value, fault) = written(text)
    #expect(value == expected && fault == nil, "\(String(describing: fault))")
  }

  /// A text, and where and why its reading ends.
  @Test(arguments: [
    ("", 0, "a value is missing at the end"), ("{", 0, "an object that begins here does not end"),
    ("[1", 0, "a comma or ] is missing here"), ("[1 2]", 3, "a comma or ] is missing here"),
    ("{\"a\" 1}", 5, "a colon is missing behind a name"), ("{\"a\":1,}", 7, "a name in quotes is missing here"),
    ("[1,]", 3, "no value of JSON stands here"), ("[01]", 1, "no value of JSON stands here"),
    ("[+1]", 1, "no value of JSON stands here"), ("[1.]", 1, "no value of JSON stands here"),
    ("[NaN]", 1, "no value of JSON stands here"), ("[\"a\n\"]", 1, "a text in quotes does not end on its line"),
    (#"["\x"]"#, 2, "JSON knows no such sign behind a backslash"),
    (#"["\u00g0"]"#, 2, "JSON knows no such sign behind a backslash"),
    (#"["\"#, 2, "JSON knows no such sign behind a backslash"), ("{}}", 2, "text stands behind the end"),
    ("{]", 1, "a name in quotes is missing here"), ("[[[[[]]]]]", 4, "the text is nested too deep")
  ])
  func saysWhatIsWrong(text: String, offset: Int, message: String) {
    #expect(written(text).1 == .init(offset: offset, message: message))
    var skipping = JSONReader(Array(text.utf8), depth: 4)
    #expect(skipping.finish() == .init(offset: offset, message: message), "the same where nothing is kept")
  }

  @Test func whatNobodyTakesIsPassedOver() {
    var reader = JSONReader(Array(#"{"a": [1, {"b": 2}], "c": {"d": 3}, "e": "f"}"#.utf8))
    var names: [String] = []
    if reader.beginObject() { while let name = reader.nextName() { names.append(name.string) } }
    #expect(names == ["a", "c", "e"])
    #expect(reader.finish() == nil)
  }

  @Test(arguments: ["[", "{\"a\":", "\"", "\\u", "[{},", "1,", "\\"])
  func takesLinearTime(part: String) {
    let text = "{\"a\": [\"" + String(repeating: part, count: 400_000 / part.utf8.count)
    let time = ContinuousClock().measure {
      var reader = JSONReader(Array(text.utf8))
      _ = reader.finish()
    }
    #expect(time < .seconds(5))
  }
}
