import AuditModel
import FailureCatalogue

/// What a reason of a bounce is about: it decides whether the sender has to mend something.
enum BounceClass {
  case authentication, reputation, rate, identity, recipient, size, content, transport, undetermined

  init(_ cause: FailureCause) {
    switch cause {
    case .spfFail, .dkimFail, .spfAndDKIMMissing, .dmarcReject, .senderRequirementsNotMet: self = .authentication
    case .poorReputation, .listedInDNSBL: self = .reputation
    case .rateLimited: self = .rate
    case .noReverseDNS, .badHello, .senderDomainUnknown, .ipv6NotAccepted: self = .identity
    case .userUnknown, .mailboxFull, .mailboxDisabled, .moved, .recipientRestricted, .destinationUnknown,
      .noValidRecipient:
      self = .recipient
    case .messageTooBig: self = .size
    case .contentRejected, .attachmentRejected, .headerNotCompliant, .messageIDMissing, .bareLineFeed: self = .content
    case .undetermined, .wrapper: self = .undetermined
    default: self = .transport
    }
  }

  /// How the check takes it.
  var verdict: Verdict {
    switch self {
    case .authentication: .fail
    case .reputation, .rate, .identity: .warn
    case .recipient, .size, .content, .transport: .info
    case .undetermined: .unknown
    }
  }

  /// The class and the cause in words.
  func words(_ cause: FailureCause) -> String {
    let reason = cause.rawValue.replacing("-", with: " ")
    return switch self {
    case .authentication: "it asks for authentication (\(reason))"
    case .reputation: "it does not trust the sender (\(reason))"
    case .rate: "too much came in a short time (\(reason))"
    case .identity: "the names of the sender are not in order (\(reason))"
    case .recipient: "it is about the recipient (\(reason))"
    case .size: "the message is too large (\(reason))"
    case .content: "it is about the content (\(reason))"
    case .transport: "it failed on the way (\(reason))"
    case .undetermined: "the text is not known"
    }
  }

  /// The check that shows the same from outside; nil where none does.
  func check(_ cause: FailureCause) -> CheckID? {
    switch cause {
    case .spfFail: "SPF-IP-AUTHORISED"
    case .dkimFail: "DKIM-SIG-VALID"
    case .spfAndDKIMMissing, .senderRequirementsNotMet: "BULK-SPF-AND-DKIM"
    case .dmarcReject: "DMARC-MSG-PASS"
    case .noReverseDNS: "RDNS-PTR"
    case .badHello: "HELO-FQDN"
    case .senderDomainUnknown: "DNS-FROM-RESOLVES"
    case .listedInDNSBL: "DNSBL-IP"
    case .ipv6NotAccepted: "RDNS-IPV6"
    case .messageIDMissing: "MSGID-PRESENT"
    case .messageTooBig: "MIME-SIZE"
    case .attachmentRejected: "MIME-ATTACH-TYPE"
    default: nil
    }
  }
}
