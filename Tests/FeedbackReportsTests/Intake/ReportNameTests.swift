import FeedbackReports
import Testing

@Suite struct ReportNameTests {
  @Test(arguments: [
    ("a.example!b.example!1!2.xml.gz", "a.example b.example 1 2 - xml.gz"),
    ("folder/a.example!b.example!1!2!x.y.xml", "a.example b.example 1 2 x.y xml"),
    ("a!b!c!d", "a b - - - "), ("a!b!1!2!x.ZIP", "a b 1 2 x zip"), ("!b!1!2.xml", " b 1 2 - xml")
  ])
  func readsFileNames(name: String, parts: String) {
    let found = ReportFileName(name).map { name in
      let numbers = [name.begin, name.end].map { $0.map { "\($0)" } ?? "-" }
      return ([name.receiver, name.policyDomain] + numbers + [name.uniqueID ?? "-", name.fileExtension])
        .joined(separator: " ")
    }
    #expect(found == parts)
  }

  @Test(arguments: ["", "a.xml", "a!b!c.xml", "a!b!1!2!3!4.xml"]) func otherNames(name: String) {
    #expect(ReportFileName(name) == nil)
  }

  @Test(arguments: [
    ("Report Domain: example.com Submitter: r.example Report-ID: <a@b>", "example.com r.example a@b"),
    ("report domain: example.com submitter: r.example report-id: 1", "example.com r.example 1"),
    ("[Preview] Report Domain: example.com", "example.com - -"),
    ("Report Domain:  example.com  Report-ID: 7", "example.com - 7")
  ])
  func readsSubjects(subject: String, parts: String) {
    let found = ReportSubject(subject).map { "\($0.reportDomain) \($0.submitter ?? "-") \($0.reportID ?? "-")" }
    #expect(found == parts)
  }

  @Test(arguments: ["", "Hello", "Report Domain:", "Report Domain: Submitter: x"]) func otherSubjects(subject: String) {
    #expect(ReportSubject(subject) == nil)
  }
}
