import MailAuthentication
import DNS
import MailAuthentication
import MailMessage
import Survey
import Testing

/// A row of `authentication.txt`.
struct JudgedMessage: Sendable, CustomTestStringConvertible {
  let name: String
  let client: String
  let helo: String
  let mailFrom: String
  let answer: String

  var testDescription: String { name }

  static let all = MessageLab.rows("authentication.txt").compactMap { columns in
    columns.count == 7
      ? JudgedMessage(
        name: columns[0], client: columns[1], helo: columns[2], mailFrom: columns[3] == "-" ? "" : columns[3],
        answer: columns[6]) : nil
  }
}

/// What mailaudit predicts of the Authentication-Results of opendkim and opendmarc, by RFC 7208, 6376 and 7489.
@Suite(MessageLab.isRunning, MessageLab.takesTurns) struct JudgedMessageTests {
  /// Where the servers say otherwise: their words, and why mailaudit does not follow.
  struct Deviation {
    let names: [String]
    let said: String
    let why: String
  }

  static let deviations = [
    Deviation(
      names: ["softfail"], said: "spf=fail dkim=none dmarc=fail p=reject",
      why: "opendmarc tells of softfail as fail; RFC 7208 §2.6.5 keeps them apart"),
    Deviation(
      names: ["neutral"], said: "spf=fail dkim=none dmarc=fail p=reject",
      why: "opendmarc tells of neutral as fail; RFC 7208 §2.6.2 has it treated like none"),
    Deviation(
      names: ["two SPF records"], said: "spf=fail dkim=none dmarc=fail p=reject",
      why: "opendmarc tells of permerror as fail; RFC 7208 §4.5"),
    Deviation(
      names: ["SPF cannot be asked"], said: "spf=tempfail dkim=none dmarc=fail p=reject",
      why: "opendmarc writes tempfail; the word is temperror, RFC 8601 §2.7.2"),
    Deviation(
      names: ["no key", "revoked key", "strict key, i= of a subdomain"], said: "spf=fail dkim=fail dmarc=fail p=reject",
      why: "opendkim tells of unusable keys as fail; RFC 6376 §6.1.2 and RFC 8601 §2.7.1 have permerror"),
    Deviation(
      names: ["rsa-sha1"], said: "spf=fail dkim=pass dmarc=pass",
      why: "opendkim 2.11 still believes rsa-sha1; RFC 8301 §3.1 forbids it"),
    Deviation(
      names: ["strict, SPF of a subdomain"], said: "spf=pass dkim=none dmarc=pass",
      why: "opendmarc 1.4 with a list of suffixes takes strict alignment as relaxed; RFC 7489 §3.1.2"),
    Deviation(
      names: ["strict, DKIM of a subdomain"], said: "spf=fail dkim=pass dmarc=pass",
      why: "opendmarc 1.4 with a list of suffixes takes strict alignment as relaxed; RFC 7489 §3.1.1"),
    Deviation(
      names: ["DMARC without p", "DMARC with a faulty p, reports wanted"], said: "spf=fail dkim=none dmarc=permerror",
      why: "opendmarc gives up on the record; RFC 7489 §6.6.3 has none, or p=none where reports are wanted")
  ]

  @Test(arguments: JudgedMessage.all)
  func predicts(row: JudgedMessage) async throws {
    let message = try await MessageLab.message(row.name, in: "judged")
    let predicted = try await prediction(of: message, row)
    #expect("\(predicted)" == row.answer)
    let said = MessageAnswer(of: message)
    if row.name == "several DMARC records" {
      // opendmarc takes whichever record comes first; RFC 7489 §6.6.3 has none of them count.
      #expect(said.dmarc == "fail")
      return
    }
    let deviation = Self.deviations.first { $0.names.contains(row.name) }
    #expect("\(said)" == deviation?.said ?? row.answer, "\(deviation?.why ?? "")")
  }

  @Test func manyAndNoneUnlisted() {
    #expect(JudgedMessage.all.count >= 50)
    let names = JudgedMessage.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(Self.deviations.flatMap(\.names)).isSubset(of: names))
  }

  /// What `mailaudit message --ip --helo --mail-from` finds.
  private func prediction(of message: Message, _ row: JudgedMessage) async throws -> MessageAnswer {
    var options = MessageOptions()
    options.clientAddress = IPAddress(row.client)
    options.heloName = DomainName(row.helo)
    options.mailFrom = row.mailFrom
    options.time = Int(MessageLab.now)
    let survey = try await MessageSurvey.gather(
      message.source, named: row.name, options: options, with: Instruments(resolver: try #require(Lab.resolver)))
    let dmarc = try #require(survey.dmarc?.former)
    let policy = dmarc.result == .fail ? dmarc.policy?.policy.map { "\($0)" } : nil
    return MessageAnswer(
      spf: survey.spf?.result.rawValue ?? "", dkim: survey.dkim.map(\.result.rawValue), dmarc: dmarc.result.rawValue,
      policy: policy)
  }
}
