import Testing

@testable import FailureCatalogue

@Suite struct SecretTests {
  private static let plain = "AHVzZXJAZXhhbXBsZS5vcmcAaHVudGVyMg=="

  /// Pastes with the secrets that no report may show.
  static let pastes: [(text: String, secrets: [String])] = [
    ("-> AUTH PLAIN \(plain)\n<** 535 5.7.8 no", [plain]),
    (
      "Sent: AUTH LOGIN\nGot: 334 VXNlcm5hbWU6\nSent: dXNlcg==\nGot: 334 UGFzc3dvcmQ6\nSent: aHVudGVyMg==\nGot: 535 no",
      ["dXNlcg==", "aHVudGVyMg=="]
    ),
    (
      "Sent: AUTH LOGIN\nGot: 334 VXNlcm5hbWU6\nSent: c3Vu80FSKerj\nMuY29t\nGot: 334 UGFzc3dvcmQ6\nSent: !!x\nGot: 535 no",
      ["c3Vu80FSKerj", "MuY29t", "!!x"]
    ),
    (
      "DEBUG: Send: AUTH LOGIN\nDEBUG: Recv: 334 VXNlcm5hbWU6\nDEBUG: Send: dXNlcg==\nDEBUG: Recv: 535 no", ["dXNlcg=="]
    ),
    ("send: 'AUTH PLAIN \(plain)\\r\\n'\nreply: b'535 5.7.8 no\\r\\n'", [plain]),
    (
      "CLIENT -> SERVER: AUTH CRAM-MD5\nSERVER -> CLIENT: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2U+\nCLIENT -> SERVER: dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw\nSERVER -> CLIENT: 535 no",
      ["PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2U+", "dGltIGI5MTNh"]
    ),
    (
      "C: AUTH SCRAM-SHA-256 biwsbj11c2Vy\nS: 334 cj1yT3ByTkdmd0ViZVJXZ2JORWtxTw==\nC: Yz1iaXdzLHI9ck9wcixwPWRIelgz\nS: 535 no",
      ["biwsbj11c2Vy", "Yz1iaXdzLHI9ck9wcixwPWRIelgz"]
    ),
    ("smtp://user:hunter2@mail.example.org:587: 535 Authentication failed", ["hunter2"]),
    ("smtp://user:hun/ter2@mail.example.org:587: 535 Authentication failed", ["hun/ter2"]),
    ("'password' => 'hunter2', 535 failed", ["hunter2"]), ("\"password\":\"hun ter2\" 535 failed", ["hun ter2"]),
    ("{:user_name=>\"a\", :password=>\"hunter2\", :address=>\"x\"} 535 failed", ["hunter2"]),
    ("gitlab_rails['smtp_password'] = \"hunter2\" 535 failed", ["hunter2"]),
    ("sql(a@example.com,192.0.2.1): unknown user (given password: Hunter2$)", ["Hunter2$"]),
    ("(SHA1 of given password: 21bd12) 535 failed", ["21bd12"]),
    ("Password: abcd efgh ijkl mnop\n535-5.7.8 Username and Password not accepted", ["abcd", "efgh", "ijkl", "mnop"]),
    ("Authorization: Bearer ya29.a0AfH6SMBxyzxyz 535 failed", ["ya29.a0AfH6SMBxyzxyz"]),
    ("token=abcdef123456 535 failed", ["abcdef123456"]), ("535 failed \(plain) there", [plain]),
    ("n,,n=user,r=abc c=biws,r=abcdef,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ= 535 failed", ["dHzbZapWIk4jUhN"])
  ]

  @Test(arguments: pastes.indices) func secretsAreNowhereInAReport(index: Int) {
    let paste = Self.pastes[index]
    let report = FailureCatalogue.shipped.explain(pasted: Array(paste.text.utf8))
    let shown = "\(report)"
    for secret in paste.secrets { #expect(!shown.contains(secret), "\(shown)") }
    #expect(report.hadSecrets)
    #expect(report.notes.contains { $0.id == "credentials-shown" })
  }

  /// What is no secret stays, or else nothing could be explained.
  @Test(arguments: [
    "535-5.7.8 Username and Password not accepted.", "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
    "250-AUTH PLAIN LOGIN", "250 AUTH=LOGIN PLAIN", "warning: SASL LOGIN authentication failed: authentication failure",
    ":password=>nil, :authentication=>nil", "message-id=<20231114221320.AbCdEfGhIjKlMnOp@example.org>",
    "https://www.spamhaus.org/query/ip/192.0.2.7", "Looks like there was an error on sending the password mail.",
    "Bearer tokens are not accepted", "http://mail.example.org:8080/path",
    "https://example.org/unsubscribe.html?topic=arn:aws:sns:us-west-2&Endpoint=a@example.org",
    "http://mail.example.org:8080/list?to=a@example.org"
  ])
  func othersStay(text: String) {
    #expect(!PastedText(Array(text.utf8)).hadSecrets)
  }
}
