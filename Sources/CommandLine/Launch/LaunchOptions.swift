import ArgumentParser
import Audit
import AuditModel
import DNS
import HTTPS
import HostFiles
import LDNSKit
import MailAuthentication
import OpenSSLKit
import ProcessKit
import Survey

/// What the owner has in hand before anything is published.
struct LaunchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Your answers to what nobody can see from outside, as YAML (--print-answers prints an empty one).",
      valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "The policy of MTA-STS as its web server will have it: it is judged in place of the one that is there.",
      valueName: "file"))
  var mtaStsPolicy: String?

  @Option(
    name: .customLong("dkim-key"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      A private key in PEM that will sign with this selector (repeatable): whether it fits the record. Only its public \
      half is kept.
      """, valueName: "selector:file"))
  var keys: [KeyArgument] = []

  /// The selectors of the key files.
  var selectors: [String] { keys.map(\.selector) }

  /// The answers; all open when no file is given.
  func sheet() throws(ErrorLine) -> AnswerSheet {
    guard let answers else { return try AnswerSheet([], file: "") }
    return try AnswerSheet(Self.octets(of: answers), file: answers)
  }

  /// `https` in front of which the policy file answers, if there is one.
  func equip(_ https: any HTTPSFetcher, for domain: DomainName) throws(ErrorLine) -> any HTTPSFetcher {
    guard let mtaStsPolicy, let url = MTASTSSurvey.policyURL(of: domain) else { return https }
    return PlannedPolicy(url: url, octets: try Self.octets(of: mtaStsPolicy), beyond: https)
  }

  /// The key files against what `resolver` has for them; nil without any.
  func signer(of domain: DomainName, using resolver: any Resolver) async throws(ErrorLine) -> DKIMSignerSurvey? {
    if keys.isEmpty { return nil }
    let read = keys.map { key in
      (
        setting: DKIMSignerKey(
          domain: LocatedText(domain.description, file: key.file, line: 1), selector: key.selector,
          keyPath: key.file),
        publicKey: key.publicKey
      )
    }
    return await DKIMSignerSurvey.gather("The signer", keys: read, using: resolver)
  }

  static func octets(of file: String) throws(ErrorLine) -> [UInt8] {
    do throws(ZoneFileError) { return try Console.current.files.octets(of: file, within: nil) } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
  }
}

/// A selector and the file of its private key, such as `s1:s1.pem`.
struct KeyArgument: ExpressibleByArgument, Sendable {
  let selector: String
  let file: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let selector = try? SelectorArgument.parse(String(parts[0])) else {
      return nil
    }
    (self.selector, file) = (selector, String(parts[1]))
  }

  /// The public half of the key; the octets of the private one are gone when this returns.
  fileprivate var publicKey: Sight<PublicKey> {
    do throws(FileError) {
      let octets = try RegularFile(path: Console.current.place(file)).read(0..<Self.octets)
      return DKIMSignerSurvey.publicKey(in: octets)
    } catch {
      return error.isAbsent ? .absent : .unseen(error.description)
    }
  }

  /// A key of RSA with 16,384 bits takes 13 KiB in PEM.
  private static let octets = 65_536
}

/// Answers for the policy of MTA-STS with a file that is not on its server yet (RFC 8461 §3.3), and has everything else
/// fetched.
struct PlannedPolicy: HTTPSFetcher {
  let url: HTTPSURL
  let octets: [UInt8]
  let beyond: any HTTPSFetcher

  func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    guard request.url == url else { return await beyond.fetch(request, addresses: addresses) }
    let body = Array(octets.prefix(request.bodyLimit))
    return HTTPSAnswer(
      url: url,
      outcome: .response(
        HTTPSResponse(
          status: 200, fields: [.init("Content-Type", "text/plain")], body: body, isTruncated: body.count < octets.count
        )))
  }
}
