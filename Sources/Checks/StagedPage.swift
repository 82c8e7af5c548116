public import HTTPS

/// What a web server of an example answers.
public struct StagedPage: Sendable {
  /// What comes back.
  public let content: Content
  /// The certificate of the server, and what is wrong with it.
  public let certificate: Certificate

  /// What comes back from a request.
  public enum Content: Sendable {
    /// A response as text: status line, fields, an empty line, content. Lines end in LF.
    case response(String)
    /// No response.
    case failure(HTTPSFailure)
  }

  /// The days of a certificate's life, seen from ``StagedPage/now``.
  public struct Certificate: Sendable {
    /// How many days are left; negative for one that has expired.
    public let daysLeft: Int
    /// How many days its life has.
    public let lifetime: Int
  }

  /// The time in examples that depend on one: 2026-11-21.
  public static let now = 1_795_219_200

  /// A response behind a good certificate.
  public init(_ response: String, daysLeft: Int = 60, of lifetime: Int = 90) {
    content = .response(response)
    certificate = Certificate(daysLeft: daysLeft, lifetime: lifetime)
  }

  /// A failure.
  public init(failing failure: HTTPSFailure, daysLeft: Int = 60, of lifetime: Int = 90) {
    content = .failure(failure)
    certificate = Certificate(daysLeft: daysLeft, lifetime: lifetime)
  }
}

extension CheckStage {
  /// A web server with one page.
  static func page(_ url: String, _ page: StagedPage) -> CheckStage {
    var stage = CheckStage()
    stage.https = [url: page]
    return stage
  }

  /// The policy server of `example.org` with a page of its own.
  static func policy(_ page: StagedPage) -> CheckStage {
    .page("https://mta-sts.example.org/.well-known/mta-sts.txt", page)
  }

  /// The policy server of `example.org` with a policy of these lines, as it ought to be served.
  static func policy(lines: String) -> CheckStage {
    .policy(StagedPage("HTTP/1.1 200 OK\nContent-Type: text/plain\n\n" + lines))
  }

  /// A valid policy with one mode and one pattern.
  static func policy(mode: String = "enforce", mx: String = "mail.example.org", maxAge: Int = 1_209_600) -> CheckStage {
    .policy(lines: "version: STSv1\nmode: \(mode)\nmx: \(mx)\nmax_age: \(maxAge)\n")
  }
}
