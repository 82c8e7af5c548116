extension FailureEntries {
  /// Words of bounces in other languages than English: Chinese, Czech, Dutch, French, German, Italian, Japanese, Korean,
  /// Polish, Portuguese, Russian, Spanish. Only ASCII letters match in both cases; the first letter of Cyrillic words is
  /// left out.
  static let languages: [FailureEntry] = [
    FailureEntry(
      "lang-full", "mail servers", .temporary, .mailboxFull,
      #"""
      (メールボックス|受信箱|容量|ディスク)[^\n]{0,90}(いっぱい|一杯|超過|超え|満杯|オーバー)|(邮箱|信箱|郵箱|\#
      收件箱|收件匣)[^\n]{0,60}(满|滿|容量|空间不足|超过)|(편지함|메일함|사서함|용량)[^\n]{0,60}(가득|초과)|\#
      (Postfach|Speicherplatz)[^\n]{0,60}(\bvoll\b|überschritten|erschöpft|belegt)|(boîte|boite|\#
      quota|espace)[^\n]{0,60}(pleine|dépassé|saturé|atteint)|(buzón|bandeja|caixa|casella|cuota|\#
      cota)[^\n]{0,60}(llen[oa]|chei[oa]|pien[ao]|excedid|superad|esgotad)|postvak[^\n]{0,60} vol\b|\#
      щик[^\n]{0,90}(переполнен|превышен)|(ревышена|ереполнен)[^\n]{0,60}(квот|щик)|\#
      skrzynka[^\n]{0,60}(pełna|przepełniona)
      """#,
      example: "550 5.2.2 Das Postfach des Empfängers ist voll",
      means: "The mailbox holds no more.",
      inFailures: true),
    FailureEntry(
      "lang-size", "mail servers", .permanent, .messageTooBig,
      #"""
      サイズ[^\n]{0,90}(大きすぎ|制限|上限|超)|(邮件|郵件|附件)[^\n]{0,30}(过大|太大|過大|超过限制)|\#
      (Nachricht|E-Mail|Anhang)[^\n]{0,60}zu groß|taille[^\n]{0,60}(dépass|maximale|limite)|trop \#
      volumineu|demasiado grande|tamaño[^\n]{0,40}exced|muito grande|troppo grande|слишком большо
      """#,
      example: "552 La taille du message dépasse la limite",
      means: "The message is larger than the server takes.",
      inFailures: true),
    FailureEntry(
      "lang-spam", "mail servers", .permanent, .contentRejected,
      #"""
      迷惑メール|スパム|垃圾邮件|垃圾郵件|스팸|als (Spam|unerwünscht)|pourriel|courrier indésirable|correo no \#
      deseado|posta indesiderata|нежелательн|спам
      """#,
      example: "554 邮件被判定为垃圾邮件",
      means: "A filter judged the content.",
      inFailures: true),
    FailureEntry(
      "lang-refused", "mail servers", .permanent, .recipientRestricted,
      "受信拒否|受信を拒否|受け取りを拒否|拒收|수신 ?거부",
      example: "550 受信者が受信を拒否しています",
      means: "The recipient does not take mail from you.",
      inFailures: true),
    FailureEntry(
      "lang-host", "mail servers", .permanent, .destinationUnknown,
      #"""
      (ドメイン|ホスト)[^\n]{0,90}(見つかりません|存在しません|存在しない|不明)|(域名|主机|主機|网域|網域)[^\n]{0,60}\#
      (不存在|找不到|无法解析|無法解析)|도메인[^\n]{0,60}(없습니다|찾을 수 없)|(Domain|Domäne)[^\n]{0,60}\#
      (existiert nicht|nicht gefunden|unbekannt)|domaine[^\n]{0,60}(n'existe pas|inconnu|introuvable)|\#
      (dominio|domínio)[^\n]{0,60}(no existe|não existe|non esiste|inexistente|no se (ha )?encontr)|\#
      домен[^\n]{0,60}(не найден|не существует)
      """#,
      example: "550 La domaine example.net n'existe pas",
      means: "The domain of the recipient does not exist, or takes no mail.",
      inFailures: true),
    FailureEntry(
      "lang-user", "mail servers", .permanent, .userUnknown,
      #"""
      (ユーザ|宛先|アドレス|受信者|アカウント)[^\n]{0,120}(見つかりません|見つからな|存在しません|存在しない|不明)|\#
      (用户|用戶|收件人|收件者|邮箱|信箱|郵箱|地址|帐户|帐号|账号|使用者)[^\n]{0,60}(不存在|未找到|找不到|无效|\#
      無效)|(找不到|未知|无此|無此|没有此|沒有此)[^\n]{0,30}(用户|用戶|收件人|邮箱|信箱|帐号|使用者)|(사용자|\#
      수신자|받는 사람|주소|계정)[^\n]{0,60}(없습니다|찾을 수 없|존재하지)|(Empfänger|Benutzer|Adresse|\#
      Postfach)[^\n]{0,60}(unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|ungültig)|\#
      unbekannter (Empfänger|Benutzer)|(destinataire|utilisateur|adresse|boîte|compte)[^\n]{0,60}(inconnu|\#
      introuvable|n'existe pas|invalide|inexistant)|(usuario|destinatario|dirección|cuenta|buzón|\#
      usuário|destinatário|endereço|conta)[^\n]{0,60}(no existe|desconocid|no se (ha )?encontr|no \#
      encontrad|inválid|não existe|desconhecid|não encontrad|inexistente)|(utente|destinatario|\#
      indirizzo|casella)[^\n]{0,60}(sconosciut|inesistente|non esiste|non trovat|non valid)|\#
      (gebruiker|ontvanger|geadresseerde|adres)[^\n]{0,60}(onbekend|bestaat niet|niet gevonden)|\#
      (ользовател|олучател|дрес|щик|дресат)[^\n]{0,90}(не найден|не существует|неизвест)|(еизвестный|нет \#
      такого) (пользовател|получател|адрес)|(użytkownik|odbiorca|adres|skrzynka)[^\n]{0,60}(nieznany|nie \#
      istnieje|nie znaleziono)|(uživatel|adresát|schránka)[^\n]{0,60}(neexistuje|neznám|nenalezen)
      """#,
      example: "550 5.1.1 Empfänger unbekannt",
      means: "The address does not exist at that server.",
      inFailures: true),
    FailureEntry(
      "lang-undelivered", "mail servers", .permanent, .undetermined,
      #"""
      (送信|配信|配送|送達|転送|お届け)でき|届きませんでした|返送され|无法送达|未能送达|投递失败|退信|無法傳送|無法投遞|\#
      未送达|전송되지|전송하지 못|배달되지|nicht (zugestellt|ausgeliefert|übermittelt)|unzustellbar|n'a \#
      pas (pu|été) [^\n]{0,20}(remis|distribué|livré)|non remis|échec de (la )?remise|no se (ha )?(podido|\#
      pudo) entregar|no pudo ser entregado|no entregado|non recapitat|impossibile recapitare|não (foi \#
      possível entreg|pôde ser entreg|entregue)|niet (worden )?(bezorgd|afgeleverd)|не (может быть|могло \#
      быть|было) доставлен|едоставлен|nie [^\n]{0,30}dostarczon|nelze doručit|nebyla doručena
      """#,
      example: "550 Ihre Nachricht konnte nicht zugestellt werden",
      means: "The message was not delivered; the text tells no more.",
      inFailures: true)
  ]
}
