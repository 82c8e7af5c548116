import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeEncoding = MessageCheck(
    CheckDescription(
      id: "MIME-ENCODING",
      area: .mimeContent,
      title: "Declared encodings and charsets are true",
      severity: .medium,
      severityReason: "text becomes unreadable, or servers re-encode it and break the signature",
      appliesWhen: "always",
      rule: """
        Fail if base64 or quoted-printable does not decode, 7bit has octets above 127, or text is not of its charset. Warn \
        if text above 127 names no charset, is UTF-8 under another name, has zeros, or if base64 goes on behind its end; \
        longer lines than 76 characters are a remark. Of charsets that are not read here only the form is looked at; \
        unknown for those that are not known at all.
        """,
      whyItMatters:
        "People see signs in place of letters; a server that repairs the encoding breaks the DKIM signature.",
      remedy: "Write text as UTF-8, say charset=utf-8, and encode it as quoted-printable or base64 before signing.",
      standards: ["RFC 2045 §6", "RFC 2046 §4.1.2"]
    ),
    examples: [
      MessageExample(
        .pass, "quoted-printable UTF-8",
        message: MessageExample.mime("text/plain; charset=utf-8", encoding: "quoted-printable", "Gr=C3=BC=C3=9Fe\n")),
      MessageExample(.fail, "UTF-8 as 7bit", message: MessageExample.mime("text/plain; charset=utf-8", "Grüße\n")),
      MessageExample(
        .fail, "a broken escape",
        message: MessageExample.mime("text/plain; charset=utf-8", encoding: "quoted-printable", "100=GG\n")),
      MessageExample(
        .warn, "no charset", message: MessageExample.mime("text/plain", encoding: "8bit", "Grüße\n")),
      MessageExample(
        .pass, "Japanese of seven bits",
        message: MessageExample.mime("text/plain; charset=iso-2022-jp", "\u{1B}$B$3$s$K$A$O\u{1B}(B\n")),
      MessageExample(
        .fail, "no Japanese",
        message: MessageExample.mime("text/plain; charset=euc-jp", encoding: "quoted-printable", "J=FCrgen\n")),
      MessageExample(
        .unknown, "a charset that is not known",
        message: MessageExample.mime("text/plain; charset=utf-7", encoding: "quoted-printable", "Gr+APwA3w-e\n"))
    ]
  ) { survey in .findings(survey.judgeMIME { encodingVerdicts[$0.kind] }) }

  private static let encodingVerdicts: [MIMEFault.Kind: Verdict] = [
    .base64Character: .fail, .base64Truncated: .fail, .quotedEscape: .fail, .quotedEightBit: .fail,
    .eightBitIn7bit: .fail, .notUTF8: .fail, .notInCharset: .fail, .eightBitInASCII: .fail, .base64AfterPadding: .warn,
    .noCharset: .warn,
    .utf8AsLatin: .warn, .nul: .warn, .encodedLineTooLong: .info, .unknownCharset: .unknown, .controlInLatin: .info
  ]
}
