extension FailureCause {
  var wordsOfDelivery: (meaning: String, advice: String)? {
    switch self {
    case .poorReputation:
      (
        "The receiver does not trust this address or domain because of what came from it before.",
        "Stop what looks like spam, clean the list, send through a relay with a good name, and ask the receiver's postmaster with "
          + "the whole text."
      )
    case .rateLimited:
      (
        "More mail, connections or recipients in a time than are allowed.",
        "Send slower and over fewer connections; keep a queue that tries again. For more volume use a service made for it."
      )
    case .greylisted:
      (
        "The server turns away senders it has not seen, for some minutes.",
        "Let a queue try again from the same address; a local MTA does."
      )
    case .policyRejected:
      ("A rule of the receiver forbids it.", "Read the text; ask the receiver's postmaster with it.")
    case .ipv6NotAccepted: ("The receiver takes no mail over IPv6.", "Send to it over IPv4.")
    case .contentRejected:
      (
        "A filter takes the message for spam.",
        "Try a plain text without links: if that passes, change links and words. Check: mailaudit message FILE."
      )
    case .attachmentRejected: ("A file in the message is not taken.", "Send a link, or another type of file.")
    case .headerNotCompliant:
      (
        "A header field is missing, doubled or malformed (RFC 5322).",
        "Send exactly one valid From, Date and Message-ID. Check: mailaudit message FILE."
      )
    case .messageIDMissing:
      (
        "The message has no valid Message-ID.",
        "Let the application write <unique@public-host>. Check: mailaudit message FILE."
      )
    case .messageTooBig:
      ("The message is larger than the receiver takes.", "Make it smaller; attachments grow by a third on the way.")
    case .bareLineFeed:
      ("Lines end in LF alone, which SMTP forbids.", "Let the client end every line with CRLF (RFC 5321 §2.3.8).")
    case .userUnknown: ("The recipient does not exist there.", "Check the spelling; take the address off the list.")
    case .mailboxFull: ("The recipient's mailbox is full.", "Try again later; tell the recipient another way.")
    case .mailboxDisabled: ("The mailbox is closed.", "Take the address off the list.")
    case .moved: ("The recipient has moved.", "Use the new address.")
    case .recipientRestricted:
      ("The recipient takes mail from chosen senders only.", "Ask the recipient to let you in.")
    case .destinationUnknown:
      (
        "No mail server was found for the recipient's domain.",
        "Check the spelling of the domain; look at its MX records."
      )
    case .mailLoop:
      (
        "The message came back to where it had been.",
        "Look at forwarding and MX: a server must know that the domain is its own."
      )
    case .expired:
      (
        "The message waited until its time was over.",
        "Look at the log for the failures before; they tell why it waited."
      )
    case .dnsFailure:
      (
        "The DNS did not answer.",
        "Mend the name servers of the domain, or the resolver. Check: mailaudit audit --authoritative DOMAIN."
      )
    case .serverFailure: ("The server has a problem of its own.", "Try again later; its operator has to mend it.")
    case .temporary: ("The server asks to be tried again later.", "Let a queue try again.")
    case .protocolError:
      ("Client and server disagree about the protocol.", "Look at the line before it in the transcript.")
    case .wrapper:
      (
        "The text only says that something failed; the reply of the server tells why.",
        "Look for the reply with its code around this line."
      )
    case .accepted:
      ("The server took the mail; whether it arrives is not known yet.", "Look into the mailbox, or at bounces.")
    default: nil
    }
  }
}
