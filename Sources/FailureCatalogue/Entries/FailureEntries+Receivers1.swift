extension FailureEntries {
  /// Texts of Yahoo, Apple, Tencent and NetEase.
  static let receivers1: [FailureEntry] = [
    FailureEntry(
      "yh-tss04", "Yahoo / AOL", .temporary, .rateLimited,
      #"\[TSS0[1-8]\]"#,
      example: "421 4.7.0 [TSS04] Messages from 192.0.2.25 tempo ..."),
    FailureEntry(
      "yh-tss09", "Yahoo / AOL", .permanent, .poorReputation,
      #"\[TSS(09|1[01])\]|will be permanently deferred"#,
      example: "553 5.7.2 [TSS09] All messages from 192.0.2.25 will be permanently deferred"),
    FailureEntry(
      "yh-bl21", "Yahoo / AOL", .permanent, .listedInDNSBL,
      #"\[BL2[13]\]"#,
      example: "553 5.7.1 [BL21] Connections will not be accepte ...",
      means: "The address is on Spamhaus: BL21 is the SBL, BL23 the XBL."),
    FailureEntry(
      "yh-ph01", "Yahoo / AOL", .permanent, .contentRejected,
      #"\[PH\d\d\]"#,
      example: "554 Message not allowed - [PH01] Email not accepted for policy reasons.",
      means: "The message looks like phishing, or carries malware."),
    FailureEntry(
      "yh-579", "Yahoo / AOL", .permanent, .dmarcReject,
      #"554 5\.7\.9 Message not accepted for policy reasons"#,
      example: "554 5.7.9 Message not accepted for policy reasons.",
      means: "Yahoo could not verify the sender: mostly neither SPF nor DKIM pass for the domain in From."),
    FailureEntry(
      "yh-550579", "Yahoo / AOL", .permanent, .spfAndDKIMMissing,
      #"550 5\.7\.9 .*sender is unauthenticated"#,
      example: "550 5.7.9 This mail has been blocked because the sender is unauthenticated ...",
      needsHost: true),
    FailureEntry(
      "yh-au01", "Yahoo / AOL", .permanent, .spfAndDKIMMissing,
      #"\[AU01\]"#,
      example: "451 / 554 [AU01] Message not accepted",
      means: "Neither SPF nor DKIM could be verified.",
      .experience),
    FailureEntry(
      "yh-5321", "Yahoo / AOL", .temporary, .senderDomainUnknown,
      #"unresolvable RFC\.?53(21|22)"#,
      example: "451 Message temporarily deferred due to unresolvable RFC.5321 from domain.",
      means: "The domain of the envelope sender has no SOA, MX or address record.",
      do: "Publish an MX or address record for the domain of the envelope sender."),
    FailureEntry(
      "yh-rfc", "Yahoo / AOL", .permanent, .headerNotCompliant,
      "headers are not RFC compliant",
      example: "554 5.0.0 Headers are not RFC compliant",
      means: "A header field is doubled or malformed."),
    FailureEntry(
      "yh-tooquick", "Yahoo / AOL", .temporary, .rateLimited,
      "User is receiving mail too quickly",
      example: "450 User is receiving mail too quickly"),
    FailureEntry(
      "yh-maxmsg", "Yahoo / AOL", .temporary, .rateLimited,
      "Max message per connection reached",
      example: "421 Max message per connection reached, closing transmission channel",
      needsHost: true),
    FailureEntry(
      "yh-dd", "Yahoo / AOL", .permanent, .userUnknown,
      "This user doesn'?t have a (yahoo|aol)|mailbox not found",
      example: "554 delivery error: dd This user doesn't have a yahoo.com account"),
    FailureEntry(
      "yh-disabled", "Yahoo / AOL", .permanent, .mailboxDisabled,
      #"This mailbox is disabled|\b554 30 Sorry"#,
      example: "554 30 Sorry, your message to a@aol.jp cannot be ..."),
    FailureEntry(
      "yh-relay", "Yahoo / AOL", .permanent, .relayDenied,
      "relaying denied for",
      example: "550 relaying denied for <a@yahoo.com>",
      needsHost: true),
    FailureEntry(
      "yh-ipts", "Yahoo / AOL", .temporary, .rateLimited,
      #"\[IPTS0\d\]"#,
      example: "421 4.7.0 [IPTS04] Messages from 192.0.2.1 temporarily deferred",
      .experience),
    FailureEntry(
      "yh-aol-rtr", "Yahoo / AOL", .permanent, .poorReputation,
      #"\(?(RTR|HVU|RLY|CON|DYN):[A-Z0-9]+"#,
      example: "554 (RTR:BL) ...",
      means: "Old AOL codes: RTR reputation, HVU URL, RLY relay, DYN dynamic address, CON connection.",
      .experience),
    FailureEntry(
      "ap-volume", "iCloud", .temporary, .rateLimited,
      "deferred due to excessive volume",
      example: "421 4.7.1 Messages to a@icloud.com deferred due to excessive volume."),
    FailureEntry(
      "ap-hm08", "iCloud", .permanent, .poorReputation,
      #"\[HM08\]"#,
      example: "554 5.7.1 [HM08] Message rejected due to local policy.",
      .experience),
    FailureEntry(
      "ap-cs02", "iCloud", .permanent, .poorReputation,
      #"\[CS02\]"#,
      example: "554 5.7.1 [CS02] ...",
      .experience),
    FailureEntry(
      "ap-hme1", "iCloud", .permanent, .spfAndDKIMMissing,
      #"\[HME1\]"#,
      example: "554 5.7.1 [HME1] This message was blocked for fa ...",
      means: "The relay of Hide My Email wants SPF or DKIM of the sender.",
      do: "Publish SPF and DKIM, and register the domain and addresses with Apple."),
    FailureEntry(
      "ap-dmarc", "iCloud", .permanent, .dmarcReject,
      "rejected due to .*DMARC policy",
      example: "554 5.7.1 Your message was rejected due to example.jp's DMARC policy."),
    FailureEntry(
      "ap-dbl", "iCloud", .permanent, .listedInDNSBL,
      "rejected due to having a domain present in the Spamhaus",
      example: "550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL"),
    FailureEntry(
      "ap-sbl", "iCloud", .permanent, .listedInDNSBL,
      "was rejected due to listing in Spamhaus",
      example: "550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus SBL."),
    FailureEntry(
      "ap-proofpoint", "iCloud", .permanent, .listedInDNSBL,
      #"dnsbl-lookup\.cgi\?ip="#,
      example: "550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip= ..."),
    FailureEntry(
      "ap-nouser", "iCloud", .permanent, .userUnknown,
      "unknown or illegal alias|inactive email address|recipient no longer on server",
      example: "550 5.1.1 unknown or illegal alias: a@icloud.com",
      needsHost: true),
    FailureEntry(
      "ap-quota", "iCloud", .temporary, .mailboxFull,
      "user is over quota",
      example: "552 5.2.2 <a@icloud.com>: user is over quota",
      needsHost: true),
    FailureEntry(
      "ap-notaccepting", "iCloud", .permanent, .poorReputation,
      "ESMTP not accepting connections",
      example: "554 ms-smtpin001.me.com ESMTP not accepting connections"),
    FailureEntry(
      "qq-spf", "QQ", .permanent, .spfFail,
      "SPF check failed",
      example: "550 SPF check failed",
      needsHost: true),
    FailureEntry(
      "qq-dmarc", "QQ", .permanent, .dmarcReject,
      "DMARC check failed",
      example: "550 DMARC check failed",
      needsHost: true),
    FailureEntry(
      "qq-bounceattack", "QQ", .permanent, .contentRejected,
      "suspected bounce attacks",
      example: "550 Suspected bounce attacks"),
    FailureEntry(
      "qq-spamip", "QQ", .permanent, .poorReputation,
      "suspected spam ip",
      example: "550 Suspected spam ip",
      needsHost: true),
    FailureEntry(
      "qq-conn", "QQ", .permanent, .poorReputation,
      "550 connection denied",
      example: "550 Connection denied",
      needsHost: true),
    FailureEntry(
      "qq-content", "QQ", .permanent, .contentRejected,
      "mail content denied",
      example: "550 Mail content denied",
      needsHost: true),
    FailureEntry(
      "qq-embedded", "QQ", .permanent, .contentRejected,
      "spam is embedded in the email",
      example: "550 Spam is embedded in the email"),
    FailureEntry(
      "qq-suspect", "QQ", .permanent, .contentRejected,
      #"suspected spam\b(?! ip)"#,
      example: "550 Suspected spam",
      needsHost: true),
    FailureEntry(
      "qq-ipfreq", "QQ", .temporary, .rateLimited,
      "ip frequency limited",
      example: "550 IP frequency limited"),
    FailureEntry(
      "qq-domfreq", "QQ", .temporary, .rateLimited,
      "domain frequency limited",
      example: "550 Domain frequency limited"),
    FailureEntry(
      "qq-senderfreq", "QQ", .temporary, .rateLimited,
      "sender frequency limited",
      example: "550 Sender frequency limited"),
    FailureEntry(
      "qq-connfreq", "QQ", .temporary, .rateLimited,
      "connection frequency limited",
      example: "550 Connection frequency limited"),
    FailureEntry(
      "qq-mbx", "QQ", .temporary, .policyRejected,
      "mailbox unavailable or access denied",
      example: "550 Mailbox unavailable or access denied",
      means: "The recipient has reached a limit or blocks the sender.",
      needsHost: true),
    FailureEntry(
      "qq-deact", "QQ", .permanent, .mailboxDisabled,
      "is a deactivated mailbox",
      example: "550 ... is a deactivated mailbox"),
    FailureEntry(
      "qq-fromhdr", "QQ", .permanent, .headerNotCompliant,
      #"The "From" header is missing or invalid"#,
      example: #"550 The "From" header is missing or invalid. Ple ..."#,
      means: "From is malformed; often a Chinese name that is not encoded (RFC 2047).",
      .experience),
    FailureEntry(
      "ne-hlrep", "NetEase", .temporary, .rateLimited,
      "421 HL:REP",
      example: "421 HL:REP abnormal sending behaviour, many unknown recipients"),
    FailureEntry(
      "ne-hlicc", "NetEase", .temporary, .rateLimited,
      "421 HL:I[CF]C",
      example: "421 HL:ICC too many connections from the IP"),
    FailureEntry(
      "ne-hlmep", "NetEase", .temporary, .rateLimited,
      "421 HL:MEP",
      example: "421 HL:MEP ..."),
    FailureEntry(
      "ne-micel", "NetEase", .temporary, .rateLimited,
      "450 MI:(CEL|DMC|CCL)",
      example: "450 MI:CEL sender sends too many to non-existing users",
      means: "More was sent than NetEase allows a sender, domain or connection."),
    FailureEntry(
      "ne-rp", "NetEase", .temporary, .rateLimited,
      "450 RP:(DRC|CCL|CEL|TRC)",
      example: "450 RP:DRC too many recipients in short time"),
    FailureEntry(
      "ne-dtrbl", "NetEase", .temporary, .listedInDNSBL,
      #"45\d DT:RBL"#,
      example: "450 DT:RBL sending IP is in one or more RBLs"),
    FailureEntry(
      "ne-wmbl", "NetEase", .temporary, .poorReputation,
      #"45\d WM:BL[IU]"#,
      example: "450 WM:BLI IP not in permitted list"),
    FailureEntry(
      "ne-dtspm451", "NetEase", .temporary, .contentRejected,
      "451 DT:SPM",
      example: "451 DT:SPM please try again"),
    FailureEntry(
      "ne-misfq", "NetEase", .temporary, .rateLimited,
      "MI:SFQ",
      example: "451 MI:SFQ sender exceeded the limit in 15 minutes"),
    FailureEntry(
      "ne-dtspm", "NetEase", .permanent, .contentRejected,
      #"55\d DT:SPM"#,
      example: "554 DT:SPM message looks like spam"),
    FailureEntry(
      "ne-miimf", "NetEase", .permanent, .senderDomainUnknown,
      #"55\d MI:IMF"#,
      example: "550 MI:IMF sender address illegal"),
    FailureEntry(
      "ne-misep", "NetEase", .permanent, .poorReputation,
      #"55\d MI:S[PT]"#,
      example: "550 MI:SPB")
  ]
}
