import Foundation
import MailMessage
import Syntax
import Testing

/// Places where names and tokens hide; none of them is found in the copy, written or decoded.
@Suite struct RedactionLeakTests {
  static let secrets = [
    "jane", "smith", "acme", "web01", "dc-7", "hunter2", "tok3n", "sk_live", "10.1.2.3", "10-1-2-3", "2a01:4f8", "4711",
    "8452", "sinatra", "amFuZQ"
  ]

  @Test(
    arguments: [
      "Received: from web01 (HELO web01) (jane@10.1.2.3) by dc-7.acme.local with SMTP; 24 Nov 2026 10:00:00 +0100",
      "Received: from x.org (x.org. [10.1.2.3]:25) by [IPv6:2a01:4f8::1] for <jane+tok3n@acme.com>",
      "Received: from smtp-10-1-2-3 (10.1.2.3:587) by smtp (smtp/10.1.2.3) id tok3n.4711x for jane@acme.com",
      "Received: by 2a01:4f8:0:1:2:3:4:5 with SMTP id tok3n47116",
      "Return-Path: <bounce+jane=acme.com@list.acme.com>",
      "Return-Path: <SRS0=tok3n=4711x=acme.com=jane@forward.acme.com>",
      "Return-Path: <prvs=84520=jane@acme.com>",
      "DKIM-Signature: v=1; a=rsa-sha256; d=acme.com; i=jane@acme.com; z=From:jane@acme.com|Subject:hunter2=20Smith",
      "DKIM-Signature: v=jane; l=tok3n; jane=1; t=hunter2; q=sinatra; i=smith",
      "ARC-Authentication-Results: i=1; web01; spf=pass (web01: domain of jane@acme.com designates 10.1.2.3) smtp.helo=web01",
      "Authentication-Results: mx.acme.com; auth=pass smtp.auth=jane header.x-smith=hunter2 policy.tok3n=4711x",
      "Authentication-Results: mx.acme.com; spf=pass smtp.mail=jane@acme.com smtp.remote-ip=10.1.2.3:25",
      "Received-SPF: pass client-ip=10.1.2.3; envelope-from=\"jane@acme.com\"; helo=web01",
      "Diagnostic-Code: smtp; 550 user jane listed at ip-10-1-2-3, ip:10.1.2.3, user 10.1.2.3: see 4711-8452-4711",
      "Diagnostic-Code: smtp; 550-5.1.1 <jane@acme.com> from ip:2a01:4f8:0:1:2:3:4:5",
      "Reporting-UA: janes-pc.acme.com; jane", "Remote-MTA: dns; dc-7.acme.local",
      "X-Mailer: /home/jane/mail.php", "X-Mailer: C:\\Users\\Jane\\mail.exe 1.0", "X-Mailer: mailer/smith/acme",
      "X-Mailer: sk_live_sinatra", "User-Agent: Mutt jane@web01",
      "X-Originating-IP: [10.1.2.3]", "X-PHP-Originating-Script: 1000:smith.php", "X-Auth: Basic amFuZQ==",
      "X-Source-Dir: acme.com:/public_html/jane", "X-Authenticated-Sender: web01: jane",
      "Bcc: Jane Smith <jane@acme.com>, \"Smith, J\" <smith@web01>", "Resent-Bcc: jane@[10.1.2.3]",
      "Delivered-To: jane+tok3n@acme.com", "Subject: undisclosed 4711", "Subject: Re: hunter2 4711",
      "List-Unsubscribe: <mailto:unsub+tok3n@acme.com?subject=jane&to=smith@acme.com>, <https://acme.com/u/tok3n?e=jane%40x>",
      "List-ID: Smith News <smith.acme.com>", "Feedback-ID: 4711x:acme:tok3n", "Thread-Topic: hunter2",
      "From: =?utf-8?B?amFuZUBhY21lLmNvbQ==?= <x@x.org>", "To: =?utf-8?Q?jane=40acme=2Ecom?= <x@x.org>",
      "From: =?jane?Q?smith?= <x@x.org>", "From: \"jane\\\"smith\"@acme.com", "Message-ID: <jane.4711x@web01>",
      "References: <tok3n@acme.com> (message of Jane Smith)", "Content-ID: <jane@acme.com>",
      "Content-Type: text/plain; name=\"report 4711.pdf\"; x=\"=?utf-8?Q?jane?=\"",
      "Content-Type: text/plain; name*=utf-8''jane%204711.pdf",
      "Content-Type: text/plain; name*0=jane; name*1=\"8452.pdf\"",
      "Content-Disposition: attachment; filename=4711.pdf",
      "Content-Transfer-Encoding: 7jane.Smith", "Content-Disposition: attachment; filename=report-4711.pdf",
      "Content-Type: multipart/mixed; boundary=\"jane-4711x\"",
      "Content-Type: multipart/mixed; boundary=\"jane\n 4711x\"",
      "Content-Type: message/external-body; access-type=url; url=\"http://jane@web01/tok3n\"",
      "Content-Location: file:///home/jane/4711x", "Autocrypt: addr=jane@acme.com; keydata=amFuZQ",
      "Comments: +49-170-4711-8452"
    ])
  func fields(field: String) throws { try check(field + "\n\nText.\n") }

  @Test(
    arguments: [
      ("text/plain", "Authorization: Basic amFuZTpodW50ZXIy\nAuthorization: Bearer tok3n.amFuZQ.ab\npassword=hunter2"),
      ("text/plain", "AKIA8452 sk_live_4711x ghp_tok3n https://jane:hunter2@acme.com:443/reset/tok3n?u=jane#4711x"),
      (
        "text/plain",
        "acme.com/reset?tok3n=jane, //web01.acme.com/4711x, ftp://10.1.2.3/jane, \\\\web01\\jane, ssh jane@web01"
      ),
      ("text/plain", "begin 644 jane.txt\n5:F%N94!A8VUE+F-O;2!H=6YT97(R\n`\nend\njane 10.1.2.3"),
      ("text/plain", "--jane-4711x\n--\n--- jane\njane@\nacme.com"),
      (
        "text/html",
        "<a href=\"https://acme.com/?a=1&amp;tok3n=jane\" title=jane data-jane=hunter2>&#106;ane</a><jane@acme.com>"
      ),
      ("text/html", "<a href='mailto:jane@acme.com?cc=smith@acme.com'>x</a><img src=data:image/png;base64,amFuZQ==>"),
      (
        "text/html",
        "<!-- jane 4711 --><!--[if mso]>jane<![endif]--><script>var tok3n='hunter2'</script><!DOCTYPE jane>"
      ),
      (
        "text/html",
        "<style>@import url(acme);jane{font-family:Acme Smith,sinatra}a{background:url(web01)}/* jane */</style>"
      ),
      (
        "text/html",
        "<p style=\"font-family:sinatra;background:url(https://web01.acme.com/tok3n)\">jane&commat;acme&period;com"
      ),
      ("text/html", "<meta name=author content=\"jane 10.1.2.3\"><input value=hunter2><body onload=\"jane('tok3n')\">"),
      ("text/calendar", "ATTENDEE;CN=Jane Smith;X=tok3n:mailto:jane@acme.com"),
      ("application/json", "{\"jane\":\"hunter2\",\"ip\":\"10.1.2.3\"}"),
      ("message/delivery-status", "Reporting-MTA: dns; web01\n"),
      ("message/rfc822", "From jane@acme.com Tue May 10 11:28:07 2005\nTo: jane@acme.com\n\njane"),
      ("text/rfc822-headers", "Received: from web01 by acme.local\nX-Jones: 4711x\n")
    ])
  func contents(type: String, text: String) throws {
    try check("Content-Type: \(type)\n\n\(text)\n")
    let base64 = Data(text.utf8).base64EncodedString()
    try check("Content-Type: \(type)\nContent-Transfer-Encoding: base64\n\n\(base64)\n")
    try check("Content-Type: \(type)\nContent-Transfer-Encoding: base64\n\n\(base64)!\n")
    try check("Content-Type: \(type)\nContent-Transfer-Encoding: base-64\n\n\(text)\n")
    let quoted = text.utf8.map { String(format: "=%02X", $0) }
    let lines = stride(from: 0, to: quoted.count, by: 20).map { quoted[$0..<min($0 + 20, quoted.count)].joined() }
    try check(
      "Content-Type: \(type)\nContent-Transfer-Encoding: quoted-printable\n\n\(lines.joined(separator: "=\n"))\n")
    try check("Content-Type: \(type)\nContent-Transfer-Encoding: quoted-printable\n\n\(text)\n")
  }

  /// What is the same stays the same, and what belongs together does.
  @Test func relationsStay() throws {
    let copy = try text(
      """
      Return-Path: <b@mail.acme.berlin>
      Received: from web01 (HELO web01) by mx.google.com
      Authentication-Results: mx.google.com; spf=pass smtp.mail=b@mail.acme.berlin smtp.helo=web01; dkim=pass header.d=acme.berlin
      DKIM-Signature: v=1; d=acme.berlin; i=j@acme.berlin; s=k1; b=Zm9v
      From: J <j@acme.berlin>
      List-Unsubscribe: <mailto:j@acme.berlin?subject=x>

      j@acme.berlin www.acme.berlin mailto:j@acme.berlin?x=1

      """)
    #expect(
      copy == """
        Return-Path: <user1@mail.d1.example>
        Received: from host1.internal (HELO host1.internal) by mx.google.com
        Authentication-Results: mx.google.com; spf=pass smtp.mail=user1@mail.d1.example smtp.helo=host1.internal; \
        dkim=pass header.d=d1.example
        DKIM-Signature: v=1; d=d1.example; i=user2@d1.example; s=x0; b=xxxx
        From: X <user2@d1.example>
        List-Unsubscribe: <mailto:user2@d1.example?xxxxxxx=x>

        user2@d1.example www.d1.example mailto:user2@d1.example?x=0

        """)
  }

  /// Identifiers without end are replaced like all others, though not all are remembered.
  @Test func identifiersWithoutEnd() throws {
    let secret = String(repeating: "jane", count: 950)
    let words = (0..<1500).map { "cid:\(secret)\($0)@acme.com" }.joined(separator: " ")
    let copy = try text("Message-ID: <4711x@acme.com>\n\n\(words) 4711x@acme.com\n")
    #expect(!copy.contains("jane") && copy.hasPrefix("Message-ID: <0000x@d1.example>"))
    #expect(copy.hasSuffix(" 0000x@d1.example\n"))
  }

  /// What tells the cause stays.
  @Test(
    arguments: [
      "Received: from x by mx.google.com (8.8.8/8.8.8) with ESMTPS id 1 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)",
      "Diagnostic-Code: smtp; 550-5.1.1 user unknown", "X-Mailer: Microsoft Outlook IMO, Build 9.0.2416 (9.0.2910.0)",
      "User-Agent: Mutt/2.2.12",
      "DKIM-Signature: a=rsa-sha256; c=relaxed/simple; q=dns/txt; h=from:to; t=1795251600; x=1795251601",
      "Content-Type: text/html; charset=\"iso-8859-15\"",
      "Content-Type: text/plain; charset=windows-1252; format=flowed",
      "Content-Disposition: attachment; creation-date=\"Tue, 24 Nov 2026 10:00:00 +0100\"",
      "To: undisclosed-recipients:;", "Authentication-Results: mx.google.com; dmarc=fail (p=NONE sp=REJECT dis=NONE)"
    ])
  func causesStay(field: String) throws {
    let copy = try text(field + "\n\n")
    #expect(copy.replacing("from host1.internal by", with: "from x by") == field + "\n\n")
  }

  private func text(_ message: String) throws -> String {
    String(decoding: try Redactor.redacted(Array(message.utf8)), as: UTF8.self)
  }

  private func check(_ message: String) throws {
    let octets = try Redactor.redacted(Array(message.utf8))
    var texts = [String(decoding: octets, as: UTF8.self)]
    for part in try BodyScan.body(of: Message(octets)).parts {
      texts.append(String(decoding: part.content?.text ?? [], as: UTF8.self))
      texts += part.fields.map { UnstructuredText.parse(part.body(of: $0)).value?.text ?? "" }
    }
    for secret in Self.secrets {
      #expect(!texts.contains { $0.lowercased().contains(secret.lowercased()) }, "\(secret) in \(texts[0])")
    }
  }
}
