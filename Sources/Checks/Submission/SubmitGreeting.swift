import AuditModel
import SMTPSubmission
import Survey
import TLSTransport

extension SubmissionCheck {
  static let submitGreeting = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-GREETING",
      area: .smtpProbe,
      title: "The submission server greets at once",
      severity: .high,
      severityReason: "a server that does not greet takes nothing",
      appliesWhen: "a connection was made, and TLS too where it begins with the first octet",
      rule: """
        Wait for the first reply. Fail when it is not 220 or no reply of SMTP; warn for 421 (busy) and when it takes \
        more than 5 seconds; unknown when there was no connection, or nothing came in time.
        """,
      whyItMatters:
        "Applications wait as long as their time-out says, often 5 to 10 seconds, and then report that they could not connect.",
      remedy: """
        A slow greeting: the server looks up the name of your address, or makes strangers wait; give the address a PTR \
        record, or use the port for submission (587, 465) in place of 25. 554: the server does not want your address. \
        Something else than SMTP: correct the port.
        """,
      standards: ["RFC 5321 §3.1", "RFC 5321 §4.5.3.2.1"],
      causes: ["APP-TLS-PORT", "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-TLS"]
    ),
    examples: [
      SubmissionExample(.pass, "220 at once"),
      SubmissionExample(.fail, "no service", .submission { $0.greeting = ["554 5.7.1 no service for you"] }),
      SubmissionExample(.fail, "another protocol", .submission { $0.greeting = ["SSH-2.0-OpenSSH_9.2"] }),
      SubmissionExample(.warn, "busy", .submission { $0.greeting = ["421 4.3.2 too many connections"] }),
      SubmissionExample(.unknown, "silence", .submission { $0.greeting = [] }),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judge(from: .greeting) { visit in
      let session = visit.session
      guard let greeting = session.greeting else { return visit.withoutGreeting }
      if greeting.code != 220 { return visit.unwelcome(greeting, survey) }
      guard let duration = session.durations[.greeting], duration > patience else { return .pass }
      let statement = "\(visit.place) greets after \(duration.inSeconds) only."
      return .warn(statement, subject: visit.place, evidence: [visit.evidence("220 after \(duration.inSeconds)")])
    }
  }

  private static let patience = Duration.seconds(5)
}

extension SubmissionVisit {
  fileprivate var withoutGreeting: Judgement {
    guard let stop = session.stop else { return .unknown("No greeting was seen.", subject: place) }
    let verdict: Verdict = if case .malformed = stop.reason { .fail } else { .unknown }
    let statement = "\(place) does not greet as SMTP does: \(stop.cause)."
    return .findings([Finding(verdict, subject: place, statement, evidence: [evidence])])
  }

  fileprivate func unwelcome(_ greeting: SMTPReply, _ survey: SubmissionSurvey) -> Judgement {
    .findings([
      finding(
        greeting.replyClass == .transient ? .warn : .fail, "\(place) does not welcome the client: \(greeting).",
        on: greeting, at: .greeting, of: survey, evidence: evidence)
    ])
  }
}
