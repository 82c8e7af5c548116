import DNS
import MailMessage
import Syntax
import Testing

@Suite struct ReceivedTests {
  /// A field, and what is read of it, in the order of the standard.
  static let fields: [(String, String)] = [
    (  // RFC 5322 §A.4
      "from x.y.test\r\n   by example.net\r\n   via TCP\r\n   with ESMTP\r\n   id ABC12345\r\n   for <mary@example.net>;  21 Nov 1997 10:05:43 -0600",
      "helo=x.y.test by=example.net via=TCP with=ESMTP id=ABC12345 for=mary@example.net date=880128343"
    ),
    (  // RFC 5321 §D.1
      "from foo.com by bar.com with SMTP id 1;  Thu, 21 May 1998 05:33:29 -0700",
      "helo=foo.com by=bar.com with=SMTP id=1 date=895754009"
    ),
    (  // Postfix
      "from mail.example.org (mail.example.org [192.0.2.1])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\r\n\t key-exchange X25519 server-signature RSA-PSS (2048 bits))\r\n\t(No client certificate requested)\r\n\tby mx.example.net (Postfix) with ESMTPS id 4XyZ\r\n\tfor <a@example.net>; Mon, 1 Jan 2024 00:00:00 +0000 (UTC)",
      "helo=mail.example.org rdns=mail.example.org ip=192.0.2.1 by=mx.example.net with=ESMTPS+tls id=4XyZ for=a@example.net tls=TLSv1.3/TLS_AES_256_GCM_SHA384 date=1704067200"
    ),
    (
      "from web1 (unknown [IPv6:2001:db8::1])\r\n\tby mx.example.net (Postfix) with ESMTPSA id 4; Mon, 1 Jan 2024 00:00:00 +0000",
      "helo=web1 ip=2001:db8::1 by=mx.example.net with=ESMTPSA+tls+auth id=4 date=1704067200"
    ),
    (
      "by mail.example.org (Postfix, from userid 33)\r\n\tid 4; Mon, 1 Jan 2024 00:00:00 +0000",
      "by=mail.example.org id=4 date=1704067200"
    ),
    (
      "from localhost (localhost [127.0.0.1]) by a.example (Postfix) with UTF8SMTPS id 4; Mon, 1 Jan 2024 00:00:00 +0000",
      "helo=localhost rdns=localhost ip=127.0.0.1 by=a.example with=UTF8SMTPS+tls+utf8 id=4 date=1704067200"
    ),
    (  // Exim
      "from [192.0.2.1] (helo=web1)\r\n\tby mx.example.net with esmtpsa  (TLS1.3) tls TLS_AES_256_GCM_SHA384\r\n\t(Exim 4.96)\r\n\t(envelope-from <a@example.org>)\r\n\tid 1r-0\r\n\tfor b@example.net;\r\n\tMon, 01 Jan 2024 00:00:00 +0000",
      "helo=web1 ip=192.0.2.1 by=mx.example.net with=esmtpsa+tls+auth id=1r-0 for=b@example.net tls=TLS1.3/TLS_AES_256_GCM_SHA384 date=1704067200"
    ),
    (
      "from mail.example.org ([192.0.2.1]:42 helo=web1) by a.example with esmtps (TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256) (Exim 4.84) id 1; Mon, 01 Jan 2024 00:00:00 +0000",
      "helo=web1 rdns=mail.example.org ip=192.0.2.1 by=a.example with=esmtps+tls id=1 tls=TLSv1.2/ECDHE-RSA-AES256-GCM-SHA384 date=1704067200"
    ),
    (
      "from mail.example.org ([192.0.2.1]) by a.example with esmtp id 1; Mon, 01 Jan 2024 00:00:00 +0000",
      "helo=mail.example.org ip=192.0.2.1 by=a.example with=esmtp id=1 date=1704067200"
    ),
    (  // Sendmail
      "from web1 (host.example.org [192.0.2.1] (may be forged))\r\n\t(authenticated bits=0)\r\n\tby a.example (8.15.2/8.15.2) with ESMTPSA id v8T8\r\n\t(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT)\r\n\tfor <b@example.net>; Fri, 29 Sep 2017 08:59:01 GMT",
      "helo=web1 rdns=host.example.org ip=192.0.2.1 forged by=a.example with=ESMTPSA+tls+auth id=v8T8 for=b@example.net tls=TLSv1.3/TLS_AES_256_GCM_SHA384 date=1506675541"
    ),
    (
      "(from www-data@localhost)\r\n\tby ubuntu (8.14.4/8.14.4/Submit) id v8T8xJ;\r\n\tFri, 29 Sep 2017 08:59:01 GMT",
      "by=ubuntu id=v8T8xJ date=1506675541"
    ),
    (  // Exchange
      "from A.prod.outlook.com (2603:10a6:1::1) by\r\n B.prod.outlook.com (2603:10a6:2::2) with Microsoft SMTP Server\r\n (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\r\n 15.20.1.2; Mon, 1 Jan 2024 00:00:00 +0000",
      "helo=A.prod.outlook.com ip=2603:10a6:1::1 by=B.prod.outlook.com with=Microsoft SMTP Server id=15.20.1.2 tls=TLS1_2/TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 date=1704067200"
    ),
    (
      "from A (10.0.0.1) by B (10.0.0.2) with Microsoft SMTP Server id 15.1 via Frontend Transport; Mon, 1 Jan 2024 00:00:00 +0000",
      "helo=A ip=10.0.0.1 by=B via=Frontend Transport with=Microsoft SMTP Server id=15.1 date=1704067200"
    ),
    (  // Gmail
      "from mail.example.org (mail.example.org. [192.0.2.1])\r\n        by mx.google.com with ESMTPS id x-y.1.2024.01.01\r\n        for <b@gmail.com>\r\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n        Sun, 31 Dec 2023 16:00:00 -0800 (PST)",
      "helo=mail.example.org rdns=mail.example.org ip=192.0.2.1 by=mx.google.com with=ESMTPS+tls id=x-y.1.2024.01.01 for=b@gmail.com tls=TLS1_3/TLS_AES_256_GCM_SHA384 date=1704067200"
    ),
    (
      "by 2002:a05:6a00:1 with SMTP id a;\r\n        Sun, 31 Dec 2023 16:00:00 -0800 (PST)",
      "by=2002:a05:6a00:1 with=SMTP id=a date=1704067200"
    ),
    (  // qmail
      "from unknown (HELO web1) (192.0.2.1)\r\n  by a.example with SMTP; 1 Jan 2024 00:00:00 -0000",
      "helo=web1 ip=192.0.2.1 by=a.example with=SMTP date=1704067200"
    ),
    (
      "from mail.example.org (HELO web1) (info@192.0.2.1)\r\n  by a.example with ESMTPA; 1 Jan 2024 00:00:00 -0000",
      "helo=web1 rdns=mail.example.org ip=192.0.2.1 by=a.example with=ESMTPA+auth date=1704067200"
    ),
    ("(qmail 12345 invoked by uid 1000); 1 Jan 2024 00:00:00 -0000", "date=1704067200"),
    ("nothing at all", "nil"), ("", "nil")
  ]

  @Test(arguments: fields) func tracesAreRead(field: String, expected: String) {
    let parsed = ReceivedField.parse(fieldBody(field))
    expectSound(parsed)
    #expect(parsed.value.map(Self.words) ?? "nil" == expected)
  }

  private static func words(_ field: ReceivedField) -> String {
    let transfer = field.with.map {
      $0.text + ($0.isTLS ? "+tls" : "") + ($0.isAuthenticated ? "+auth" : "") + ($0.isInternationalized ? "+utf8" : "")
    }
    let parts: [(String, String?)] = [
      ("helo", field.from?.heloName), ("rdns", field.from?.reverseName), ("ip", field.from?.address?.description),
      ("forged", field.from?.mayBeForged == true ? "" : nil), ("by", field.by), ("via", field.via), ("with", transfer),
      ("id", field.id), ("for", field.recipient), ("tls", field.tls.map { "\($0.version ?? "-")/\($0.cipher ?? "-")" }),
      ("date", field.date.map { String($0.secondsSince1970) })
    ]
    return parts.compactMap { name, value in value.map { $0.isEmpty ? name : "\(name)=\($0)" } }.joined(separator: " ")
  }
}
