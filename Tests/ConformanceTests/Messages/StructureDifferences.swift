/// Messages in which CPython's reader and ours see other parts, with the reason.
enum StructureDifferences {
  private static let groups = "CPython counts empty lines behind a group of fields as another group"
  private static let prose = "message/delivery-status with prose in place of fields: shown as text"
  private static let encoded =
    "a message in base64 is not one that can be read (RFC 2045 §6.4); CPython reads the base64"
  private static let quote = "the boundary has no quotation mark at its end: read to the end of the line"
  private static let empty = "a part without header and content is a part"
  private static let twoHyphens = "boundaries that end in hyphens: the exact boundary comes before the end boundary"

  private static let blanks =
    "a boundary that ends in blanks: the line with fewer of them is text, as the message itself says"

  static let all: [String: [String: String]] = [
    "eml-haraka-mox": [
      "messages/mailparser-js/test/fixtures/delivery-status.eml": groups,
      "messages/mox/testdata/message/message-rfc822-multipart2.eml": groups
    ],
    "eml-mail-mime-parser": ["messages/m0021.txt": quote],
    "eml-mikel-mail": ["messages/multipart_report_emails/multipart_report_multiple_status.eml": prose],
    "eml-mime4j": [
      "messages/bad-newlines-multiple-parts-base64.msg": encoded,
      "messages/base64encoded-rfc822message-nested.msg": encoded, "messages/base64encoded-rfc822message.msg": encoded,
      "messages/very-long-boundary.msg": blanks, "messages/very-very-long-boundary.msg": blanks,
      "messages/weird-boundary.msg": blanks
    ],
    "eml-mail-parser-rs": [
      "messages/malformed/000.eml": empty, "messages/malformed/005.eml": twoHyphens,
      "messages/malformed/017.eml": "the boundary without a semicolon before it is read",
      "messages/malformed/019.eml": "white space before a colon is obsolete (RFC 5322 §4.5): CPython reads no header",
      "messages/rfc/008.eml": encoded, "messages/thirdparty/012.eml": quote,
      "messages/thirdparty/009.eml": "message/partial holds a piece of a message (RFC 2046 §5.2.2), which is not read"
    ]
  ]
}
