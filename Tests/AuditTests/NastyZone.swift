/// Zone text that nobody should publish.
struct NastyZone: Sendable, CustomStringConvertible {
  let description: String
  let text: String

  init(_ description: String, _ text: String) {
    self.description = description
    self.text = text
  }

  static let all: [NastyZone] = aliases + trees + crowds + giants

  private static let aliases: [NastyZone] = [
    NastyZone("aliases in a circle", "@ CNAME a\na CNAME b\nb CNAME @\n_dmarc CNAME _dmarc\n_domainkey CNAME @"),
    NastyZone(
      "wildcards everywhere",
      "@ A 192.0.2.1\n* MX 10 @\n* TXT \"v=spf1 a:%{d}.x.%{d} include:%{i}.y.example.org -all\""),
    NastyZone("aliases for all names", "@ MX 10 mail\n* CNAME example.org.")
  ]

  private static let trees: [NastyZone] = [
    NastyZone("an SPF record that includes itself", "@ TXT \"v=spf1 include:example.org redirect=example.org\""),
    NastyZone("a wide tree of includes", wideTree),
    NastyZone(
      "a deep chain of includes",
      "@ TXT \"v=spf1 include:s1.example.org\"\n"
        + lines(400) { "s\($0) TXT \"v=spf1 include:s\($0 + 1).example.org -all\"" })
  ]

  private static let crowds: [NastyZone] = [
    NastyZone("three hundred exchanges", lines(300) { "@ MX \($0) mx\($0)\nmx\($0) A 192.0.2.1" }),
    NastyZone("three hundred name servers", lines(300) { "@ NS ns\($0)\nns\($0) A 192.0.2.1" }),
    NastyZone(
      "three hundred policies", lines(300) { "_dmarc TXT \"v=DMARC1; p=none; rua=mailto:d\($0)@example.org\"" }),
    NastyZone("three hundred texts", lines(300) { "@ TXT \"v=spf1 include:s\($0).example.org -all\"" })
  ]

  private static let giants: [NastyZone] = [
    NastyZone("a record of 60,000 octets", "@ TXT \"v=spf1 \"" + String(repeating: " \"ip4:192.0.2.1 \"", count: 4000)),
    NastyZone(
      "a policy of 60,000 octets", "_dmarc TXT \"v=DMARC1; p=none;\"" + String(repeating: " \" a=b;\"", count: 10000))
  ]

  /// Forty records that include ten others each.
  private static var wideTree: String {
    lines(40) { row in
      var record = row == 40 ? "@ TXT \"v=spf1" : "s\(row) TXT \"v=spf1"
      for step in 1...10 { record += " include:s\(1 + (row * 10 + step) % 39).example.org" }
      return record + "\""
    }
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    var text = ""
    for number in 1...count { text += line(number) + "\n" }
    return text
  }
}
