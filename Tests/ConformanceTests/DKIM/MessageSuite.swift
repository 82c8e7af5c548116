import DNS
import MailAuthentication
import MailMessage

/// A suite of signed messages with the keys that they need.
struct MessageSuite: Decodable {
  let dns: SuiteZone?
  let cases: [Case]

  /// A message and what is expected of it.
  struct Case: Decodable, Sendable {
    let id: String
    let file: String
    let dns: SuiteZone?
    let expect: Words
    let rfc8301: Words?
    let signatures: [String]?
    let arc: String?
    let time: Int64?

    private enum CodingKeys: String, CodingKey {
      case id, file, dns, expect
      case rfc8301 = "expect_rfc8301"
      case signatures = "expect_signatures"
      case arc = "expect_arc"
      case time = "verify_at"
    }

    /// What a verifier has to say that obeys RFC 8301.
    var words: [String] { (rfc8301 ?? expect).all }
  }

  /// One word or several of which each is right.
  struct Words: Decodable, Sendable {
    let all: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let word = try? container.decode(String.self) {
        all = [word]
      } else {
        all = try container.decode([String].self)
      }
    }
  }

  /// The suite of a folder.
  static func read(_ folder: String, file: String = "cases.json") throws -> MessageSuite {
    try ConformanceSuites.decode(MessageSuite.self, from: "\(folder)/\(file)")
  }

  /// The octets of a message.
  static func message(_ folder: String, _ item: Case) throws -> Message {
    Message(try ConformanceSuites.text("\(folder)/\(item.file)"))
  }

  /// What answers the questions of a case: its own zone over that of the suite.
  func resolver(_ item: Case) throws -> any Resolver {
    switch (try dns?.world(), try item.dns?.world()) {
    case (let common?, let own?): Layers(upper: own, lower: common)
    case (let common?, nil): common
    case (nil, let own?): own
    case (nil, nil): throw SuiteError(description: "\(item.id) has no zone")
    }
  }
}

/// Asks one resolver, and another for the names that it does not know.
private struct Layers: Resolver {
  let upper: any Resolver
  let lower: any Resolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let (first, second) = (await upper.answers(to: questions), await lower.answers(to: questions))
    return zip(first, second).map { $0.outcome == .nameError ? $1 : $0 }
  }
}

extension MessageSignatures {
  /// The word for the whole message: pass when one signature passes, else that of the first one, none without any.
  var word: String {
    if dkim.contains(where: { $0.result == .pass }) { return "pass" }
    return dkim.first?.result.rawValue ?? "none"
  }
}
