import MailMessage
import Syntax
import Testing

@Suite struct ContentTypeTests {
  /// A field, and what it is read as: type, then `name=value`. A final `!` says that faults are told.
  static let types: [(String, String)] = [
    // RFC 2045 §5.1
    ("text/plain; charset=us-ascii (Plain text)", "text/plain charset=us-ascii"),
    ("text/plain; charset=\"us-ascii\"", "text/plain charset=us-ascii"),
    ("TEXT/HTML;CHARSET=UTF-8;", "text/html charset=UTF-8"),
    // RFC 2231 §3
    (
      "message/external-body; access-type=URL;\r\n URL*0=\"ftp://\";\r\n URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"",
      "message/external-body access-type=URL url=ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar"
    ),
    // RFC 2231 §4
    (
      "application/x-stuff;\r\n title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
      "application/x-stuff title=This is ***fun***"
    ),
    // RFC 2231 §4.1
    (
      "application/x-stuff;\r\n title*0*=us-ascii'en'This%20is%20even%20more%20;\r\n title*1*=%2A%2A%2Afun%2A%2A%2A%20;\r\n title*2=\"isn't it!\"",
      "application/x-stuff title=This is even more ***fun*** isn't it!"
    ),
    ("multipart/mixed; boundary=\"a=b;c\"", "multipart/mixed boundary=a=b;c"),
    ("multipart/mixed; boundary=\"a\\\"b\"", "multipart/mixed boundary=a\"b"),
    ("text/plain; title*1=b; title*0=a", "text/plain title=ab"),
    ("text/plain; name=x; name*=utf-8''%C3%A4", "text/plain name=ä"),
    // Broken forms.
    ("text/plain charset=utf-8", "text/plain charset=utf-8 !"),
    ("text/plain; charset=utf-8 format=flowed", "text/plain charset=utf-8 format=flowed !"),
    ("text/plain; name=my file.txt; x=y", "text/plain name=my file.txt x=y !"),
    ("text/plain; charset = utf-8", "text/plain charset=utf-8 !"),
    ("text/plain; charset", "text/plain !"),
    ("text/plain; charset=", "text/plain charset= !"),
    ("text/plain; charset=a; charset=b", "text/plain charset=a !"),
    ("multipart/related; type=multipart/alternative", "multipart/related type=multipart/alternative !"),
    ("multipart/mixed; boundary=----=_Part_1", "multipart/mixed boundary=----=_Part_1 !"),
    ("multipart/mixed; boundary=\"open", "multipart/mixed boundary=open !"),
    ("text/plain; name=\"=?utf-8?q?=C3=A4?=\"", "text/plain name=ä !"),
    ("text/plain; title*1=b", "text/plain !"),
    ("text/plain; title*0=a; title*2=c", "text/plain title=a !"),
    ("text/plain; title*=koi8-r''%C1", "text/plain title=\u{FFFD} !"),
    ("text/plain; title*=utf-8''%C1%", "text/plain title=\u{FFFD}% !"),
    ("text", "nil !"), ("", "nil !"), ("/plain", "nil !"), ("; charset=x", "nil !")
  ]

  @Test(arguments: types) func typesAreRead(field: String, expected: String) {
    let parsed = ContentType.parse(fieldBody(field))
    expectSound(parsed)
    let words = parsed.value.map { [$0.mediaType] + $0.parameters.map { "\($0.name)=\($0.value)" } } ?? ["nil"]
    #expect((words + (parsed.faults.isEmpty ? [] : ["!"])).joined(separator: " ") == expected)
  }

  /// The same for Content-Disposition.
  static let dispositions: [(String, String)] = [
    ("inline", "inline"),
    (
      "attachment; filename=genome.jpeg;\r\n modification-date=\"Wed, 12 Feb 1997 16:29:51 -0500\"",
      "attachment filename=genome.jpeg modification-date=Wed, 12 Feb 1997 16:29:51 -0500"
    ),
    ("Attachment; filename*=iso-8859-1''%E4.txt", "attachment filename=ä.txt"),
    ("\"attachment\"; filename=x", "attachment filename=x !"),
    ("filename=x", "attachment filename=x !"),
    ("", "nil !")
  ]

  @Test(arguments: dispositions) func dispositionsAreRead(field: String, expected: String) {
    let parsed = ContentDisposition.parse(fieldBody(field))
    expectSound(parsed)
    let words = parsed.value.map { [$0.disposition] + $0.parameters.map { "\($0.name)=\($0.value)" } } ?? ["nil"]
    #expect((words + (parsed.faults.isEmpty ? [] : ["!"])).joined(separator: " ") == expected)
  }

  static let encodings: [(String, ContentTransferEncoding?, Bool)] = [
    ("7bit", .sevenBit, true), ("8BIT", .eightBit, true), ("binary", .binary, true),
    ("Quoted-Printable (soft)", .quotedPrintable, true), ("base64", .base64, true),
    ("x-uuencode", .other("x-uuencode"), true),
    ("7-bit", .other("7-bit"), false), ("\"base64\"", .base64, false), ("base64;", .base64, true), ("", nil, false),
    ("8bit ascii", .eightBit, false)
  ]

  @Test(arguments: encodings) func encodingsAreRead(field: String, expected: ContentTransferEncoding?, isSound: Bool) {
    let parsed = ContentTransferEncoding.parse(fieldBody(field))
    #expect(parsed.value == expected)
    #expect(parsed.faults.isEmpty == isSound)
  }

  static let versions: [(String, String, Bool)] = [
    // RFC 2045 §4
    ("1.0", "1.0", true), ("1.0 (produced by MetaSend Vx.x)", "1.0", true), ("(produced by X) 1.0", "1.0", true),
    ("1.(produced by MetaSend Vx.x)0", "1.0", true), ("2.0", "2.0", false), ("1", "nil", false), ("", "nil", false),
    ("1.0 beta", "1.0", false), ("99999999999999999999.0", "nil", false)
  ]

  @Test(arguments: versions) func versionsAreRead(field: String, expected: String, isSound: Bool) {
    let parsed = MIMEVersion.parse(fieldBody(field))
    #expect(parsed.value.map { "\($0.major).\($0.minor)" } ?? "nil" == expected)
    #expect(parsed.faults.isEmpty == isSound)
  }
}
