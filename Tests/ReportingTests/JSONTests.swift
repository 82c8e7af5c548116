import AuditModel
import Foundation
import Testing

@testable import Reporting

/// Reports for programs.
@Suite struct JSONTests {
  @Test(
    arguments: [
      (nil, "null"), (true, "true"), (-12, "-12"), ("a\"b\\c\n", #""a\"b\\c\n""#), ([], "[]"), ([:], "{}"),
      (["b": 1, "a": [1, nil, "x"]], #"{"b":1,"a":[1,null,"x"]}"#), ("\u{1B}\u{202E}", #""\u001B\u202E""#),
      ("\u{E0041}", #""\uDB40\uDC41""#), ("é", #""é""#)
    ] as [(JSON, String)])
  func writes(value: JSON, text: String) throws {
    #expect(String(decoding: value.octets(isIndented: false), as: UTF8.self) == text + "\n")
    for isIndented in [false, true] {
      let octets = value.octets(isIndented: isIndented)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(octets), options: .fragmentsAllowed) }
    }
  }

  @Test func indents() {
    let value: JSON = ["a": [1, 2], "b": [:]]
    #expect(
      String(decoding: value.octets(), as: UTF8.self) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n")
  }

  @Test func keepsToTheSchema() throws {
    let schema = try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/report-1.json"))
    for report in [Sample.everything, Sample.report([]), Sample.report([], goal: .receive)] {
      for showsDuration in [false, true] {
        let octets = JSONRenderer(isIndented: showsDuration, showsDuration: showsDuration).octets(of: report)
        #expect(try schema.faults(in: Data(octets)) == [])
      }
    }
    let broken = #"{"schema": "mailaudit-report-2", "areas": [{"area": 1}]}"#
    #expect(try !schema.faults(in: Data(broken.utf8)).isEmpty)
  }

  @Test func samplesKeepToTheSchema() throws {
    let schema = try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/report-1.json"))
    let folder = SchemaValidator.reports.appending(path: "samples")
    let samples = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && $0 != "reports.json" }
    #expect(!samples.isEmpty)
    for sample in samples {
      #expect(try schema.faults(in: Data(contentsOf: folder.appending(path: sample))) == [], "\(sample)")
    }
  }

  @Test func theSameReportHasTheSameOctets() {
    let octets = (1...3).map { _ in JSONRenderer(showsDuration: false).octets(of: Sample.everything) }
    #expect(Set(octets).count == 1)
  }

  @Test func aDefectHasARemedy() throws {
    let octets = JSONRenderer().octets(of: Sample.everything)
    let text = String(decoding: octets, as: UTF8.self)
    #expect(text.contains(#""remedy": "Write \"v=spf1 ip4:192.0.2.3 -all\".""#))
    #expect(text.contains(#""remedy": "What to do about SPF-IP-AUTHORISED.""#))
  }
}
