/// The servers of a service that writes texts of its own.
enum FailureEmitter {
  /// The domains below which the servers of an emitter lie, or their full names; nil when any server writes such texts.
  static func domains(of emitter: String) -> [String]? { table[emitter] }

  /// Whether `host` is one of the servers of `emitter`; nil when the emitter has none.
  static func isServer(_ host: String, of emitter: String) -> Bool? {
    guard let domains = table[emitter] else { return nil }
    let host = host.lowercased()
    return domains.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// The emitters that have `host` among their servers, in alphabetical order.
  static func emitters(of host: String) -> [String] {
    table.keys.filter { isServer(host, of: $0) == true }.sorted()
  }

  private static let microsoft = [
    "protection.outlook.com", "smtp.office365.com", "smtp-hve.office365.com", "smtp-mail.outlook.com"
  ]
  private static let netEase = ["163.com", "126.com", "yeah.net", "netease.com", "126.net", "163.net"]
  private static let sina = ["sina.com", "sina.cn", "sina.net", "sina.com.cn"]
  private static let aliyun = ["aliyun.com", "aliyuncs.com", "mxhichina.com"]
  private static let zoho = [
    "zoho.com", "zoho.eu", "zoho.in", "zoho.jp", "zoho.sa", "zoho.com.au", "zoho.com.cn", "zohomail.com", "zohomail.eu",
    "zohomail.in", "zohomail.jp", "zohocloud.ca", "zohomail.com.au", "zohomail.com.cn"
  ]

  private static let table: [String: [String]] = [
    "Gmail": ["google.com", "googlemail.com", "gmail.com"],
    "Gmail submission": ["smtp.gmail.com", "smtp.googlemail.com"],
    "Google SMTP relay": ["smtp-relay.gmail.com"],
    "Gmail bounce to sender": ["google.com", "gmail.com"],
    "Outlook.com": ["olc.protection.outlook.com", "hotmail.com"],
    "Exchange Online": ["protection.outlook.com", "mx.microsoft", "smtp.office365.com"],
    "Microsoft 365": microsoft,
    "Microsoft 365 / Outlook.com": ["smtp.office365.com", "smtp-mail.outlook.com"],
    "Yahoo / AOL": ["yahoodns.net", "yahoo.com", "aol.com"],
    "Yahoo submission": ["smtp.mail.yahoo.com", "smtp.aol.com"],
    "iCloud": ["icloud.com", "me.com"],
    "iCloud submission": ["smtp.mail.me.com", "smtp.mail.icloud.com"],
    "QQ": ["qq.com"],
    "QQ / Exmail": ["qq.com"],
    "NetEase": netEase,
    "NetEase (163/126/yeah/ym)": netEase,
    "Sina": sina,
    "Aliyun": aliyun,
    "Aliyun / Sina": aliyun + sina,
    "SendGrid": ["sendgrid.net"],
    "Amazon SES": ["amazonaws.com", "amazonaws.com.cn"],
    "Mailgun": ["mailgun.org"],
    "SparkPost": ["sparkpostmail.com"],
    "Postmark": ["postmarkapp.com"],
    "Zoho": zoho,
    "Yandex submission": ["yandex.ru", "yandex.com", "yandex.net"],
    "Mail.ru submission": ["mail.ru"],
    "Mail.ru": ["mail.ru"],
    "GMX / IONOS / web.de submission": [
      "gmx.com", "gmx.net", "gmx.de", "web.de", "ionos.com", "ionos.de", "ionos.co.uk", "ionos.fr", "ionos.es",
      "ionos.it", "1und1.de", "1and1.com", "1and1.co.uk"
    ],
    "Fastmail submission": ["fastmail.com"],
    "OCI": ["oraclecloud.com"],
    "GMX / WEB.DE / IONOS": ["gmx.net", "gmx.de", "gmx.com", "web.de", "ionos.de", "ionos.com", "kundenserver.de"],
    "T-Online": ["t-online.de"],
    "Comcast": ["comcast.net"],
    "AT&T": ["att.net", "prodigy.net", "sbcglobal.net"],
    "Spectrum": ["charter.net", "spectrum.net", "rr.com", "twc.com", "spectrum.com", "charter.com"],
    "Cox": ["cox.net"],
    "GoDaddy": ["secureserver.net"],
    "Orange / La Poste": ["orange.fr", "laposte.net", "wanadoo.fr"],
    "Mimecast": ["mimecast.com"],
    "Proofpoint": ["pphosted.com", "ppe-hosted.com"],
    "Barracuda": ["barracudanetworks.com"],
    "Docomo / KDDI / SoftBank": ["docomo.ne.jp", "au.com", "ezweb.ne.jp", "softbank.jp", "softbank.ne.jp"]
  ]
}
