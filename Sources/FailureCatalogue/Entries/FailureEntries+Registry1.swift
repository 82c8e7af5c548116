extension FailureEntries {
  /// Enhanced status codes X.1 to X.5 (RFC 3463, RFC 5248 and the registry of IANA).
  static let registry1: [FailureEntry] = [
    FailureEntry(
      "enh-1-0", "any", .byReplyClass, .undetermined,
      #"\b[245]\.1\.0\b(?!\.)"#,
      example: "550 5.1.0 ...",
      means: "Other address problem."),
    FailureEntry(
      "enh-1-1", "any", .byReplyClass, .userUnknown,
      #"\b[245]\.1\.1\b(?!\.)"#,
      example: "550 5.1.1 ...",
      means: "Mailbox does not exist."),
    FailureEntry(
      "enh-1-2", "any", .byReplyClass, .destinationUnknown,
      #"\b[245]\.1\.2\b(?!\.)"#,
      example: "550 5.1.2 ...",
      means: "Destination domain bad."),
    FailureEntry(
      "enh-1-3", "any", .byReplyClass, .userUnknown,
      #"\b[245]\.1\.3\b(?!\.)"#,
      example: "550 5.1.3 ..."),
    FailureEntry(
      "enh-1-4", "any", .byReplyClass, .userUnknown,
      #"\b[245]\.1\.4\b(?!\.)"#,
      example: "550 5.1.4 ..."),
    FailureEntry(
      "enh-1-6", "any", .byReplyClass, .moved,
      #"\b[245]\.1\.6\b(?!\.)"#,
      example: "550 5.1.6 ..."),
    FailureEntry(
      "enh-1-7", "any", .byReplyClass, .senderDomainUnknown,
      #"\b[245]\.1\.7\b(?!\.)"#,
      example: "550 5.1.7 ..."),
    FailureEntry(
      "enh-1-8", "any", .byReplyClass, .senderDomainUnknown,
      #"\b[245]\.1\.8\b(?!\.)"#,
      example: "550 5.1.8 ...",
      means: "Sender domain bad or not resolvable.",
      do: "Publish DNS; avoid localhost/localdomain."),
    FailureEntry(
      "enh-1-9", "any", .byReplyClass, .undetermined,
      #"\b[245]\.1\.9\b(?!\.)"#,
      example: "550 5.1.9 ...",
      means: "Relayed to non-compliant mailer."),
    FailureEntry(
      "enh-1-10", "any", .byReplyClass, .destinationUnknown,
      #"\b[245]\.1\.10\b(?!\.)"#,
      example: "550 5.1.10 ...",
      means: "Recipient domain has null MX."),
    FailureEntry(
      "enh-2-0", "any", .byReplyClass, .undetermined,
      #"\b[245]\.2\.0\b(?!\.)"#,
      example: "550 5.2.0 ...",
      means: "Other mailbox problem."),
    FailureEntry(
      "enh-2-1", "any", .byReplyClass, .mailboxDisabled,
      #"\b[245]\.2\.1\b(?!\.)"#,
      example: "550 5.2.1 ..."),
    FailureEntry(
      "enh-2-2", "any", .byReplyClass, .mailboxFull,
      #"\b[245]\.2\.2\b(?!\.)"#,
      example: "550 5.2.2 ..."),
    FailureEntry(
      "enh-2-3", "any", .byReplyClass, .messageTooBig,
      #"\b[245]\.2\.3\b(?!\.)"#,
      example: "550 5.2.3 ...",
      means: "Message over mailbox limit."),
    FailureEntry(
      "enh-2-4", "any", .byReplyClass, .undetermined,
      #"\b[245]\.2\.4\b(?!\.)"#,
      example: "550 5.2.4 ...",
      means: "List expansion problem.",
      do: "Ask the owner of the list."),
    FailureEntry(
      "enh-3-0", "any", .byReplyClass, .serverFailure,
      #"\b[245]\.3\.0\b(?!\.)"#,
      example: "550 5.3.0 ..."),
    FailureEntry(
      "enh-3-1", "any", .byReplyClass, .serverFailure,
      #"\b[245]\.3\.1\b(?!\.)"#,
      example: "550 5.3.1 ..."),
    FailureEntry(
      "enh-3-2", "any", .byReplyClass, .serverFailure,
      #"\b[245]\.3\.2\b(?!\.)"#,
      example: "550 5.3.2 ...",
      means: "System not accepting mail."),
    FailureEntry(
      "enh-3-3", "any", .byReplyClass, .protocolError,
      #"\b[245]\.3\.3\b(?!\.)"#,
      example: "550 5.3.3 ..."),
    FailureEntry(
      "enh-3-4", "any", .byReplyClass, .messageTooBig,
      #"\b[245]\.3\.4\b(?!\.)"#,
      example: "550 5.3.4 ...",
      means: "Message too big for system."),
    FailureEntry(
      "enh-3-5", "any", .byReplyClass, .serverFailure,
      #"\b[245]\.3\.5\b(?!\.)"#,
      example: "550 5.3.5 ..."),
    FailureEntry(
      "enh-4-0", "any", .byReplyClass, .serverFailure,
      #"\b[245]\.4\.0\b(?!\.)"#,
      example: "550 5.4.0 ..."),
    FailureEntry(
      "enh-4-1", "any", .byReplyClass, .connectionFailed,
      #"\b[245]\.4\.1\b(?!\.)"#,
      example: "550 5.4.1 ..."),
    FailureEntry(
      "enh-4-2", "any", .byReplyClass, .connectionLost,
      #"\b[245]\.4\.2\b(?!\.)"#,
      example: "550 5.4.2 ..."),
    FailureEntry(
      "enh-4-3", "any", .byReplyClass, .dnsFailure,
      #"\b[245]\.4\.3\b(?!\.)"#,
      example: "550 5.4.3 ...",
      means: "Directory server failure (DNS)."),
    FailureEntry(
      "enh-4-4", "any", .byReplyClass, .destinationUnknown,
      #"\b[245]\.4\.4\b(?!\.)"#,
      example: "550 5.4.4 ..."),
    FailureEntry(
      "enh-4-5", "any", .byReplyClass, .rateLimited,
      #"\b[245]\.4\.5\b(?!\.)"#,
      example: "550 5.4.5 ..."),
    FailureEntry(
      "enh-4-6", "any", .byReplyClass, .mailLoop,
      #"\b[245]\.4\.6\b(?!\.)"#,
      example: "550 5.4.6 ..."),
    FailureEntry(
      "enh-4-7", "any", .byReplyClass, .expired,
      #"\b[245]\.4\.7\b(?!\.)"#,
      example: "550 5.4.7 ..."),
    FailureEntry(
      "enh-5-0", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.0\b(?!\.)"#,
      example: "550 5.5.0 ...",
      means: "Other protocol problem."),
    FailureEntry(
      "enh-5-1", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.1\b(?!\.)"#,
      example: "550 5.5.1 ..."),
    FailureEntry(
      "enh-5-2", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.2\b(?!\.)"#,
      example: "550 5.5.2 ..."),
    FailureEntry(
      "enh-5-3", "any", .byReplyClass, .rateLimited,
      #"\b[245]\.5\.3\b(?!\.)"#,
      example: "550 5.5.3 ..."),
    FailureEntry(
      "enh-5-4", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.4\b(?!\.)"#,
      example: "550 5.5.4 ..."),
    FailureEntry(
      "enh-5-5", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.5\b(?!\.)"#,
      example: "550 5.5.5 ...",
      means: "Wrong protocol version."),
    FailureEntry(
      "enh-5-6", "any", .byReplyClass, .protocolError,
      #"\b[245]\.5\.6\b(?!\.)"#,
      example: "550 5.5.6 ...",
      means: "Authentication line too long.")
  ]
}
