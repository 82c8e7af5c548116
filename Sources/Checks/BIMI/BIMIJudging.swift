import AuditModel
import DNS
import HTTPS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Judges the assertion record that readers take: not applicable without a valid one.
  func judgeBIMIRecord(_ judge: (BIMIRecord, Parsed<BIMIRecord>) -> Judgement) -> Judgement {
    let selection = bimi.selection
    switch selection.outcome {
    case .failure: return .unread(selection.answer) ?? .pass
    case .record(let parsed):
      guard parsed.isSound, let record = parsed.value else { return .notApplicable("the record of BIMI is void") }
      return judge(record, parsed)
    case .several, .nearMiss, .absent: return .notApplicable("\(domain) has no single record of BIMI")
    }
  }

  /// Judges a file that the record points at. A redirect leads to where nothing is fetched.
  func judgeBIMIFile(_ file: HTTPSFile, _ what: String, _ judge: ([UInt8]) -> Judgement) -> Judgement {
    let (subject, evidence) = (file.answer.url.description, file.evidence)
    if let unseen = file.unseen(what) { return .findings([unseen]) }
    if let failure = file.answer.failure {
      return .fail("\(what) cannot be fetched: \(failure).", subject: subject, evidence: evidence)
    }
    guard let response = file.answer.response else { return .pass }
    switch response.status {
    case 200: break
    case 300...399, 403, 429, 500...599:
      return .unknown(
        "\(what) could not be looked at: the server answers with status \(response.status).", subject: subject,
        evidence: evidence, remedy: "Let the record name a URL that gives the file to everybody, without a redirect.")
    default:
      return .fail(
        "\(what) is not there: the server answers with status \(response.status).", subject: subject, evidence: evidence
      )
    }
    guard let content = file.content else {
      return .fail("\(what) has more than \(response.body.count) octets.", subject: subject, evidence: evidence)
    }
    return judge(content)
  }
}

extension CheckStage {
  /// The head of a logo's response.
  static let logoHead = "HTTP/1.1 200 OK\nContent-Type: image/svg+xml\n\n"

  /// A logo at the URL that examples name.
  static func logo(_ svg: String) -> CheckStage { .page("https://example.org/l.svg", StagedPage(logoHead + svg)) }

  /// A logo that keeps to the profile, with `content` in it.
  static func logo(content: String, attributes: String = "") -> CheckStage {
    .logo(
      """
      <svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 9 9"\(attributes)>
      <title>Example</title>
      \(content)
      </svg>
      """)
  }
}
