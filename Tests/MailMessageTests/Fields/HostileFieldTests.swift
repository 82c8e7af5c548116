import MailMessage
import Syntax
import Testing

/// Fields that repeat one piece: read octet by octet in well under a second, in quadratic time they would take minutes.
@Suite struct HostileFieldTests {
  static let pieces = [
    "(", "\"", "<", "[", "=?a?q?", "a@", ",", ":", ";", "<a@b>,", "(a", "\"a\" ", "a:;", "@a:", "\\", "=?utf-8?q?a?= ",
    "; a=b", "; a*1=b", "from a ", "(a) ", "<a", "a=b ", "a.b=c "
  ]

  @Test(.timeLimit(.minutes(10)), arguments: pieces) func timeIsLinear(piece: String) {
    let text = Array(String(repeating: piece, count: 50_000 / piece.utf8.count).utf8)
    expectSound(AddressList.parse(text))
    expectSound(MessageIDList.parse(text))
    expectSound(DateTime.parse(text))
    expectSound(UnstructuredText.parse(text))
    expectSound(ContentType.parse(Array("a/b;".utf8) + text))
    expectSound(ReceivedField.parse(text))
    expectSound(ReceivedField.parse(Array("from a (".utf8) + text + Array(") with b".utf8)))
    expectSound(ListUnsubscribe.parse(text))
    expectSound(ListID.parse(text))
    expectSound(AutoSubmitted.parse(text))
    expectSound(FeedbackID.parse(text))
  }
}
