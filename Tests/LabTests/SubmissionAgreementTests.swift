import AuditModel
import AuditTesting
import Foundation
import Testing

/// What `mailaudit probe` sees of a server, and what swaks, `openssl s_client` and posttls-finger see of the same.
@Suite(.enabled(if: SubmissionLab.isRunning, "script/lab run starts postfix, exim and dovecot"), .takesTurns)
struct SubmissionAgreementTests {
  static let places = [
    "submit.apps.test:587", "submit.apps.test:465", "submit.apps.test:25", "expired.apps.test:587",
    "othername.apps.test:587", "exim.apps.test:587", "exim.apps.test:465", "dovecot.apps.test:587",
    "dovecot.apps.test:465"
  ]

  /// What a tool and the probe can both say.
  private struct Sight {
    var version: String?
    var cipher: String?
    var isTrusted: Bool?
    var mechanisms: [String]?
  }

  private static func probe(_ place: String) async throws -> Sight {
    let run = try await ProbeRun(place, ["--ca-file", SubmissionLab.root, "--helo", "wiki.apps.test"])
    let handshake = try #require(run.facts.results["TLS handshake"], "\(run.facts.transcript) \(run.errors)")
    let parts = handshake.split(separator: ",").map { String($0.drop { $0 == " " }) }
    let extensions = run.facts.results["EHLO inside TLS"] ?? ""
    return Sight(
      version: parts.first.map { $0.replacing("TLS ", with: "TLSv") }, cipher: parts.dropFirst().first,
      isTrusted: !handshake.contains("not trusted"),
      mechanisms: mechanisms(extensions.split(separator: ",").map(String.init)))
  }

  /// The words behind AUTH in lines of a reply to EHLO.
  private static func mechanisms(_ lines: [String]) -> [String] {
    lines.flatMap { line in
      guard let range = line.firstRange(of: "AUTH ") else { return [String]() }
      return line[range.upperBound...].split(separator: " ").map(String.init)
    }.sorted()
  }

  private static func endpoint(_ place: String) throws -> (host: String, port: String, address: String) {
    let parts = place.split(separator: ":").map(String.init)
    let addresses = [
      "submit": "130", "expired": "131", "othername": "132", "exim": "133", "dovecot": "134"
    ]
    let last = try #require(addresses[String(parts[0].prefix { $0 != "." })])
    return (parts[0], parts[1], "198.51.100.\(last)")
  }

  @Test(arguments: places)
  func openSSLAgrees(place: String) async throws {
    let (host, port, address) = try Self.endpoint(place)
    let text = try await ToolRun.output(
      "openssl",
      [
        "s_client", "-connect", "\(address):\(port)", "-servername", host, "-verify_hostname", host, "-CAfile",
        SubmissionLab.root, "-brief"
      ] + (port == "465" ? [] : ["-starttls", "smtp", "-name", "wiki.apps.test"]))
    let seen = try await Self.probe(place)
    #expect(text.contains("Protocol version: \(seen.version ?? "none")"), "\(text)")
    #expect(text.contains("Ciphersuite: \(seen.cipher ?? "none")"), "\(seen.cipher ?? "none"): \(text)")
    #expect(text.contains("Verification: OK") == seen.isTrusted, "\(text)")
  }

  @Test(.enabled(if: ToolRun.exists("swaks")), arguments: places)
  func swaksAgrees(place: String) async throws {
    let (host, port, address) = try Self.endpoint(place)
    let text = try await ToolRun.output(
      "swaks", "--server", address, "--port", port, port == "465" ? "--tls-on-connect" : "--tls", "--tls-sni", host,
      "--helo", "wiki.apps.test", "--quit-after", "EHLO")
    let seen = try await Self.probe(place)
    let lines = text.split(separator: "\n").map(String.init)
    let inTLS = lines.filter { $0.hasPrefix("<~") && $0.contains("AUTH ") }
    #expect(Self.mechanisms(inTLS) == seen.mechanisms, "\(text)")
    let started = try #require(lines.first { $0.contains("TLS started with cipher") }, "\(text)")
    #expect(started.contains("\(seen.version ?? "none"):\(seen.cipher ?? "none")"), "\(started)")
  }

  @Test(.enabled(if: ToolRun.exists("posttls-finger")), arguments: places.filter { !$0.hasSuffix(":465") })
  func posttlsFingerAgrees(place: String) async throws {
    let (host, port, address) = try Self.endpoint(place)
    let text = try await ToolRun.output(
      "posttls-finger", "-c", "-l", "secure", "-F", SubmissionLab.root, "-o", "smtp_dns_support_level=disabled",
      "[\(address)]:\(port)", host)
    let seen = try await Self.probe(place)
    let word = seen.isTrusted == true ? "Verified" : "Untrusted"
    #expect(text.contains("\(word) TLS connection established"), "\(text)")
    #expect(text.contains("\(seen.version ?? "none") with cipher \(seen.cipher ?? "none")"), "\(text)")
  }
}
