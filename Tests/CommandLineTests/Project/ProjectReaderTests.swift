import AuditModel
import DNS
import Foundation
import Testing

@testable import CommandLine

/// Project files: what they say, and every fault with its place and what to write instead.
@Suite struct ProjectReaderTests {
  private static func read(_ text: String) -> ProjectReader {
    ProjectReader(Array(text.utf8), file: "conf/mailaudit.yaml")
  }

  @Test func theExampleIsGood() {
    let reader = Self.read(ProjectExample.text)
    #expect(reader.text.faults == [])
    #expect(reader.project.domains.map(\.name.description) == ["example.org", "example.net"])
    #expect(reader.project.acceptances.map(\.domain) == ["example.org"])
  }

  /// What the example shows behind a number sign is good too: each block for itself.
  @Test(arguments: ["expect", "profiles", "outputs", "own-profiles", "mail", "dns", "registered"])
  func theExampleIsGoodWithoutItsSigns(key: String) throws {
    let lines = ProjectExample.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("# \(key):") })
    let block = lines[start...].prefix { $0.hasPrefix("# \(key):") || $0.hasPrefix("#   ") }.map { $0.dropFirst(2) }
    let own = key == "profiles" ? "\nown-profiles: {house: {required: [SPF-PRESENT]}}\n" : "\n"
    let faults = Self.read("domains: [example.org]\n" + block.joined(separator: "\n") + own).text.faults
    #expect(faults.filter { !$0.cause.contains("No such file") } == [], "\(block)")
  }

  @Test func whatIsToldIsRead() throws {
    let project = Self.read(
      """
      selectors: [s1]
      senders: {ip: 192.0.2.1, helo: mail.example.org, mail-from: b@example.org}
      profiles: [bod-18-01, house]
      probe: {mx: yes, recipients: yes, blocklists: [bl.example.net]}
      domains:
        - Example.ORG
        - {name: example.net, parked: yes, selectors: [s2, s3], goal: protect, probe: {blocklists: yes}}
      own-profiles:
        house: {required: [spf-present], severities: {DMARC-RUA: low}}
      fail-on: critical
      history: history.db
      outputs: [html:report.html, "prometheus:/var/m.prom"]
      dns: {resolvers: [127.0.0.1], dnssec: "off"}
      watch: {runs: 2, deadlines: 30d}
      mail: {to: [a@example.org, b@example.net], from: m@example.org, server: "ssl://smtp.example.org"}
      accepted:
        - {check: dmarc-rua, owner: Ann, reason: later, until: 2027-01-31, subject: x, unseen: yes}
      """
    ).project
    let (first, second) = (project.domains[0], project.domains[1])
    #expect(first.name == "example.org" && first.facts.selectors == ["s1"] && first.facts.probesMX)
    #expect(first.facts.profiles == [.bod1801] && first.facts.ownProfiles == ["house"])
    #expect(first.facts.blockLists == ["bl.example.net"] && first.facts.addresses == ["192.0.2.1"])
    #expect(second.facts.isParked && second.facts.selectors == ["s2", "s3"] && second.facts.goal == .protect)
    #expect(project.history == "conf/history.db")
    #expect(project.outputs.map(\.file) == ["conf/report.html", "/var/m.prom"])
    #expect(project.watch.runs == 2 && project.watch.days == 30 && project.dnssec == .off)
    #expect(project.mail?.recipients == ["a@example.org", "b@example.net"])
    #expect(project.ownProfiles.first?.rules.required == ["SPF-PRESENT"])
    #expect(project.ownProfiles.first?.severities == ["DMARC-RUA": .low])
    let acceptance = try #require(project.acceptances.first)
    #expect(acceptance.check == "DMARC-RUA" && acceptance.isAboutUnseen && acceptance.place?.line == 17)
    #expect(Timestamp.rfc3339(acceptance.end) == "2027-02-01T00:00:00Z")
  }

  static let faults: [(String, String)] = [
    ("", "1:1: the file says nothing: write at least \"domains:\" and a list of domains"),
    ("selectors: [s1]\n", "1:1: names no domain: write \"domains:\" and a list of domains"),
    ("domains: [example.org]\nselectos: s1\n", "2:1: \"selectos\" is no key of a project: did you mean \"selectors\"?"),
    ("domains:\n  - example.org\n  - nodot\n", "3:5: \"nodot\" is no domain: it has no dot"),
    ("domains:\n  - parked: yes\n", "2:5: a domain needs its name: write \"name: example.org\""),
    ("domains: [example.org, EXAMPLE.org]\n", "1:24: example.org stands twice: join both"),
    ("domains: [example.org]\nparked: maybe\n", "2:9: \"maybe\" is neither yes nor no"),
    ("domains: [example.org]\ngoal: sent\n", "2:7: \"sent\" is not known here: did you mean \"send\"?"),
    (
      "domains: [example.org]\nsenders: [192.0.2.1]\n",
      "2:10: senders is a list of names with values: write \"name: value\", one a line"
    ),
    ("domains: [example.org]\nsenders: {ip: 192.0.2.300}\n", "2:15: \"192.0.2.300\" is no IPv4 or IPv6 address"),
    ("domains: [example.org]\nselectors: {a: b}\n", "2:12: a single value is wanted here, not a list"),
    (
      "domains: [example.org]\nexpires: 2027-02-30\n",
      "2:10: \"2027-02-30\" is no day of the calendar: write YYYY-MM-DD, such as 2027-03-31"
    ),
    (
      "domains: [example.org]\nexpires: ä\nexpires: 2027-02-01\n",
      "2:10: \"ä\" is no day of the calendar: write YYYY-MM-DD, such as 2027-03-31"
    ),
    (
      "domains: [example.org]\nprofiles: [gmail-bulck]\n",
      "2:12: \"gmail-bulck\" is not known here: did you mean \"gmail-bulk\"?"
    ),
    (
      "domains: [example.org]\nmessage: nowhere.eml\n",
      "2:10: nowhere.eml: No such file or directory (places count from the folder of this file)"
    ),
    (
      "domains: [example.org]\noutputs: [pdf:x]\n",
      "2:11: \"pdf:x\" is no output: write FORM:FILE, such as html:report.html (forms: text, json, html, markdown, sarif, junit, csv, nagios, prometheus)"
    ),
    (
      "domains: [example.org]\nlogin: {password: hunter2}\n",
      "2:9: a password never stands in this file: write \"password-file: FILE\" or \"password-env: NAME\""
    ),
    (
      "domains: [example.org]\nmail: {to: a@example.org, from: x, server: smtp.example.org}\n",
      "2:33: \"x\" is no address: write local-part@domain"
    ),
    (
      "domains: [example.org]\nmail: {to: a@example.org, from: b@example.org}\n",
      "2:1: mail needs \"server\": the submission server, such as smtp.example.org:587"
    ),
    (
      "domains: [example.org]\nmail: {to: a@example.org, from: b@example.org, server: s.example.org, user: u}\n",
      "2:1: mail has a user and no password: write \"password-file: FILE\" or \"password-env: NAME\""
    ),
    (
      "domains: [example.org]\naccepted: [{check: SPF-ALL, owner: A, reason: r, until: 2027-01-01}]\n",
      "2:20: no check is called \"SPF-ALL\": did you mean SPF-ALL-PASS or SPF-ALL-MISSING?"
    ),
    (
      "domains: [example.org]\naccepted:\n  - check: SPF-PRESENT\n    owner: A\n    reason: r\n",
      "3:5: an accepted finding needs \"until\": its last day, such as 2027-03-31"
    ),
    (
      "domains: [example.org]\nown-profiles: {bod-18-01: {required: [SPF-PRESENT]}}\n",
      "2:16: \"bod-18-01\" is a profile of mailaudit: choose another name"
    ),
    ("domains: [example.org]\nwatch: {runs: 0}\n", "2:15: \"0\" is no number from 1 to 30"),
    ("domains: [example.org]\nanswers: {policy: {tighten: perhaps}}\n", "2:10: \"perhaps\" is neither yes nor no"),
    ("domains: [example.org]\ndomains: [example.net]\n", "2:1: \"domains\" stands twice: join both"),
    ("domains: [example.org\n", "1:10: a list in brackets that begins here does not end"),
    ("domains: &a [*a]\n", "1:14: a domain is a list of names with values: write \"name: value\", one a line")
  ]

  @Test(arguments: faults)
  func faultsHaveTheirPlace(text: String, expected: String) {
    #expect(Self.read(text).text.faults.first?.description == "conf/mailaudit.yaml:" + expected)
  }

  @Test func allFaultsAreFound() {
    let reader = Self.read("domains: [a b]\nfail-on: never\nwatch: {run: 3}\n")
    #expect(reader.text.faults.map { $0.place.suffix(4) }.count == 3)
  }

  @Test func aSecretIsNeverShown() {
    let faults = Self.read("domains: [example.org]\nlogin: {password: hunter2}\nmail: {password: hunter2}\n").text
      .faults
    #expect(!faults.contains { $0.description.contains("hunter2") })
  }
}
