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
}
