import DNS
import HTTPS
import Testing

@Suite struct HTTPSURLTests {
  @Test(
    arguments: [
      ("https://example.org", "example.org", 443, "/"),
      ("HTTPS://Example.org:8443/a/b.svg", "example.org", 8443, "/a/b.svg"),
      ("https://example.org?x=1#f", "example.org", 443, "/?x=1"),
      ("https://example.org:/a%20b", "example.org", 443, "/a%20b"),
      ("https://a_b.example.org./x", "a_b.example.org", 443, "/x")
    ] as [(String, DomainName, UInt16, String)])
  func reads(text: String, host: DomainName, port: UInt16, target: String) throws {
    let url = try HTTPSURL(parsing: Array(text.utf8))
    #expect(url.host == host && url.port == port && url.target == target && url.description == text)
  }

  @Test(
    arguments: [
      ("http://example.org/", .otherScheme), ("", .otherScheme), ("https:/example.org", .otherScheme),
      ("https://", .host), ("https:///a", .host), ("https://.example/", .host), ("https://[2001:db8::1]/", .port),
      ("https://192.0.2.1/", .address), ("https://a@example.org/", .userInformation), ("https://example.org:0/", .port),
      ("https://example.org:+1/", .port), ("https://example.org:99999/", .port),
      ("https://example.org/a b", .foreignCharacter),
      ("https://b\u{FC}cher.example/", .foreignCharacter),
      ("https://example.org/" + String(repeating: "a", count: 9000), .tooLong)
    ] as [(String, HTTPSURLError)])
  func refuses(text: String, error: HTTPSURLError) {
    #expect(throws: error) { try HTTPSURL(parsing: Array(text.utf8)) }
  }

  @Test func fieldsAreFoundInAnyCase() {
    let response = HTTPSResponse(
      status: 200, fields: [.init("Content-TYPE", "Text/Plain; charset=utf-8")], body: [], isTruncated: false)
    #expect(response["content-type"] == "Text/Plain; charset=utf-8" && response.mediaType == "text/plain")
    #expect(response["location"] == nil)
  }

  /// A time-out, a network that lets nothing out and a question not asked are never the server's fault.
  @Test(
    arguments: [
      (.notAsked("x"), false), (.unresolved(.timeout), false), (.noAddress, true),
      (.noPublicAddress("10.0.0.1"), false),
      (.unreachable(["no route"]), false), (.refused(["refused"]), false), (.timeout("x"), false),
      (.closed("x"), false), (.untrusted([.expired]), true),
      (.handshake("x"), true), (.malformed("x"), true)
    ] as [(HTTPSFailure, Bool)])
  func onlyTheServersFaultIsDefinite(failure: HTTPSFailure, isDefinite: Bool) {
    #expect(failure.isDefinite == isDefinite && !failure.description.isEmpty)
  }
}
