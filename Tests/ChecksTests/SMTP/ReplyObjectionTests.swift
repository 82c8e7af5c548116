import SMTPSubmission
import Testing

@testable import Checks

/// What a reply to MAIL or RCPT is about, in the words of real servers.
@Suite struct ReplyObjectionTests {
  @Test(
    arguments: [
      ("250 2.1.5 Ok", .none), ("251 User not local; will forward", .none), ("450 4.2.0 greylisted", .later),
      ("454 4.7.1 Relay access denied", .later),
      ("550 5.1.1 <x@y>: Recipient address rejected: User unknown in local recipient table", .recipient),
      ("550 5.4.1 Recipient address rejected: Access denied.", .recipient), ("550 Unrouteable address", .recipient),
      ("550 sorry, no mailbox here by that name (#5.1.1)", .recipient), ("550 5.2.1 disabled", .recipient),
      ("550 No such user here", .recipient), ("553 5.1.7 bad sender", .sender),
      ("554 5.7.1 <>: Sender address rejected: Access denied", .sender), ("550 Null sender not allowed", .sender),
      ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", .other),
      ("550 5.7.25 no PTR record", .other), ("504 5.5.2 <x>: Helo command rejected", .other),
      ("550 Access denied - Invalid HELO name, address unknown", .other), ("550 Administrative prohibition", .other),
      ("550 Your IP address is unknown here", .other), ("550 relay not permitted", .other),
      ("550 User unknown", .recipient), ("551 User not local", .recipient),
      ("530 5.7.0 Must issue a STARTTLS command first", .other), ("503 5.5.1 Bad sequence", .other)
    ] as [(String, ReplyObjection)])
  func isRead(text: String, objection: ReplyObjection) throws {
    var parser = SMTPReplyParser()
    parser.feed(Array((text + "\r\n").utf8))
    #expect(try #require(try parser.next()).objection == objection)
  }
}
