import MailAuthentication
import OpenSSLKit
import Syntax
import Testing

@Suite struct DKIMKeyRecordTests {
  static let rsa = DKIMFixtures.rsa512
  static let edwards = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

  /// A record, what its key is, and the faults that make it void.
  @Test(
    arguments: [
      ("v=DKIM1; k=rsa; p=\(rsa)", "RSA 512 SubjectPublicKeyInfo", []),
      ("p=\(rsa)", "RSA 512 SubjectPublicKeyInfo", []),
      ("v=DKIM1; p=\(DKIMFixtures.bareRSA512);", "RSA 512 RSAPublicKey", []),
      ("v=DKIM1; k=ed25519; p=\(edwards)", "Ed25519", []), ("v=DKIM1; p=", "revoked", []),
      ("v=DKIM1; p= ;", "revoked", []),
      ("v=DKIM1", "missing", ["7 p=, the key, is missing"]),
      ("k=rsa; v=DKIM1; p=", "revoked", ["7 v= is not the first tag"]),
      ("v=DKIM1.0; p=", "revoked", ["2 the version is not exactly \"DKIM1\""]),
      ("v=dkim1; p=", "revoked", ["2 the version is not exactly \"DKIM1\""]),
      (
        "v=DKIM1\\; k=rsa\\; p=", "revoked",
        [
          "2 the version is not exactly \"DKIM1\"", "7 a backslash of zone text came into the record",
          "12 a type of key that verifiers do not know; they ignore the record",
          "15 a backslash of zone text came into the record"
        ]
      ),
      (
        "v=DKIM1; p=AA==; p=", "unreadable",
        [
          "11 octet 0 of the key: an element of type 0 where the key (SEQUENCE) should be",
          "17 a second tag of the same name"
        ]
      ),
      ("v=DKIM1; P=", "missing", ["11 p=, the key, is missing"]),
      (
        "v=DKIM1; k=dsa; p=AAAA", "unknown type",
        ["11 a type of key that verifiers do not know; they ignore the record"]
      ),
      ("v=DKIM1; p=MI*I", "undecodable", ["13 \"*\" in base64"]),
      (
        "v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA\(edwards)", "unreadable",
        [
          "22 the Ed25519 key is wrapped in a SubjectPublicKeyInfo; only its last 32 octets belong here"
        ]
      ),
      ("v=DKIM1; p=\(edwards)", "unreadable", ["11 32 octets are no RSA key; they look like an Ed25519 key"]),
      (
        "v=DKIM1; p=MFwwDQYJKoZIhvcN", "unreadable",
        [
          "11 octet 0 of the key: the key says it has 92 octets, but only 10 are left"
        ]
      ),
      (
        "v=DKIM1; p=-----BEGIN PUBLIC KEY-----", "undecodable",
        [
          "11 \"-\" in base64: it is of another alphabet or of PEM",
          "32 \"-\" in base64: it is of another alphabet or of PEM"
        ]
      ),
      ("v=DKIM1; p=AAA=BBB", "undecodable", ["15 base64 that goes on behind its padding"])
    ] as [(String, String, [String])])
  func readsTheKey(text: String, key: String, faults: [String]) throws {
    let parsed = DKIMKeyRecord.parse(Array(text.utf8))
    let record = try #require(parsed.value)
    #expect(DKIMFixtures.describe(record) == key)
    let fatal = parsed.faults.filter { $0.gravity == .fatal }
    #expect(fatal.map { "\($0.range.lowerBound) \($0.message)" } == faults)
  }

  /// Remarks: verifiers take the record all the same.
  @Test(arguments: [
    ("v=DKIM1; k=RSA; p=", ["values are case-sensitive: some verifiers refuse this"]),
    ("v=DKIM1; K=rsa; p=", ["tag names are case-sensitive: verifiers do not take this for the small letter"]),
    ("v=DKIM1; h=sha256:md5; p=", ["the hash \"md5\" is unknown; verifiers ignore it"]),
    ("v=DKIM1; t=y:z; p=", ["the flag \"z\" is unknown; verifiers ignore it"]),
    ("v=DKIM1; s=email:; p=", ["an empty value in a list"]), ("v=DKIM1;; p=", ["an empty part between semicolons"]),
    ("v=DKIM1; x=unknown; n=a note=20here; g=*; p=", []),
    ("v=DKIM1; p=\(rsa.dropLast(2))", ["base64 without its padding \"==\", which some readers demand"])
  ])
  func remarks(text: String, faults: [String]) {
    let parsed = DKIMKeyRecord.parse(Array(text.utf8))
    #expect(parsed.faults.map(\.message) == faults)
    #expect(parsed.faults.allSatisfy { $0.gravity < .fatal })
  }

  @Test func readsTheOtherTags() throws {
    let text = "v=DKIM1; h=sha1 : sha256; s=email : tlsrpt; t=y:s; g=; n=note; p="
    let record = try #require(DKIMKeyRecord.parse(Array(text.utf8)).value)
    #expect(record.hashAlgorithms == ["sha1", "sha256"])
    #expect(record.serviceTypes == ["email", "tlsrpt"])
    #expect(record.isTesting && record.forbidsSubdomains && record.isForEmail)
    #expect((record.granularity, record.note) == ("", "note"))
    let plain = try #require(DKIMKeyRecord.parse(Array("p=".utf8)).value)
    #expect(plain.hashAlgorithms == nil && plain.serviceTypes == ["*"] && plain.flags.isEmpty)
    #expect(plain.allows(hash: "sha256") && plain.isForEmail && !plain.isTesting)
    let reports = try #require(DKIMKeyRecord.parse(Array("s=tlsrpt; h=sha1; p=".utf8)).value)
    #expect(!reports.isForEmail && !reports.allows(hash: "sha256"))
  }

  @Test(arguments: [
    ("v=DKIM1; p=", true), ("v=DKIM2; p=", true), ("v=dkim1;p=x", true), ("k=rsa; p=x", true), ("p=", true),
    ("v=spf1 -all", false), ("v=DMARC1; p=none", false), ("hello", false), ("", false), ("k=rsa", false),
    ("google-site-verification=abc", false)
  ])
  func tellsKeysFromOtherTexts(text: String, isCandidate: Bool) {
    #expect(DKIMKeyRecord.isCandidate(Array(text.utf8)) == isCandidate)
  }

  @Test func hostileTextsEndSoon() {
    let record = Array("v=DKIM1; h=sha256:sha1; t=y:s; s=*; n=x; p=\(Self.rsa)".utf8)
    for end in record.indices { _ = DKIMKeyRecord.parse(Array(record[..<end])) }
    for unit in ["h=:", "t=a:", "p=A", "p==", ";", "=", "p=MI", "\u{0}", "v=DKIM1;p="] {
      let text = Array(String(repeating: unit, count: 65_535 / unit.utf8.count).utf8)
      #expect(DKIMKeyRecord.parse(text).faults.count < 300)
    }
    for _ in 0..<3000 {
      var text = record
      for _ in 0..<4 { text[Int.random(in: text.indices)] = UInt8.random(in: 0...255) }
      let parsed = DKIMKeyRecord.parse(text)
      #expect(parsed.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count })
    }
  }
}
