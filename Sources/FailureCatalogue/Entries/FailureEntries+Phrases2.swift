extension FailureEntries {
  /// Phrases that many servers use, in many wordings.
  static let phrases2: [FailureEntry] = [
    FailureEntry(
      "say-sender-domain", "mail servers", .configuration, .senderDomainUnknown,
      #"""
      (sender|envelope|return[- ]path|mail from)[^\n]{0,60}(not exist|not found|not resolve|unresolv|\#
      unknown(?!\[)|no (mx|valid|dns)|unable to verify|could not be verified|verif|invalid|does not \#
      exist|unroutable|unrouteable|callout|must resolve|undeliverable|does not recogni[sz]e)|domain \#
      of sender|sender ?verif|cannot verify|callout|does not recogni[sz]e[^\n]{0,60}as a valid sender|\#
      verify fail
      """#,
      example: "550 5.1.8 Sender address rejected: domain must resolve",
      means: "The domain of the envelope sender does not exist in the DNS, or nobody takes mail there.",
      inFailures: true),
    FailureEntry(
      "say-destination", "mail servers", .permanent, .destinationUnknown,
      #"""
      null MX|(domain|host|recipient)[^\n]{0,40}does not accept (e-?mail|mail)|\b(domain|host)( \#
      name)?\b[^\n]{0,60}(not found|does not exist|not reachable|no mail exchanger|unknown(?!\[)|\#
      unrouteable|unroutable|couldn't be found|could not be found|no (mx|valid mx)|invalid|not \#
      resolve|cannot be resolved)|(no|valid|lowest numbered|any)( valid)? MX|(unable|not able|cannot|\#
      could not|don't know how|failed) to (route|find)|unrouteable|unroutable|all relevant MX|Illegal \#
      host/domain|bad destination|unknown (host|domain)|no mail exchanger|unrout[^\n]{0,10}able|\#
      nobody home|Host unknown|indicated no SMTP service|no MX record|can't find any host
      """#,
      example: "550 5.1.2 Domain does not accept mail (nullMX)",
      means: "The domain of the recipient does not exist, or takes no mail.",
      inFailures: true),
    FailureEntry(
      "say-full", "mail servers", .temporary, .mailboxFull,
      #"""
      (mailbox|inbox|quota|mail ?drop|mail folder|account|storage|disk|space|user|maildir|home \#
      ?dir)[^\n]{0,50}(\bfull\b|exceed|over ?quota|over (its|his|the|their)|overdrawn|out of (disk |\#
      storage )?space|limit reached|too many|out of storage)|(exceed|over|beyond)[^\n]{0,40}(quota|\#
      storage|disk ?space|mailbox|mail ?box)|(out of|not enough|not sufficient|insufficient|\bno\b|not have \#
      enough)[^\n]{0,20}(quota|storage|space)|space has been used|mail file size exceeds|\bquota\b|boite du \#
      destinataire pleine|full mailbox|disk full|is full
      """#,
      example: "452 4.2.2 The recipient's mailbox is full",
      means: "The mailbox holds no more.",
      inFailures: true),
    FailureEntry(
      "say-disabled", "mail servers", .permanent, .mailboxDisabled,
      #"""
      \b(account|mailbox|user|address|recipient|e-?mail|inbox|box)\b[^\n]{0,50}(disabled|inactive|\#
      suspended|deactivated|\blocked|discontinued|not active|has been closed|expired|terminated|is \#
      closed|cancell?ed|frozen|blocked by administrator|no longer (active|available|valid|in use|\#
      exist))|(disabled|inactive|suspended|deactivated|closed|locked|expired) (account|mailbox|user|\#
      address|recipient|e-?mail)
      """#,
      example: "550 5.2.1 The mailbox is disabled",
      means: "The mailbox exists, and takes no mail.",
      inFailures: true),
    FailureEntry(
      "say-user", "mail servers", .permanent, .userUnknown,
      #"""
      (user|recipient|mailbox|address|account|alias|addressee|person|name|local part|box|e-?mail|\#
      destination|mail ?drop|customer|subscriber|member|employee)s?\b[^\n]{0,60}(unknown(?!\[)|not \#
      (found|exist|known|valid|recogni[sz]ed|listed|here|a (valid|known)|our (customer|user)|defined|\#
      registered|available)|n't (exist|have|found)|does not exist|doesn't exist|invalid|unavailable|\#
      undeliverable|no such|cannot be found|could not be found|not local|bad|no longer|illegal|\#
      incorrect|is rejected)|\b(no|not|unknown(?!\[)|invalid|bad|illegal|nonexist[ae]nt|non-existent|\#
      unroutable|undefined|incorrect|wrong|inexistent)( a)?( valid| such| local| known| matching)? \#
      (user|recipient|mailbox|address|account|alias|person|name|addressee|destination|mail ?drop|\#
      e-?mail|rcpt|forward-path)|User unknown|unknown user|not listed in|no mailbox (here )?by that \#
      name
      """#,
      example: "550 5.1.1 Sorry, no mailbox here by that name",
      means: "The address does not exist at that server.",
      inFailures: true),
    FailureEntry(
      "say-loop", "mail servers", .permanent, .mailLoop,
      #"""
      (mail|forward(ing)?|routing|delivery)[- ]?loop|loop(s|ing)? (back|detected)|too many hops|hop \#
      count|(exceeded|maximum) (maximum )?hop|hops exceeded|too many received|loops back to (me|\#
      myself)|routing loop|mail for [^\n]{0,60}loops back|would loop|message looping|loop was \#
      found
      """#,
      example: "554 5.4.6 Mail forwarding loop for a@example.net",
      means: "The message goes in circles between servers.",
      inFailures: true),
    FailureEntry(
      "say-rate", "mail servers", .temporary, .rateLimited,
      #"""
      rate ?-?limit|ratelimit|thrott|too (?!many errors)(many|much|fast|quickly|frequent)[^\n]{0,40}(message|mail|\#
      connection|session|recipient|request|error|rcpt|e-?mail|host|IP|failure|simultaneous|concurrent|\#
      delivery|attempt|here|process|traffic)?|(exceed|over|reach|excess)[^\n]{0,50}(rate|number of|\#
      maximum (number|connections|recipients)|limit|connections|per hour|per day|hourly|daily|\#
      messages|volume)|(connection|message|sending|daily|hourly|recipient)s? (rate )?(limit|quota)|\#
      number of recipients|slow down|frequency|per (hour|day|minute)[^\n]{0,10} limit|deferred due to|\#
      unusual rate|concurrent connections|trop de connexions|numerous attempts|too many errors \#
      from
      """#,
      example: #"temporarily rejected connection in "connect" ACL: "Host is ratelimited (1.9/1h max:1.2)""#,
      means: "More mail, connections or recipients in a time than the server allows.",
      inFailures: true),
    FailureEntry(
      "say-dns", "mail servers", .temporary, .dnsFailure,
      #"""
      (DNS|name ?servers?|name resolution|name service|host ?name|MX)[^\n]{0,40}(fail|error|problem|\#
      timeout|timed out|defer|temporar|SERVFAIL|soft)|SERVFAIL|temporary lookup failure|DNS query \#
      failed
      """#,
      example: "451 4.4.3 Temporary lookup failure",
      means: "The DNS did not answer somewhere on the way.",
      inFailures: true),
    FailureEntry(
      "say-expired", "mail servers", .permanent, .expired,
      #"""
      status=expired|returned to sender|(message|delivery|mail|queue)[^\n]{0,40}(expired|timed out|\#
      time[- ]?out|too old|in the queue too long|queued too long|time limit)|(retry|delivery) \#
      time(out)?[^\n]{0,20}(exceeded|expired)|(not|could not|unable to|not be|been) (be \#
      )?deliver[^\n]{0,40}(after|within|for( the (last|past))?) \d+|(retry|giving up|given up|\#
      undeliverable) (after|for) \d|not yet been delivered|delivery time expired|will be deleted from \#
      queue|retried for|(have|has) been trying|been in the queue|could not be (sent|delivered) for|server did \#
      not respond|still be \#
      retried|attempts? to deliver[^\n]{0,40}(fail|unsuccess)|i'm not going to try again|not been collected \#
      after|retry time not reached|failing for a long \#
      time|was not reachable within|giving up on|delivery attempts will continue|after multiple retries|wasn't able \#
      to establish|Retry timeout|failed \d+ attempts|No further attempts|is delayed|has been delayed|\#
      delivery (is|was|been)? ?delay
      """#,
      example: "66C15648577B: from=<a@example.org>, status=expired, returned to sender",
      means: "The message was tried for its whole lifetime and never taken.",
      inFailures: true),
    FailureEntry(
      "say-virus", "mail servers", .permanent, .attachmentRejected,
      #"""
      \bvirus|malware|infected|(attachment|file)s?[^\n]{0,40}(blocked|not (allowed|permitted|\#
      accepted)|prohibited|forbidden|rejected|banned|type|disallow)|trojan|worm\b|banned (file|\#
      content|attachment)|executable|suspicious attachment|illegal attachment|ClamAV|phish
      """#,
      example: "552 5.7.0 Attachment of this type is not allowed",
      means: "A file in the message is refused.",
      inFailures: true),
    FailureEntry(
      "say-content", "mail servers", .permanent, .contentRejected,
      #"""
      \bspam\b|\bjunk\b|\bUCE\b|\bUBE\b|SpamAssassin|unsolicited|bulk (mail|e-?mail)|content (filter|\#
      reject|policy|scan|not)|message content|(message|mail|e-?mail)[^\n]{0,40}(refused|rejected|\#
      blocked|denied)[^\n]{0,30}(content|filter|spam|score)|high score|suspicious|undesirable|(url|\#
      link)s?[^\n]{0,30}(black|block|listed|reject)|looks like|blocked by (custom|content)|\#
      inappropriate|not RFC[^\n]{0,10}spam|rejected by (the )?(filter|anti-?spam|bayes)|milter-reject|message \#
      filtered|mail \#
      content|anti-?spam checks|recurrent pattern|spamming
      """#,
      example: "554 5.7.1 Message refused: it looks like spam",
      means: "A filter judged the content.",
      inFailures: true),
    FailureEntry(
      "say-reputation", "mail servers", .permanent, .poorReputation,
      #"""
      reputation|poor score|senderscore|\b(IP|IP address|client host|network|connections?|your (host|\#
      server|domain|mail|country))\b[^\n]{0,60}(blocked|banned|barred|denied|blacklist|prohibited|not \#
      (welcome|accept)|refused|local(ly)? (block|black)|reject|restricted)|(blocked|banned|refused|\#
      denied|rejected)[^\n]{0,40}\b(IP|client host|network|connection|your|country|by our)\b|\#
      dynamic[^\n]{0,20}(IP|address|range|pool|host)|(dial-?up|residential|dynamic)|dul\b|access \#
      denied|blocked\b|temporarily (blocked|deferred)|barracuda|connections? (is |are )?(not accepted|\#
      rejected|denied)|not accepting|bad reputation|untrusted|open \#
      proxy|bad (sender ip|ip profile)|mail from your ip
      """#,
      example: "554 Your IP address has been blocked",
      means: "The receiver does not want mail from this address or domain.",
      inFailures: true),
    FailureEntry(
      "say-restricted", "mail servers", .permanent, .recipientRestricted,
      #"""
      \b(recipient|mailbox|member|list|group)\b[^\n]{0,60}(only accepts?|refuses|does ?n[o']t accept|\#
      restricted|not (allowed|permitted|authori[sz]ed) to (send|post|mail)|not a member|is protected|\#
      allow[- ]?list|white ?list|approved|only (from|members))|whitelist|challenge|only members|\#
      permission to (send|post)|moderat|allowed to post|may not exist, or you may not|not allowed to \#
      post|sender (is )?not (in|on)[^\n]{0,40}list|(sender|user)[^\n]{0,20}den(y|ied)
      """#,
      example: "550 5.7.1 Recipient only accepts mail from members",
      means: "The recipient takes mail only from chosen senders.",
      inFailures: true),
    FailureEntry(
      "say-server", "mail servers", .temporary, .serverFailure,
      #"""
      queue file write|command output|maildrop|mail system full|while being processed|interrupted system \#
      call|(internal|local|server|system|software|configuration|application|resource|\#
      unexpected|processing|filesystem|I/O|disk|backend|mail ?system)s? (server )?(error|problem|\#
      failure|fault|limit)|(insufficient|out of) (system )?(storage|resources|memory)|not (able|\#
      configured)|(service|system|server|mailbox|resource|backend)[^\n]{0,20}(not available|\#
      unavailable|shutting down|overload|busy|down|maintenance|starting up)|command (died|failed|time|\#
      died)|can't (create|open|write|read|fork)|cannot (open|create|write|connect|start)|aliasing|\#
      mailer error|fatal error|crash|I/O error|exit status|exit code|procmail|unable to (deliver|\#
      write|open|contact|create|connect|lock|process)|database|temporar(y|ily)[^\n]{0,20}(fail|error|\#
      problem|unavail|suspended|defer)|LMTP|misconfigur|No space left|killed by signal|Requested \#
      action aborted|transaction failed|Can't contact|(map |table )?lookup (failure|problem|error)|\#
      insufficient|refused to accept|local delivery failed|failed to deliver|config
      """#,
      example: "451 4.3.0 Error: queue file write error",
      means: "Something failed at the server.",
      inFailures: true),
    FailureEntry(
      "say-protocol", "mail servers", .permanent, .protocolError,
      #"""
      (syntax|protocol|command) (error|violation|not (recogni[sz]ed|implemented|allowed|supported))|\#
      (bad|improper) sequence|(unrecogni[sz]ed|unknown(?!\[)|unimplemented|invalid|illegal|improper|\#
      bad) (command|parameter|argument|pipelining|syntax)|non-SMTP command|(command|\#
      parameter)[^\n]{0,20} (not (recogni[sz]ed|implemented|supported)|unrecogni[sz]ed)|polite people \#
      say|send (helo|ehlo)\b|out of sequence|MAIL first|SMTPUTF8|8BITMIME|syntax error|Pipelining|\#
      protocol error
      """#,
      example: "503 5.5.1 Error: send HELO/EHLO first",
      means: "The server did not understand a command, or did not expect it there.",
      inFailures: true),
    FailureEntry(
      "say-policy", "mail servers", .permanent, .policyRejected,
      #"""
      policy|administrative|prohibited|not permitted|not (allowed|authori[sz]ed)|denied|reject(ed|\#
      ion)?\b|refus(ed|es)\b|security|unacceptable|restrict|forbidden|declined|unauthori[sz]ed|not \#
      accepted|not acceptable|5\.7\.1 Service unavailable
      """#,
      example: "554 5.7.1 Message refused for policy reasons",
      means: "A rule of the receiver forbids it; the text tells no more.",
      inFailures: true),
    FailureEntry(
      "say-retry", "mail servers", .temporary, .temporary,
      #"""
      (try|retry)[^\n]{0,12} (again|later)|deferred|temporar|try later|later\b|4\d\d [^\n]{0,30}busy
      """#,
      example: "450 4.3.2 try again later",
      means: "The server asks to be tried again later.",
      inFailures: true),
    FailureEntry(
      "say-rcpt-unknown", "mail servers", .permanent, .userUnknown,
      #"(does not|doesn't) exist|not found|no such"#,
      at: .rcpt,
      example: "550 a@example.net does not exist",
      means: "RCPT TO was refused: the server finds no such recipient.",
      inFailures: true),
    FailureEntry(
      "say-undelivered", "mail servers", .permanent, .undetermined,
      """
      (undeliverable|not delivered|could ?n[o']?t be delivered|was not delivered|delivery (has \
      )?(fail|error|notification|status)|returned mail|unable to deliver|failed permanently|permanent \
      (fatal )?(error|failure)|failed recipient|failure reasons|not deliver|undelivered)
      """,
      example: "Your message could not be delivered",
      means: "The message was not delivered; the text tells no more.",
      inFailures: true)
  ]
}
