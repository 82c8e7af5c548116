extension FailureCause {
  var wordsOfIdentity: (meaning: String, advice: String)? {
    switch self {
    case .authenticationFailed:
      (
        "The server refused user name and password.",
        "Check the form of the user name (often the full address), and use the password for applications or the API key where "
          + "the provider wants one."
      )
    case .authenticationRequired:
      (
        "The server takes mail only after a login.",
        "Switch authentication on, on port 587 or 465, with user name and password."
      )
    case .authBeforeTLS:
      (
        "The server offers no login here, mostly because TLS has not been started.",
        "Use 587 with STARTTLS or 465 with implicit TLS, then log in."
      )
    case .appPasswordRequired:
      (
        "The account does not take its own password from applications.",
        "Create a password for this application (app password, authorization code) in the account's security settings, and use that."
      )
    case .basicAuthDisabled:
      (
        "The service has switched passwords off for sending.",
        "Use OAuth 2.0 if the application can, or another relay; an administrator may allow SMTP AUTH for one mailbox."
      )
    case .mechanismNotOffered:
      (
        "Client and server have no way of logging in common.",
        "Start TLS first, since most servers then offer PLAIN and LOGIN; set the mechanism to one that EHLO lists."
      )
    case .accountSuspended:
      ("The provider has stopped this account.", "Ask the provider; change passwords first if it may have sent spam.")
    case .badHello:
      (
        "The server does not take the name that the client gives in EHLO.",
        "Set the EHLO name to a full host name that resolves to this machine's address."
      )
    case .noReverseDNS:
      (
        "The sending address has no PTR record that leads to a name and back.",
        "Ask the owner of the address for a PTR record to the host's full name, and give that name an A or AAAA record with the "
          + "same address. Check: mailaudit audit --ip ADDRESS DOMAIN."
      )
    case .senderNotAuthorised:
      (
        "The sender address is not one that this login may use. The login itself is not the problem.",
        "Make the envelope sender and From the address that logs in, or one that the provider has confirmed; put other "
          + "addresses into Reply-To."
      )
    case .identityNotVerified:
      (
        "The provider sends only for addresses and domains that it has verified.",
        "Verify the domain or the address of From at the provider, in the same region."
      )
    case .senderDomainUnknown:
      (
        "The domain of the envelope sender has no mail server, or does not exist.",
        "Set an envelope sender whose domain has MX or A records; names such as localhost or host.localdomain never do."
      )
    case .emptyMailFrom: ("The envelope sender was empty.", "Set an envelope sender in the application.")
    case .relayDenied:
      (
        "The server passes mail on only for those who log in or whose address it knows.",
        "Log in (587 or 465). If the recipient is one of that server's own, check that the MX record leads to the right host."
      )
    case .noValidRecipient:
      ("There was nobody to deliver to.", "Check the recipients, and read the replies to RCPT TO.")
    case .spfFail:
      (
        "SPF of the sender's domain does not allow the address that sent the mail.",
        "Add the sending service to the SPF record of the domain in MAIL FROM. Check: mailaudit spf --ip ADDRESS --mail-from SENDER."
      )
    case .dkimFail:
      (
        "There is no DKIM signature that verifies.",
        "Sign with a key of the From domain. Check: mailaudit dkim DOMAIN; mailaudit message FILE."
      )
    case .spfAndDKIMMissing:
      (
        "Neither SPF nor DKIM vouches for the sender.",
        "Publish SPF for the sending service, and sign with DKIM. Check: mailaudit audit DOMAIN."
      )
    case .dmarcReject:
      (
        "DMARC of the From domain: neither SPF nor DKIM passed for a domain that agrees with From.",
        "Let the service sign with d= of the From domain, or use a return path below it. Do not send with a From domain that "
          + "you do not control. Check: mailaudit dmarc DOMAIN."
      )
    case .senderRequirementsNotMet:
      (
        "The receiver asks more of domains that send much.",
        "SPF, DKIM and DMARC must all pass. Check: mailaudit message --bulk FILE."
      )
    case .listedInDNSBL:
      (
        "The sending address or a domain stands on a block list.",
        "Find and stop the cause, then ask the list for removal on its site. For addresses of home lines and clouds use a relay."
      )
    case .dnsblQueryBlocked:
      ("The receiver's own look-up failed; nothing is listed.", "Ask the receiver to mend its look-up.")
    default: nil
    }
  }
}
