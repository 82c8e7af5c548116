import FeedbackReports
import Testing

@Suite struct ReportSourceTests {
  @Test(arguments: [
    (ReportSource(file: "a.xml"), "a.xml"),
    (ReportSource(file: "inbox", message: 3, part: "r.zip"), "inbox, message 3, r.zip")
  ])
  func placesFromTheOutside(source: ReportSource, words: String) {
    #expect(source.description == words)
  }
}
