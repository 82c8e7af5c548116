import FeedbackReports
import Testing

/// What is found in the wild is read, and what is wrong with it is told.
@Suite struct SchemaDeviationTests {
  /// A change of a report: what is replaced, by what, and what is told of it.
  struct Change: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let path: String
    let words: String
    let kind: SchemaDeviation.Kind
    var line: Int?

    var testDescription: String { "\(old) -> \(new)" }

    init(
      _ old: String, _ new: String, _ path: String, _ words: String, _ kind: SchemaDeviation.Kind, line: Int? = nil
    ) {
      (self.old, self.new, self.path, self.words, self.kind, self.line) = (old, new, path, words, kind, line)
    }
  }

  static let rfc7489: [Change] = [
    .init("  <version>1.0</version>\n", "", "version", "is missing", .missingByHabit),
    .init("<version>1.0<", "<version>one<", "version", "is no decimal number: \"one\"", .value),
    .init("<org_name>receiver.example</org_name>", "", "report_metadata/org_name", "is missing", .missing, line: 4),
    .init("<org_name>receiver.example<", "<org_name><", "report_metadata/org_name", "is empty", .value, line: 5),
    .init("<begin>1700000000</begin>", "", "report_metadata/date_range/begin", "is missing", .missing),
    .init("<begin>1700000000<", "<begin>today<", "report_metadata/date_range/begin", "is no number", .value),
    .init("<begin>1700000000<", "<begin>1800000000<", "report_metadata/date_range/end", "ends before", .value),
    .init("<p>none<", "<p>None<", "policy_published/p", "is not written in lower case: \"None\"", .value),
    .init("<p>none<", "<p>monitor<", "policy_published/p", "is none of none, quarantine, reject", .value),
    .init("<pct>100<", "<pct>200<", "policy_published/pct", "is no percentage", .value),
    .init("<pct>100</pct>", "", "policy_published/pct", "is missing", .missingByHabit),
    .init("<fo>0</fo>", "<np>none</np><fo>0</fo>", "policy_published/np", "is of RFC 9990", .unknown),
    .init("<fo>0</fo>", "<fo>0</fo><fo>1</fo>", "policy_published/fo", "more than once", .repeated),
    .init("<fo>0</fo>", "<fo>0</fo><x><y/></x>", "policy_published/x", "is not of the schema", .unknown),
    .init("<source_ip>2001:db8::1<", "<source_ip>x<", "record/row/source_ip", "is no address", .value),
    .init("<count>2<", "<count>-2<", "record/row/count", "is no number of messages", .value),
    .init("<count>2<", "<count>99999999999999999999<", "record/row/count", "is no number", .value),
    .init("<spf>pass</spf>", "<spf>PASS</spf>", "record/row/policy_evaluated/spf", "lower case", .value),
    .init("<disposition>none<", "<disposition>pass<", "record/row/policy_evaluated/disposition", "is none of", .value),
    .init("<dkim>fail</dkim>", "", "record/row/policy_evaluated/dkim", "is missing", .missing),
    .init("<header_from>example.com</header_from>", "", "record/identifiers/header_from", "is missing", .missing),
    .init("<scope>helo<", "<scope>from<", "record/auth_results/spf/scope", "is none of mfrom, helo", .value),
    .init("<result>pass<", "<result>hardfail<", "record/auth_results/spf/result", "is none of", .value),
    .init("</feedback>", "</feedback>\nbye", "", "behind the end", .text),
    .init("<?xml version=\"1.0\"?>", "\n\n<?xml version=\"1.0\"?>", "", "white space", .text)
  ]

  static let rfc9990: [Change] = [
    .init("<version>1.0<", "<version>2.0<", "version", "is not 1.0", .value),
    .init("<np>reject</np>", "<pct>100</pct>", "policy_published/pct", "is of RFC 7489", .unknown),
    .init("<selector>s1</selector>", "", "record/auth_results/dkim/selector", "is missing", .missingByHabit),
    .init("<scope>mfrom<", "<scope>helo<", "record/auth_results/spf/scope", "is none of mfrom", .value),
    .init(
      "<spf>\n", "<spf><domain>a</domain><result>none</result></spf><spf>\n", "record/auth_results/spf", "once",
      .repeated),
    .init("<type>mailing_list<", "<type>forwarded<", "record/row/policy_evaluated/reason/type", "is none of", .value),
    .init("<discovery_method>treewalk<", "<discovery_method>dns<", "policy_published/discovery_method", "psl", .value)
  ]

  @Test(arguments: rfc7489) func tellsOfRFC7489(change: Change) throws { try check("rfc7489.xml", change) }
  @Test(arguments: rfc9990) func tellsOfRFC9990(change: Change) throws { try check("rfc9990.xml", change) }

  private func check(_ fixture: String, _ change: Change) throws {
    let text = try Fixtures.text(fixture)
    #expect(text.contains(change.old))
    let aggregate = try #require(ReadFeedback(text.replacing(change.old, with: change.new)).aggregates.first)
    #expect(aggregate.report.fault == nil && aggregate.records.count == 1)
    let deviations = aggregate.report.deviations
    let found = deviations.first { $0.path == change.path && $0.kind == change.kind }
    #expect(found?.statement.contains(change.words) == true, "\(deviations)")
    if let line = change.line { #expect(found?.line == line) }
  }

  /// What both standards allow is no deviation, whatever readers are used to.
  @Test(arguments: [
    ("<header_from>example.com</header_from>", "<header_from> example.com\n</header_from>"),
    ("  </policy_published>", "  </policy_published><extension><a xmlns='urn:x'>b</a></extension>"),
    ("</auth_results>", "</auth_results><e:x xmlns:e='urn:e'><e:y/></e:x>"),
    ("<discovery_method>treewalk</discovery_method>", ""), ("<version>1.0</version>", ""),
    ("<envelope_from></envelope_from>", ""), ("<p>quarantine</p>", "<adkim>s</adkim><p>quarantine</p>"),
    ("<email>", "<email lang='en'>")
  ])
  func letsPassWhatIsAllowed(old: String, new: String) throws {
    let text = try Fixtures.text("rfc9990.xml")
    #expect(text.contains(old))
    let aggregate = try #require(ReadFeedback(text.replacing(old, with: new)).aggregates.first)
    #expect(aggregate.report.deviations == [] && aggregate.report.fault == nil)
    #expect(aggregate.records.first?.headerFrom == "example.com")
  }

  @Test func valuesAreReadInLowerCase() throws {
    let text = try Fixtures.text("rfc7489.xml").replacing("<spf>pass</spf>", with: "<spf> Pass </spf>")
    #expect(ReadFeedback(text).aggregates.first?.records.first?.passesDMARC == true)
  }

  @Test func octetsThatAreNoUTF8AreReplaced() throws {
    let text = try Fixtures.text("rfc7489.xml").replacing("<org_name>receiver", with: "<org_name>Caf\u{1}")
    let octets = text.utf8.map { $0 == 1 ? 0xE9 : $0 }
    for pieces in [nil, 1] as [Int?] {
      let report = try #require(ReadFeedback(octets, pieces: pieces).aggregates.first?.report)
      #expect(report.metadata.orgName == "Caf\u{FFFD}.example" && report.fault == nil)
      #expect(report.deviations.map(\.line) == [5])
    }
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + octets.dropFirst(21)
    let report = try #require(ReadFeedback(latin).aggregates.first?.report)
    #expect(report.metadata.orgName == "Caf\u{E9}.example" && report.deviations == [])
  }

  /// The same fault in every record is told once and counted.
  @Test func deviationsAreBounded() throws {
    let text = try Fixtures.text("rfc7489.xml")
    let record = "<record>" + text.part(from: "<record>", to: "</feedback>")
    let wrong = record.replacing("<scope>helo</scope>", with: "<scope>x</scope>")
    let many = text.replacing("</feedback>", with: String(repeating: wrong, count: 500) + "</feedback>")
    let report = try #require(ReadFeedback(many).aggregates.first?.report)
    #expect(report.recordCount == 501 && report.deviations.count == 1 && report.furtherDeviations == 499)
    let names = (0..<1_000).map { "<x\($0)/>" }.joined()
    let odd = text.replacing("</feedback>", with: names + "</feedback>")
    #expect(ReadFeedback(odd).aggregates.first?.report.deviations.count == 1)
  }
}
