import DNS
import Testing

@testable import SMTPSubmission

/// The address that a server tells its client.
@Suite struct ClientAddressTests {
  @Test(
    arguments: [
      ("smtp.example.net at your service, [192.0.2.80]", "192.0.2.80"),
      ("mx.example.net Hello app.example.org [192.0.2.80], pleased to meet you", "192.0.2.80"),
      ("mx.example.net Hello [198.51.100.1] [192.0.2.80]", "192.0.2.80"),
      ("mx.example.net Hello [2001:db8::80]", "2001:db8::80"),
      ("mx.example.net Hi [IPv6:2001:db8::80]", "2001:db8::80"),
      ("mx.example.net Hello [10.0.0.7]", nil), ("[192.0.2.25] Hello", nil), ("mx.example.net", nil),
      ("mx.example.net Hello [app.example.org]", nil), ("mx.example.net Hello [192.0.2.80", "192.0.2.80"),
      ("mx.example.net Hello [", nil), ("", nil)
    ] as [(String, String?)])
  func isRead(line: String, address: String?) {
    let reply = SMTPReply(code: 250, lines: [line, "PIPELINING"])
    #expect(reply.clientAddress(greetedWith: "[10.0.0.7]") == address.flatMap { IPAddress($0) })
  }

  @Test func theConversationKeepsIt() {
    var client = SMTPClient(SMTPClient.Plan(clientName: "app.example.org"))
    client.receive(Array("220 hi\r\n".utf8))
    _ = client.next()
    client.receive(Array("250-mx.example.net Hello [192.0.2.80]\r\n250 SIZE\r\n".utf8))
    #expect(client.session.clientAddress == IPAddress("192.0.2.80"))
  }
}
