/// The words that stay as they are: all of them say what happened, and none says to whom.
enum RedactionVocabulary {
  /// Local parts of roles (RFC 2142), and those that nobody reads.
  static let roles = words(
    """
    postmaster abuse hostmaster webmaster mailer-daemon noreply no-reply no_reply donotreply do-not-reply root
    """)

  /// Providers and relays of mail: they tell the cause, and their customers are many.
  static let providers = words(
    """
    gmail.com google.com googlemail.com googlegroups.com 1e100.net outlook.com hotmail.com live.com msn.com
    microsoft.com office365.com exchangelabs.com yahoo.com yahoodns.net yahoo.co.jp aol.com icloud.com me.com
    apple.com mail.ru yandex.ru yandex.net qq.com 163.com gmx.net gmx.de gmx.com web.de t-online.de kundenserver.de
    orange.fr laposte.net wanadoo.fr free.fr zoho.com zoho.eu fastmail.com messagingengine.com protonmail.com proton.me
    protonmail.ch amazonses.com amazonaws.com sendgrid.net mailgun.org mailgun.net mailjet.com mandrillapp.com
    mcsv.net mcdlv.net rsgsv.net postmarkapp.com mtasv.net sparkpostmail.com sendinblue.com brevo.com mailchimp.com
    mimecast.com pphosted.com ppe-hosted.com messagelabs.com barracudanetworks.com exacttarget.com ovh.net ovh.com
    hetzner.com secureserver.net comcast.net spamhaus.org barracudacentral.org spamcop.net w3.org
    """)

  /// Endings of names that are no names of the public DNS.
  static let internalSuffixes = words("local internal lan intranet corp home private localdomain localhost domain")

  /// Labels before an organizational domain that half the world uses.
  static let labels = words(
    """
    www mail mx mx1 mx2 smtp mta email mailer news newsletter bounce bounces em lists list relay out outbound in inbound
    protection prod eur namprd support help info notify notifications send reply _dmarc _domainkey _smtp _tls
    """)

  /// Second labels below two letters of a country under which domains are registered.
  static let secondLevels = words("co com org net gov ac edu or ne go gob gv nhs ltd plc")

  /// Endings by which a word with a dot is taken for a name, beside those of two letters.
  static let suffixes = words(
    """
    com net org info biz edu gov mil int arpa name mobi pro aero museum asia example test invalid online shop store site
    cloud email dev app xyz top club tech agency company solutions services network systems media group digital
    local internal lan intranet corp localdomain
    """)

  /// Words of fields, of protocols and of reports.
  static let header = words(
    """
    from by with for id via tcp udp esmtp smtp esmtps esmtpa esmtpsa lmtp lmtps lmtpa http https httprest httpd utf8smtp
    utf8smtps utf8smtpsa asmtp local bsmtp submission mapi imap uucp using version cipher bits verify tls ssl tlsv1
    no not none client certificate requested did present authenticated sender helo ehlo ident envelope envelope-from
    unknown unverified may be forged postfix exim exim4 sendmail qmail haraka opensmtpd ok fail pass softfail neutral
    temperror permerror policy hardfail bestguesspass error invalid unsigned userid invoked network email uid
    microsoft server frontend transport mailbox delivery local-host localhost google gmail amazon ses yahoo
    mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec gmt utc est edt cst cdt mst mdt pst pdt
    cet cest bst jst ist z am pm
    spf dkim dmarc arc auth iprev bimi dara dnswl dkim-adsp domainkeys sender-id xtls mailfrom header smtp client-ip
    remote-ip action reason comment dis compauth policyrule key algorithm rsa sha1 sha256 ed25519 relaxed simple body
    domain of designates as permitted does transitioning discourages use does-not hash test mode signature verification
    verified succeeded failed good bad record found matched address best guess guessing receiver identity problem mechanism
    sp dis quarantine reject all mx include exists ptr redirect default prdr
    oldest-pass cv i a d s b v c q l t x h bh tag list
    rfc822 dns x-unix smtp failed delayed delivered relayed expanded displayed deleted dispatched processed
    manual-action automatic-action mdn-sent-manually mdn-sent-automatically auto-generated auto-replied auto-notified
    bulk junk list first-class normal high low highest urgent non-urgent yes true false one-click list-unsubscribe
    undisclosed recipients undisclosed-recipients re fwd fw aw wg sv tr antw
    abuse fraud virus other opt-out feedback-type user-agent
    """
  )

  /// Words of the fields of MIME.
  static let mime = words(
    """
    text plain html enriched calendar csv css xml json richtext rfc822-headers multipart mixed alternative related signed
    encrypted digest report parallel appledouble form-data message rfc822 partial external-body delivery-status
    disposition-notification feedback-report global global-headers global-delivery-status application octet-stream pdf
    zip gzip msword ms-tnef pgp-signature pgp-encrypted pgp-keys pkcs7-signature pkcs7-mime x-pkcs7-signature
    x-pkcs7-mime ics image png jpeg jpg gif svg bmp tiff webp x-icon audio mpeg mp3 wav ogg video mp4 quicktime
    charset boundary name filename format flowed fixed delsp type start protocol micalg method request publish cancel
    report-type access-type site directory mode size permission expiration attachment inline number total reply-type
    original creation-date modification-date read-date component vevent smime-type signed-data enveloped-data
    utf-8 utf8 us-ascii ascii iso-8859 iso windows cp1252 latin1 koi8-r koi8 r u gb2312 gbk gb18030 big5 shift_jis shift jis euc-jp
    iso-2022-jp jp kr utf euc us euc-kr euckr eucjp x-euc-jp sjis x-sjis ms_kanji x-gbk big5-hkscs hkscs ks_c_5601-1987
    ks_c_5601 ks c uhc cp949 cp932 cp936 cp950 cp1250 cp1251 cp850 cp437 cp866 koi8-u macintosh viscii tis-620 tis 7bit 8bit binary base64 quoted-printable x-uuencode produced
    mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec gmt utc
    en de fr es it nl pl pt ru ja zh sv da fi no cs tr us gb
    doc docx xls xlsx ppt pptx odt ods odp rtf txt htm eml msg vcf exe scr bat cmd com js vbs jar iso img lnk
    rar 7z gz tar bz2 xz asc sig p7s p7m dat bin md sha1 sha256 sha512 md5 pgp rfc
    """)

  /// Words of the answers of mail servers (RFC 5321 §4.2, RFC 3463).
  static let answers = words(
    """
    user unknown mailbox unavailable full over quota recipient rejected access denied relay relaying blocked listed spam
    message content policy violation service temporarily unavailable try again later host not found address does not exist
    account disabled connection refused timed out timeout too many much mail rate limited limit exceeded greylisted
    authentication required sender invalid domain dns lookup failure error permanent temporary unauthenticated spf dkim
    dmarc check failed reputation low ip blacklisted blocklist a an the is are was has been been to of in on for and or
    this that your our you we from with by at no such here please see visit more information command mime size
    """)

  private static func words(_ text: StaticString) -> Set<String> {
    Set(text.description.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
