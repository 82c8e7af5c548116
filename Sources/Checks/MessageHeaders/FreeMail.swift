import DNS

/// Domains under which anybody can have a mailbox: a company that writes from one cannot prove who it is.
enum FreeMail {
  static func offers(_ domain: DomainName) -> Bool { domains.contains(domain) }

  /// The large services of the countries that receivers were read for.
  private static let domains: Set<DomainName> = [
    "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "yahoo.co.jp", "yahoo.de", "yahoo.fr", "yahoo.it",
    "yahoo.es", "yahoo.com.br", "yahoo.co.in", "ymail.com", "rocketmail.com", "outlook.com", "outlook.de",
    "outlook.fr", "hotmail.com", "hotmail.co.uk", "hotmail.de", "hotmail.fr", "hotmail.it", "hotmail.es", "live.com",
    "live.co.uk", "live.de", "live.fr", "msn.com", "aol.com", "aol.de", "icloud.com", "me.com", "mac.com", "gmx.de",
    "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "mail.ru", "inbox.ru", "list.ru",
    "bk.ru", "yandex.ru", "yandex.com", "rambler.ru", "qq.com", "163.com", "126.com", "sina.com", "foxmail.com",
    "naver.com", "daum.net", "protonmail.com", "proton.me", "pm.me", "tutanota.com", "tuta.com", "zoho.com", "mail.com",
    "email.com", "fastmail.com", "hushmail.com", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr",
    "libero.it", "virgilio.it", "tiscali.it", "alice.it", "seznam.cz", "email.cz", "wp.pl", "o2.pl", "onet.pl",
    "interia.pl", "bluewin.ch", "terra.com.br", "uol.com.br", "bol.com.br", "rediffmail.com", "btinternet.com",
    "comcast.net", "att.net", "verizon.net"
  ]
}
