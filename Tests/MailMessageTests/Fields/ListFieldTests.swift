import MailMessage
import Syntax
import Testing

@Suite struct ListFieldTests {
  /// A field, its URIs with their schemes, and whether there is a fault.
  static let unsubscribes: [(String, [String], Bool)] = [
    // RFC 2369 §3.2
    ("<mailto:list@host.com?subject=unsubscribe>", ["mailto:list@host.com?subject=unsubscribe"], true),
    (
      "(Use this command to get off the list)\r\n     <mailto:list-manager@host.com?body=unsubscribe%20list>",
      ["mailto:list-manager@host.com?body=unsubscribe%20list"], true
    ),
    (
      "<http://www.host.com/list.cgi?cmd=unsub&lst=list>,\r\n     <mailto:list-request@host.com?subject=unsubscribe>",
      ["http://www.host.com/list.cgi?cmd=unsub&lst=list", "mailto:list-request@host.com?subject=unsubscribe"], true
    ),
    ("<https://example.com/a,b;c?(d)>", ["https://example.com/a,b;c?(d)"], true),
    ("<https://example.com/a\r\n b>", ["https://example.com/ab"], false),
    ("https://example.com/a", ["https://example.com/a"], false),
    ("<https://example.com/a", ["https://example.com/a"], false),
    ("<ftp://example.com/a>", ["ftp://example.com/a"], false),
    ("<example.com/a>", ["example.com/a"], false)
  ]

  @Test(arguments: unsubscribes) func urisAreRead(field: String, uris: [String], isSound: Bool) {
    let parsed = ListUnsubscribe.parse(fieldBody(field))
    expectSound(parsed)
    #expect(parsed.value?.uris.map(\.uri) == uris)
    #expect(parsed.faults.isEmpty == isSound)
  }

  @Test func schemesAreTold() {
    let list = ListUnsubscribe.parse(fieldBody("<HTTPS://a/>, <http://b/>, <mailto:c@d>, <tel:1>, <e>")).value
    #expect(list?.uris.map(\.scheme) == [.https, .http, .mailto, .other("tel"), .other("")])
    #expect(list?.uris(.https) == ["HTTPS://a/"])
    for field in ["", "(nothing)", "words"] { #expect(ListUnsubscribe.parse(fieldBody(field)).value == nil) }
  }

  @Test(arguments: [
    ("List-Unsubscribe=One-Click", true as Bool?), ("list-unsubscribe=one-click", false), ("One-Click", nil),
    ("List-Unsubscribe=One-Click;", nil), ("", nil)
  ])
  func oneClickIsExact(field: String, expected: Bool?) {
    let parsed = ListUnsubscribePost.parse(fieldBody(field))
    #expect(parsed.value?.isOneClick == expected)
    #expect(parsed.faults.isEmpty == (expected == true))
  }

  static let identifiers: [(String, String?, String?, Bool)] = [
    // RFC 2919 §3
    (
      "List Header Mailing List <list-header.nisto.com>", "List Header Mailing List", "list-header.nisto.com", true
    ),
    ("<commonspace-users.list-id.within.com>", nil, "commonspace-users.list-id.within.com", true),
    (
      "\"Lena's Personal Joke List\"\r\n <lenas-jokes.da39efc25c530ad145d41b86f7420c3b.021999.localhost>",
      "Lena's Personal Joke List", "lenas-jokes.da39efc25c530ad145d41b86f7420c3b.021999.localhost", true
    ),
    ("list.example.org", nil, "list.example.org", false),
    ("<list>", nil, "list", false), ("A list <list.example.org", "A list", "list.example.org", false),
    ("some words", nil, nil, false), ("", nil, nil, false)
  ]

  @Test(arguments: identifiers)
  func listsAreIdentified(field: String, phrase: String?, identifier: String?, isSound: Bool) {
    let parsed = ListID.parse(fieldBody(field))
    expectSound(parsed)
    #expect(parsed.value?.phrase == phrase)
    #expect(parsed.value?.identifier == identifier)
    #expect(parsed.faults.isEmpty == isSound)
  }

  @Test(arguments: [
    ("auto-generated", "auto-generated", true), ("Auto-Replied (vacation)", "auto-replied", true), ("no", "no", false),
    ("auto-generated; type=x", "auto-generated", true), ("yes", "yes", true)
  ])
  func automaticMessagesAreTold(field: String, keyword: String, isAutomatic: Bool) {
    let parsed = AutoSubmitted.parse(fieldBody(field))
    #expect(parsed.value?.keyword == keyword)
    #expect(parsed.value?.isAutomatic == isAutomatic)
    #expect(AutoSubmitted.parse(fieldBody("")).value == nil)
  }

  @Test func precedenceAndFeedbackAreRead() {
    #expect(Precedence.parse(fieldBody("Bulk")).value?.isBulk == true)
    #expect(Precedence.parse(fieldBody("first-class")).value?.isBulk == false)
    #expect(Precedence.parse(fieldBody("")).value == nil)
    let feedback = FeedbackID.parse(fieldBody("CampaignIDX:CustomerID2:MailTypeID3:SenderId"))
    #expect(feedback.value?.senderID == "SenderId" && feedback.faults.isEmpty)
    #expect(feedback.value?.identifiers == ["CampaignIDX", "CustomerID2", "MailTypeID3"])
    #expect(FeedbackID.parse(fieldBody("SenderId")).faults.count == 1)
    #expect(FeedbackID.parse(fieldBody("a:b:c:")).value == nil)
    #expect(FeedbackID.parse(fieldBody("")).value == nil)
  }
}
