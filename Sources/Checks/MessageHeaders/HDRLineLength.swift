import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrLineLength = MessageCheck(
    CheckDescription(
      id: "HDR-LINE-LENGTH",
      area: .messageHeaders,
      title: "Lines have at most 998 octets and end in CRLF",
      severity: .high,
      severityReason: "servers cut or refuse what breaks these rules, and signatures break with it",
      appliesWhen: "always",
      rule: """
        Fail if a line has more than 998 octets, if a CR stands without LF, or if some lines end in CRLF and others in \
        LF alone. Fields that the receiver added are not counted. A file in which all lines end in LF was converted by who stored it, and is taken as it is. Info if a \
        line of a field that the sender wrote has more than 78 octets, apart from signatures and identifiers.
        """,
      whyItMatters: """
        Relays break long lines, and DKIM fails. Exchange refuses bare LF (550 5.6.11), others too since SMTP smuggling \
        became known.
        """,
      remedy: "Let a mail library encode the text as quoted-printable or base64, and write CRLF at every line end.",
      standards: ["RFC 5321 §4.5.3.1.6", "RFC 5322 §2.1.1", "RFC 5322 §2.3", "RFC 6376 §5.3"]
    ),
    examples: [
      MessageExample(.pass, "short lines", message: MessageExample.plain),
      MessageExample(.fail, "a long line", message: "Subject: a\n\n" + String(repeating: "long ", count: 300) + "\n"),
      MessageExample(
        .pass, "a long line of the receiver's",
        message: "X-Report: " + String(repeating: "x", count: 1200) + "\n" + MessageExample.received),
      MessageExample(
        .fail, "a long line of the sender's",
        message: MessageExample.received.replacing(
          "Subject: ", with: "X-A: \(String(repeating: "x", count: 1200))\nSubject: ")
      ),
      MessageExample(.fail, "a bare line feed", message: "Subject: a\r\n\r\none\ntwo\r\n", stage: .asWritten),
      MessageExample(.fail, "a bare carriage return", message: "Subject: a\r\n\r\none\rtwo\r\n", stage: .asWritten),
      MessageExample(
        .info, "a field of one long line", message: "Subject: " + String(repeating: "long ", count: 30) + "\n\na\n")
    ]
  ) { survey in
    let sections = [(survey.body.headerLines, "header"), (survey.body.lines, "body")]
    var findings = sections.flatMap { LineJudge(lines: $0, section: $1, survey: survey).findings }
    let crlf = sections.reduce(0) { $0 + $1.0.crlf.count }
    let bare = sections.lazy.compactMap { $0.0.bareLF.first }.first
    if crlf > 0, let bare {
      let count = sections.reduce(0) { $0 + $1.0.bareLF.count }
      findings.append(
        Finding(
          .fail, "\(count) of the lines end in LF alone, the others in CRLF.",
          evidence: [Evidence(source: "\(survey.name), line \(bare.line)", excerpt: "LF without CR")]))
    }
    return .findings(findings + [survey.longField].compactMap(\.self))
  }
}

/// Judges the lines of a section.
private struct LineJudge {
  let lines: LineFacts
  let section: String
  let survey: MessageSurvey

  var findings: [Finding] {
    var findings: [Finding] = []
    var long = (count: lines.overlong.count, first: lines.overlong.first?.line, longest: lines.longest)
    if section == "header" { long = survey.longLines }
    if let first = long.first {
      findings.append(
        Finding(
          .fail, subject: section,
          long.count == 1
            ? "A line of the \(section) has \(long.longest) octets; 998 are allowed."
            : "\(long.count) lines of the \(section) have more than 998 octets, the longest \(long.longest).",
          evidence: [evidence(first, "the first line of more than 998 octets")]))
    }
    if let first = lines.bareCR.first {
      findings.append(
        Finding(
          .fail, subject: section, "\(lines.bareCR.count) times CR stands in the \(section) without LF.",
          evidence: [evidence(first.line, "CR without LF at column \(first.column)")]))
    }
    return findings
  }

  private func evidence(_ line: Int, _ excerpt: String) -> Evidence {
    Evidence(source: "\(survey.name), line \(line)", excerpt: excerpt)
  }
}

extension MessageSurvey {
  /// The lines of the header that are longer than allowed, those apart that the receiver added behind the transport.
  fileprivate var longLines: (count: Int, first: Int?, longest: Int) {
    var found: (count: Int, first: Int?, longest: Int) = (0, nil, 0)
    if body.headerLines.overlong.first == nil { return found }
    for field in message.fields where origin(of: field) != .receiver {
      let lines = message.header[field.range].split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let count = line.count - (line.last == 0x0D ? 1 : 0)
        guard count > MIMELimits.lineOctets else { continue }
        found = (found.count + 1, found.first ?? field.line + index, max(found.longest, count))
      }
    }
    return found
  }

  /// The first field of the sender with a line longer than advised; signatures and trace fields are written by machines
  /// for machines, and an identifier cannot be folded.
  fileprivate var longField: Finding? {
    let field = message.fields.first { field in
      let name = message.name(of: field).lowercased()
      let isMachine = ["dkim", "arc-", "received", "authentication-results", "x-", "message-id"].contains {
        name.hasPrefix($0)
      }
      guard !isMachine, origin(of: field) == .sender else { return false }
      let lines = message.header[field.range].split(separator: 0x0A)
      return lines.contains { $0.count - ($0.last == 0x0D ? 1 : 0) > Self.advised }
    }
    guard let field else { return nil }
    return Finding(
      .info, subject: message.name(of: field), "A line of \(message.name(of: field)) has more than 78 octets; fold it.",
      evidence: [Evidence(field, in: self)])
  }

  private static let advised = 78
}

extension MessageStage {
  /// The line ends stay as they are written.
  fileprivate static var asWritten: MessageStage {
    var stage = MessageStage()
    stage.keepsLineEnds = true
    return stage
  }
}
