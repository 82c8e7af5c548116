import DNS
import Testing

@testable import CommandLine

@Suite("Domain arguments") struct DomainArgumentTests {
  @Test(
    "what is no domain says what it is",
    arguments: [
      ("https://example.org/", "leave out the scheme"), ("postmaster@example.org", "audit its domain, example.org"),
      ("192.0.2.1", "--ip"), ("2001:db8::1", "--ip"), ("", "empty"), ("a..b", "empty label"), ("a b", "blank")
    ])
  func refuses(text: String, words: String) {
    let error = #expect(throws: ErrorLine.self) { _ = try DomainArgument.parse(text) }
    #expect(error?.cause.contains(words) == true, "\(String(describing: error))")
  }

  @Test("names are read in any case", arguments: ["example.org", "EXAMPLE.org.", "_dmarc.example.org"])
  func reads(text: String) throws {
    #expect(try DomainArgument.parse(text).description.hasSuffix("example.org"))
  }
}
