extension MessageExample {
  /// A message of HTML alone, from an address of `example.org`.
  static func html(_ body: String) -> String {
    mime("text/html; charset=utf-8", "<html><body>\n" + body + "\n</body></html>\n")
  }

  /// A message of text and HTML.
  static func alternative(_ text: String, _ html: String) -> String {
    mime(
      "multipart/alternative; boundary=b1",
      """
      --b1
      Content-Type: text/plain; charset=utf-8

      \(text)
      --b1
      Content-Type: text/html; charset=utf-8

      <html><body>\(html)</body></html>
      --b1--

      """)
  }

  /// A message with one file.
  static func file(_ name: String, _ base64: String) -> String {
    mime(
      "multipart/mixed; boundary=b1",
      """
      --b1

      See the file.
      --b1
      Content-Type: application/octet-stream
      Content-Disposition: attachment; filename="\(name)"
      Content-Transfer-Encoding: base64

      \(base64)
      --b1--

      """)
  }

  /// A message of one type; `encoding` is that of the transfer.
  static func mime(_ type: String, encoding: String = "7bit", _ body: String) -> String {
    """
    From: Wiki <wiki@example.org>
    To: Ann <ann@example.net>
    Subject: Page changed
    Date: Wed, 25 Nov 2026 11:59:00 +0000
    Message-ID: <66f10a1b.0a1b2c3d4e5f6071@wiki.example.org>
    MIME-Version: 1.0
    Content-Type: \(type)
    Content-Transfer-Encoding: \(encoding)


    """ + body
  }
}
