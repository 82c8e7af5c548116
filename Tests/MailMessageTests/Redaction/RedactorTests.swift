import Foundation
import MailMessage
import Testing

@Suite struct RedactorTests {
  /// Field by field: what stays, and what stands for the rest.
  @Test(
    arguments: [
      ("From: \"John Smith\" <John.Smith@acme.com>", "From: \"Xxxx Xxxxx\" <user1@d1.example>"),
      ("From: =?utf-8?Q?J=C3=B6rg?= <j@acme.com>", "From: =?utf-8?Q?X=C3=A9xx?= <user1@d1.example>"),
      ("From: =?UTF-8?B?SsO2cmc=?= <j@acme.com", "From: =?UTF-8?B?WMOpeHg=?= <user1@d1.example"),
      (
        "To: a@mail.acme.com, b@acme.com, A@shop.co.uk", "To: user1@mail.d1.example, user2@d1.example, user1@d2.example"
      ),
      ("To: undisclosed-recipients:;", "To: undisclosed-recipients:;"),
      ("Cc: postmaster@gmail.com, jane@gmail.com", "Cc: postmaster@gmail.com, user1@gmail.com"),
      ("Subject: Re: [list] Offer 4711", "Subject: Re: [xxxx] Xxxxx 0000"),
      ("Message-ID: <20260101.af09@web01.acme.com>", "Message-ID: <00000000.aa00@h1.d1.example>"),
      ("In-Reply-To: <x.1@a.org> <y.2@a.org>", "In-Reply-To: <x.0@d1.example> <x.1@d1.example>"),
      (
        "Received: from web01 (web01.acme.local [10.1.2.3]) by mx.google.com with ESMTPS id 7Xa9; Tue, 24 Nov 2026 10:00:00 +0100",
        "Received: from host1.internal (h1.site1.internal [10.0.0.1]) by mx.google.com with ESMTPS id 0Xx0; Tue, 24 Nov 2026 10:00:00 +0100"
      ),
      ("Received: from [IPv6:2a01:4f8::1] (8.8.8.8)", "Received: from [IPv6:2001:db8::1] (192.0.2.1)"),
      (
        "DKIM-Signature: v=1; a=rsa-sha256; d=acme.com; s=k20; t=1795251600;\n\tb=Zm9v/mF=; h=from:to",
        "DKIM-Signature: v=1; a=rsa-sha256; d=d1.example; s=x00; t=1795251600;\n\tb=xxxxxxx=; h=from:to"
      ),
      (
        "Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=a=b@acme.com; dkim=fail header.d=acme.com",
        "Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=user1@d1.example; dkim=fail header.d=d1.example"
      ),
      ("List-Unsubscribe: <https://a.acme.com/u?x=%4A1>", "List-Unsubscribe: <https://h1.d1.example/x?x=%780>"),
      ("X-Auth-Token: sk_live_51H8", "X-Auth-Token: xx_xxxx_00X0"),
      ("X-Mailer: PHPMailer 6.9.1", "X-Mailer: PHPMailer 6.9.1"),
      (
        "Content-Disposition: attachment; filename=\"Jane.pdf\"",
        "Content-Disposition: attachment; filename=\"Xxxx.pdf\""
      )
    ])
  func fields(field: String, expected: String) throws {
    #expect(try text(field + "\n\n") == expected + "\n\n")
  }

  /// Bodies in each encoding.
  @Test(
    arguments: [
      ("Content-Type: text/plain\n\nHi Jane, 0170 1234567\n.\n", "Hi Xxxx, 0000 0000000\n.\n"),
      ("Content-Type: text/plain\n\nwww.acme.com and a@acme.com.\n", "www.d1.example xxx user1@d1.example.\n"),
      ("Content-Type: text/plain\n\nhttp://u:p@1.1.1.1:80/a\n", "http://x:x@192.0.2.1:80/x\n"),
      (
        "Content-Type: text/html\n\n<p class=\"acme\" style=\"color:#333\">J&nbsp;&#74;&eacute;<!--[if mso]>J<![endif]-->\n",
        "<p class=\"xxxx\" style=\"color:#333\">X&nbsp;&#88;&xxxxxx;<!--[if mso]>X<![endif]-->\n"
      ),
      (
        "Content-Type: text/html\n\n<style>.acme{color:red}/* J */</style><b>a</b>",
        "<style>.xxxx{color:red}/* X */</style><b>x</b>"
      ),
      (
        "Content-Transfer-Encoding: quoted-printable\n\nJ=C3=B6 b@ac=\nme.com =3D\n",
        "X=C3=A9 user1@d1.example=\n =3D\n"
      ),
      ("Content-Transfer-Encoding: base64\n\nSsO2cmcg\nSsO2cmc=\n\n", "WMOpeHgg\nWMOpeHg=\n\n"),
      ("Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\nRw==\n", "eHh4\neA==\n"),
      ("Content-Type: text/plain\n\n\u{1B}$B$3$s\u{1B}(B J", "\u{1B}$B$\"$\"\u{1B}(B X")
    ])
  func bodies(message: String, expected: String) throws {
    let result = try text(message)
    let body = result.firstRange(of: "\n\n").map { String(result[$0.upperBound...]) }
    #expect(body == expected.replacing("Hi Xxxx", with: "Xx Xxxx"))
  }

  @Test func theSameIsReplacedByTheSame() throws {
    let message = "From: a@acme.com\nMessage-ID: <id.1@acme.com>\n\na@acme.com id.1@acme.com A@ACME.com\n"
    let words = try text(message).split { $0 == "\n" || $0 == " " || $0 == "<" || $0 == ">" }
    #expect(words.suffix(3) == ["user1@d1.example", "xx.0@d1.example", "user1@d1.example"])
    #expect(words[1] == "user1@d1.example" && words[3] == "xx.0@d1.example")
  }

  /// Faults stay faults.
  @Test(
    arguments: [
      "From: a@b.org\nFrom: a@b.org\nSubject: x\n\n--x\n", "No header at all\n\nText of a@b.org",
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=abcd1\n\n--abcd1\n\none\n--abcd1x\n--abcd1--\n--abcd1\n",
      "Content-Type: multipart/mixed; boundary=abcd1\r\n\r\n--abcd1\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.org\r\n\r\nHi\r\n",
      "Content-Type: multipart/mixed; boundary=abcd1\n\n--abcd1\nContent-Type: message/rfc822\n\n"
        + "From a@b.org Tue May 10\nContent-Type: multipart/mixed; boundary=efgh1\n\n--efgh1\n\nHi\n--efgh1--\n--abcd1--\n",
      "Content-Type: multipart/mixed; boundary=\"abc\n de1\"\n\n--abc de1\n\nHi\n--abc de1--\n",
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\necO2dMOkIHZhYW4uCg== ignored\n",
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 7-bit\n\nJ\u{E9}\u{3042}\n",
      "Content-Transfer-Encoding: base64\n\nSGVs!bG8=SGk=\n",
      "Content-Transfer-Encoding: quoted-printable\n\n=zz =\u{E9} =4\n",
      "Content-Type: multipart/report; boundary=\"a b\"\n\n--a b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.org\n\nAction: failed\n--a b--\n"
    ])
  func structureStays(message: String) throws { try check(Array(message.utf8), "fixture") }

  @Test func longWordsAreMasked() throws {
    let secret = String(repeating: "Ab1/", count: 40_000)
    let result = try text("Subject: \(secret)\n\n\(secret)\n<a href=\"http://\(secret)\">")
    #expect(!result.contains("Ab1") && result.utf8.count < 4 * secret.utf8.count)
  }

  /// Every message of the published suites, when they are here.
  @Test(.enabled(if: Self.suites != nil)) func publishedMessages() throws {
    let folder = URL(filePath: Self.suites ?? "")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "eml", let data = try? Data(contentsOf: file) else { continue }
      count += 1
      try check(Array(data), file.lastPathComponent)
    }
    #expect(count > 100)
  }

  static let suites = ProcessInfo.processInfo.environment["MAILAUDIT_CONFORMANCE"]

  private func check(_ octets: [UInt8], _ name: String) throws {
    let redacted = try Redactor.redacted(octets)
    let (before, after) = (try RedactionFacts(octets), try RedactionFacts(redacted))
    let survivors = before.survivors(in: after)
    #expect(survivors.isEmpty, "\(name): \(survivors.prefix(5))")
    let pairs = zip(before.structure, after.structure).first { $0 != $1 }
    #expect(before.structure == after.structure, "\(name): \(pairs.map { "\($0.0) became \($0.1)" } ?? "count")")
    #expect(try Redactor.redacted(octets) == redacted, "\(name)")
  }

  private func text(_ message: String) throws -> String {
    String(decoding: try Redactor.redacted(Array(message.utf8)), as: UTF8.self)
  }
}
