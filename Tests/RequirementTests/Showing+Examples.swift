import AuditModel
import AuditTesting
import Checks
import DNS
import MailMessage
import Survey
import Syntax

extension Showing {
  /// A check gives a verdict on a message; `words` stand in one of its findings.
  static func message(
    _ check: CheckID, _ verdict: Verdict, _ message: String, zone: String = "", _ words: String...
  ) -> Showing {
    Showing("\(check)") {
      guard let messageCheck = Catalogue.messageChecks.first(where: { $0.description.id == check }) else {
        return "no such check of messages"
      }
      let example = MessageExample(verdict, "requirement", message: message, zone: zone)
      let judgement = try await MessageExampleRun(messageCheck, example).judgement()
      return fault(judgement, verdict, messageCheck.description, words)
    }
  }

  /// A check gives a verdict on a submission server: `mail.example.org`, on port 587 unless `configure` says otherwise.
  static func probe(
    _ check: CheckID, _ verdict: Verdict, on servers: [UInt16: StagedMailServer] = [587: .submission()],
    zone: String = SubmissionExample.host, _ words: String..., configure: (inout SubmissionOptions) -> Void = { _ in }
  ) -> Showing {
    let example = SubmissionExample(verdict, "requirement", servers: servers, zone: zone, configure: configure)
    return Showing("\(check)") {
      guard let submissionCheck = Catalogue.submissionChecks.first(where: { $0.description.id == check }) else {
        return "no such check of submission servers"
      }
      let judgement = try await SubmissionExampleRun(submissionCheck, example).judgement()
      return fault(judgement, verdict, submissionCheck.description, words)
    }
  }

  /// A check gives a verdict on the domain `example.org` in a small world.
  static func domain(
    _ check: CheckID, _ verdict: Verdict, zone: String, _ words: String...,
    configure: (inout SurveyOptions) -> Void = { _ in }
  ) -> Showing {
    let example = CheckExample(verdict, "requirement", zone: zone, configure: configure)
    return Showing("\(check)") {
      guard let domainCheck = Catalogue.domainChecks.first(where: { $0.description.id == check }) else {
        return "no such check of domains"
      }
      let judgement = try await ExampleRun(domainCheck, example).judgement()
      return fault(judgement, verdict, domainCheck.description, words)
    }
  }

  /// A check gives a verdict on a machine called `ubuntu`.
  static func machine(_ check: CheckID, _ verdict: Verdict, _ files: StagedFiles, _ words: String...) -> Showing {
    let example = HostExample(verdict, "requirement", files, name: "ubuntu")
    return Showing("\(check)") {
      guard let hostCheck = Catalogue.hostChecks.first(where: { $0.description.id == check }) else {
        return "no such check of machines"
      }
      let judgement = try await HostExampleRun(hostCheck, example).judgement()
      return fault(judgement, verdict, hostCheck.description, words)
    }
  }

  private static func fault(
    _ judgement: Judgement, _ verdict: Verdict, _ description: CheckDescription, _ words: [String]
  ) -> String? {
    guard judgement.verdict == verdict else { return "\(judgement)" }
    if words.isEmpty { return nil }
    guard case .findings(let findings) = judgement else { return "no finding has \(words)" }
    let texts = findings.map { ($0.texts + [$0.remedy == nil ? description.remedy : ""]).joined(separator: "\n") }
    return texts.contains { lacking(words, in: $0) == nil } ? nil : "no finding has \(words): \(findings)"
  }
}

extension Showing {
  /// A check of domains gives a verdict on one of its own examples.
  static func example(_ check: CheckID, _ title: String, _ verdict: Verdict, _ words: String...) -> Showing {
    Showing("\(check)") {
      let domainCheck = Catalogue.domainChecks.first { $0.description.id == check }
      guard let domainCheck, let example = domainCheck.examples.first(where: { $0.title == title }) else {
        return "no such example"
      }
      let judgement = try await ExampleRun(domainCheck, example).judgement()
      return fault(judgement, verdict, domainCheck.description, words)
    }
  }

  /// A hop is read of a Received field: the name in EHLO, the address, the moment in seconds since 1970.
  static func hop(_ field: String, greeting: String?, address: String?, at time: Int?) -> Showing {
    Showing("reader of Received") {
      let value = ReceivedField.parse(Array(field.utf8)).value
      let read = (value?.from?.heloName, value?.from?.address.map { "\($0)" }, value?.date?.secondsSince1970)
      return read == (greeting, address, time) ? nil : "\(read)"
    }
  }
}
