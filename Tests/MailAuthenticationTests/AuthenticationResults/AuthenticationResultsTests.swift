import MailAuthentication
import Syntax
import Testing

@Suite struct AuthenticationResultsTests {
  /// A field, and what is read of it. A final `!` says that faults are told.
  static let fields: [(String, String)] = [
    ("example.org 1; none", "example.org 1 none"),
    (
      "example.com; dkim/1=pass reason=\"good signature\" (2048 bit) header.i=@a.example header.b=ab/c=",
      "example.com dkim=pass{good signature}(2048 bit) header.i=@a.example header.b=ab/c="
    ),
    (
      "mx.google.com;\r\n       dkim=pass header.i=@example.org header.s=sel header.b=\"AbC/d+E=\";\r\n       spf=pass (google.com: domain of a@example.org designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@example.org;\r\n       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org",
      "mx.google.com dkim=pass header.i=@example.org header.s=sel header.b=AbC/d+E= spf=pass(google.com: domain of a@example.org designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@example.org dmarc=pass(p=REJECT sp=REJECT dis=NONE) header.from=example.org"
    ),
    (
      "i=2; mx.example.org 1; arc=pass (i=1); spf=fail smtp.mailfrom=\"a b\"@example.org",
      "i=2 mx.example.org 1 arc=pass(i=1) spf=fail smtp.mailfrom=a b@example.org"
    ),
    (
      "spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=example.org; dmarc=pass action=none\r\n header.from=example.org;compauth=pass reason=100",
      "- spf=pass(sender IP is 192.0.2.1) smtp.mailfrom=example.org dmarc=pass .action=none header.from=example.org compauth=pass{100} !"
    ),
    ("example.org; dkim=pass header.d=example.org;", "example.org dkim=pass header.d=example.org !"),
    ("example/net; dkim=pass", "example/net dkim=pass !"),
    ("(comment) example.org (c) 1 (d); (e) dkim (f) = (g) PASS (h)", "example.org 1 dkim=pass(e)(f)(g)(h)"),
    ("example.org", "example.org !"), ("example.org;", "example.org !"), ("example.org; dkim", "example.org !"),
    ("example.org; none; dkim=pass", "example.org dkim=pass none !"), ("example.org x; none", "example.org none !"),
    ("example.org 2; none", "example.org 2 none !"), ("example.org; dkim/x=pass", "example.org dkim=pass !"),
    ("example.org; dkim=pass stray header.d=a", "example.org dkim=pass header.d=a !"),
    ("example.org; dkim=pass header.d=", "example.org dkim=pass header.d= !"),
    ("", "nil !"), (";", "nil !"), ("i=1;", "nil !")
  ]

  @Test(arguments: fields) func resultsAreRead(field: String, expected: String) {
    let parsed = AuthenticationResults.parse(Array((" " + field + "\r\n").utf8))
    let words = (parsed.value.map(Self.words) ?? ["nil"]) + (parsed.faults.isEmpty ? [] : ["!"])
    #expect(words.joined(separator: " ") == expected)
    #expect(parsed.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= parsed.text.count })
  }

  private static func words(_ value: AuthenticationResults) -> [String] {
    var words = [value.authservID ?? "-"]
    if let instance = value.instance { words.insert("i=\(instance)", at: 0) }
    if let version = value.version { words.append(String(version)) }
    for result in value.results {
      words.append(
        "\(result.method)=\(result.result)" + (result.reason.map { "{\($0)}" } ?? "")
          + result.comments.map { "(\($0))" }.joined())
      words += result.properties.map { "\($0.type).\($0.name)=\($0.value)" }
    }
    return words + (value.isNone ? ["none"] : [])
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [";", "=", "a=b;", "a=b ", "a.b=c ", "(", "(a)", "\"", "=x", "w ", "i=1;", "a= "])
  func timeIsLinear(piece: String) {
    let text = Array(String(repeating: piece, count: 50_000 / piece.utf8.count).utf8)
    for start in ["", "a;", "a; b=c ", "a; " + String(repeating: "w ", count: 10_000)] {
      let parsed = AuthenticationResults.parse(Array(start.utf8) + text)
      #expect(parsed.faults.count <= 100)
    }
  }
}
