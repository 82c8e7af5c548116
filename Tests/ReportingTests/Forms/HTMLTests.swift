import AuditModel
import Foundation
import Reporting
import Testing

/// The page for browsers.
@Suite struct HTMLTests {
  private static let page = FormTests.text(HTMLSheet(showsDuration: false), [Sample.everything, Sample.everything])

  @Test func needsNothingElse() {
    for word in ["<script", "http://", "https://", "src=", "@import", "url("] {
      #expect(!Self.page.contains(word), "\(word)")
    }
  }

  @Test func identifiersAreUnique() {
    let names = Self.page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    let links = Self.page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(!links.isEmpty)
    #expect(Set(links).subtracting(names).isEmpty, "every link leads somewhere")
  }

  @Test func elementsAreClosed() {
    for name in ["section", "article", "details", "table", "ul", "ol", "li", "div", "dl", "main"] {
      let opened = ["<\(name)>", "<\(name) "].map { Self.page.components(separatedBy: $0).count - 1 }.reduce(0, +)
      #expect(opened == Self.page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
  }

  @Test func theAnswerComesFirst() throws {
    let places = [
      "example.org", "Do this next", "Grades", "Findings", "What could not be looked at", "Everything looked at"
    ]
    .compactMap { Self.page.range(of: ">\($0)")?.lowerBound }
    #expect(places.count == 6 && places == places.sorted())
    #expect(Self.page.contains("<mark>1.2.3</mark>"))
  }

  @Test func picturesAreDrawn() {
    let report = AuditReport(
      target: "example.org", time: 0, toolVersion: "1", catalogueVersion: "1", goal: .send, outcomes: [],
      exhibits: [
        .tree(TreeExhibit(title: "SPF", root: .init("example.org", children: [.init("include:<b>", verdict: .fail)]))),
        .matrix(
          MatrixExhibit(title: "Hosts", columns: ["Host", "IPv6"], rows: [.init("mx", [.init(.unknown, "time-out")])]))
      ], statistics: AuditStatistics(questions: 0, failures: 0, duration: .zero))
    let text = FormTests.text(HTMLSheet(), [report])
    #expect(text.contains("<ul class=\"tree\">") && text.contains("include:&lt;b&gt;"))
    #expect(text.contains("<span class=\"mark unknown\">?</span> time-out"))
  }

  @Test(
    arguments: [
      ([BarChart.Bar("a", place: 5, good: 3, bad: 1), .init("b", place: 7, good: 0, bad: 0)], 2, "<b>"),
      ([.init("a", place: .min, good: .max, bad: .max), .init("b", place: .max, good: 0, bad: 1)], 3, "x"),
      ((0..<1_000).map { .init("\($0)", place: $0 * 3, good: 1, bad: 0) }, 400, "x"), ([], 0, "x")
    ] as [([BarChart.Bar], Int, String)])
  func barsAreDrawn(bars: [BarChart.Bar], rectangles: Int, words: String) {
    var page = HTMLPage(prefix: "p-")
    page.chart(BarChart(words: words, parts: ("pass", "fail"), bars: bars), id: "days")
    #expect(page.text.components(separatedBy: "<rect").count - 1 == rectangles)
    #expect(!page.text.contains("\"-") && !page.text.contains("<b>"), "nothing lies outside, and nothing is markup")
    #expect(bars.isEmpty || page.text.contains("aria-labelledby=\"p-days\""))
    for number in page.text.matches(of: /\sx="([0-9.]+)"/) { #expect(Double(number.1).map { $0 <= 720 } == true) }
  }
}
