import HTTPS
import Testing

/// References in documents and in Location fields.
@Suite struct HTTPSURLReferenceTests {
  /// RFC 3986 §5.4, as far as it is about https.
  @Test(arguments: [
    ("g", "https://a.example/b/c/g"), ("./g", "https://a.example/b/c/g"), ("g/", "https://a.example/b/c/g/"),
    ("/g", "https://a.example/g"), ("//g.example", "https://g.example"), ("?y", "https://a.example/b/c/d?y"),
    ("g?y", "https://a.example/b/c/g?y"), ("", "https://a.example/b/c/d?q"), ("#s", "https://a.example/b/c/d?q#s"),
    (".", "https://a.example/b/c/"), ("..", "https://a.example/b/"), ("../g", "https://a.example/b/g"),
    ("../../../../g", "https://a.example/g"), ("/./g", "https://a.example/g"), ("/a/../g", "https://a.example/g"),
    ("g?y/../x", "https://a.example/b/c/g?y/../x"), ("HTTPS://h.example/x", "HTTPS://h.example/x")
  ])
  func resolves(reference: String, text: String) throws {
    let base = try HTTPSURL(parsing: Array("https://a.example/b/c/d?q".utf8))
    #expect(try base.resolving(Array(reference.utf8)).description == text)
  }

  @Test func keepsThePort() throws {
    let base = try HTTPSURL(parsing: Array("https://a.example:8443".utf8))
    #expect(try base.resolving(Array("x".utf8)).description == "https://a.example:8443/x")
  }

  @Test(
    arguments: [
      ("http://a.example/", .otherScheme), ("javascript:alert(1)", .otherScheme), ("g:h", .otherScheme),
      ("//192.0.2.1/", .address), ("/a b", .foreignCharacter), ("//u@a.example/", .userInformation)
    ] as [(String, HTTPSURLError)])
  func refuses(reference: String, error: HTTPSURLError) throws {
    let base = try HTTPSURL(parsing: Array("https://a.example/b".utf8))
    #expect(throws: error) { try base.resolving(Array(reference.utf8)) }
  }
}
