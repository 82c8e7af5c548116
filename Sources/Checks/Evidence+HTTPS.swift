import AuditModel
import DNS
import HTTPS
import Survey
import Syntax

extension Evidence {
  /// What came of a request, in one line.
  init(_ answer: HTTPSAnswer) {
    self.init(source: answer.url.description, excerpt: answer.excerpt, server: answer.address?.description)
  }

  /// The line of a file that a fault lies in.
  init(text: [UInt8], at range: Range<Int>, of answer: HTTPSAnswer) {
    // A fault of the whole file stands behind its end: the last line is shown.
    let line = TextPosition.line(around: range.lowerBound, in: text)
    let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(range.upperBound, start), line.upperBound)
    let number = TextPosition(range.lowerBound, in: text).line
    self.init(
      source: "\(answer.url):\(number)", excerpt: String(decoding: text[line], as: UTF8.self),
      highlight: start < end ? (start - line.lowerBound)..<(end - line.lowerBound) : nil,
      server: answer.address?.description)
  }
}

extension HTTPSAnswer {
  /// The answer for people.
  var excerpt: String {
    switch outcome {
    case .failure(let failure): return failure.description
    case .response(let response):
      let location = response["location"].map { ", Location: \($0.prefix(200))" } ?? ""
      let type = response["content-type"].map { ", Content-Type: \($0.prefix(200))" } ?? ""
      return "HTTP status \(response.status)\(location)\(type), \(response.body.count) octets"
    }
  }
}

extension HTTPSFile {
  /// The answers for the addresses, and what came of the request, as evidence.
  var evidence: [Evidence] {
    let missing = answer.failure == .noAddress ? addresses : addresses.filter { $0.failure != nil }
    return missing.map { Evidence($0) } + (answer.failure == .noAddress ? [] : [Evidence(answer)])
  }

  /// What nobody could see, as a finding; nil when the server answered or failed itself.
  func unseen(_ what: String) -> Finding? {
    guard let failure = answer.failure, !failure.isDefinite else { return nil }
    return Finding(
      .unknown, subject: answer.url.description, "\(what) could not be looked at: \(failure).", evidence: evidence,
      remedy: failure.remedy)
  }
}

extension HTTPSFailure {
  /// What would make visible what was not; nil when there is nothing to say.
  fileprivate var remedy: String? {
    switch self {
    case .notAsked, .noPublicAddress: nil
    case .unresolved: "Look again when the name can be looked up."
    case .unreachable, .refused, .closed:
      "Look again from a machine that can reach port 443 of this host, or find out why nobody can."
    case .timeout: "Look again, with more time (--timeout)."
    case .noAddress, .untrusted, .handshake, .malformed: nil
    }
  }
}
