import DNS
import MailAuthentication
import MailMessage
import OpenSSLKit
import Syntax
import Testing

/// What a signature says, and what is wrong with it.
@Suite struct DKIMSignatureTests {
  /// A signature without faults; `b=` and `bh=` are as long as they have to be.
  static let good =
    "v=1; a=rsa-sha256; d=example.com; s=sel; h=from:to; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA"

  @Test func everyTagIsRead() throws {
    let text = Self.good + "; c=relaxed/simple; i=a=20b@sub.example.com; l=12; t=100; x=200; q=dns/txt; z=From:x; new=1"
    let parsed = DKIMSignature.parse(Array(text.utf8))
    let signature = try #require(parsed.value)
    #expect(parsed.faults.isEmpty)
    #expect(signature.algorithm == .rsaSHA256 && signature.canonicalization == "relaxed/simple")
    #expect(signature.domain == "example.com" && signature.selector == "sel")
    #expect(signature.signedNames == ["From", "To"] && signature.bodyLength == 12)
    #expect(signature.identity?.domain == "sub.example.com" && signature.identity?.localPart == "a=20b")
    #expect(signature.timestamp == 100 && signature.expiration == 200 && signature.hasCopiedFields)
    #expect(signature.bodyHashKind == BodyHashKind(.simple, .sha256, limit: 12))
    #expect(signature.keyQuestion == DNSQuestion("sel._domainkey.example.com", .txt))
  }

  static let faults: [(change: (String, String), place: String, message: String)] = [
    (("v=1; ", ""), "", "v= is missing"), (("v=1", "v=2"), "2", "a version that is not \"1\""),
    (("v=1", "V=1"), "V", "v= is missing: names of tags are case-sensitive"),
    (("a=rsa-sha256; ", ""), "", "a= is missing"),
    (("rsa-sha256", "rsa-sha512"), "rsa-sha512", "an algorithm that verifiers do not know"),
    (("d=example.com; ", ""), "", "d= is missing"), (("d=example.com", "d="), "d=", "d= has no value"),
    (("d=example.com", "d=***"), "***", "d= is no domain name"),
    (("s=sel; ", ""), "", "s= is missing"), (("s=sel", "s=a b"), "a b", "s= is no selector"),
    (("h=from:to; ", ""), "", "h= is missing"), (("h=from:to", "h=to"), "to", "h= does not name From"),
    (("b=AAAA", "b="), "b=", "b= has no value"), (("; b=AAAA", ""), "", "b= is missing"),
    (("b=AAAA", "b=A*AA"), "*", "\"*\" in base64"),
    (("b=AAAA", "b=AAAA; d=example.org"), "d=example.org", "a second tag of the same name"),
    (("b=AAAA", "b=AAAA; ; t=1"), " ", "an empty part between semicolons"),
    (("b=AAAA", "b=AAAA; c=strict"), "c=strict", "a canonicalization that is none of simple and relaxed"),
    (("b=AAAA", "b=AAAA; c=relaxed/"), "c=relaxed/", "a canonicalization that is none of simple and relaxed"),
    (("b=AAAA", "b=AAAA; l=-1"), "l=-1", "l= is no number"), (("b=AAAA", "b=AAAA; l="), "l=", "l= is no number"),
    (("b=AAAA", "b=AAAA; t=now"), "t=now", "t= is no time in seconds"),
    (("b=AAAA", "b=AAAA; t=200; x=200"), "200", "x= is not after t="),
    (("b=AAAA", "b=AAAA; q=http"), "http", "no way to the key that verifiers know: \"dns/txt\" is the only one"),
    (("b=AAAA", "b=AAAA; i=@example.org"), "@example.org", "the domain of i= is neither d= nor below it"),
    (("b=AAAA", "b=AAAA; i=nobody"), "i=nobody", "i= has no at sign"),
    (("b=AAAA", "b=AAAA; i=a@"), "a@", "what stands behind the at sign of i= is no domain name")
  ]

  @Test(arguments: faults)
  func faultsHaveAPlace(change: (String, String), place: String, message: String) throws {
    let text = Self.good.replacing(change.0, with: change.1, maxReplacements: 1)
    let parsed = DKIMSignature.parse(Array(text.utf8))
    let fault = try #require(parsed.faults.first { $0.message == message }, "\(parsed.faults)")
    #expect(fault.gravity == .fatal && !fault.reference.isEmpty)
    #expect(String(decoding: parsed.text[fault.range], as: UTF8.self) == place)
  }

  @Test(arguments: [("b=AAAA", "b=AAAA;"), ("h=from:to", "h=from : \r\n\tto"), ("d=example.com", "d=bücher.example")])
  func whatVerifiersTake(old: String, new: String) throws {
    let parsed = DKIMSignature.parse(Array(Self.good.replacing(old, with: new).utf8))
    #expect(parsed.faults.isEmpty)
    #expect(parsed.value?.domain != nil && parsed.value?.signedNames.count == 2)
  }
}
