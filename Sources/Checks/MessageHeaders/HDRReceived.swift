import AuditModel
import DNS
import MailMessage
import Survey

extension MessageCheck {
  static let hdrReceived = MessageCheck(
    CheckDescription(
      id: "HDR-RECEIVED",
      area: .messageHeaders,
      title: "The way of the message reveals no problem",
      severity: .low,
      severityReason: "it helps to find a cause, and rarely is one",
      appliesWhen: "the message has Received, or the field of a service that carried it",
      rule: """
        Fail for more than fifty hops, or if one host took the message from the same other one three times. Warn for more than twenty hops, \
        for a hop that took more than five minutes, for a greeting with localhost, a bare address or a name of private \
        use from an address outside, and for a private address or the address of a user in the first hop. Info for \
        clocks that differ by more than a minute, for the field of a service that carried the message, and with the way \
        as a list. Unknown if no field can be read.
        """,
      whyItMatters: """
        Gmail answers 554 5.4.6 at fifty hops. Delays show greylisting and full queues. What the first hop tells of the \
        inside of a network, every recipient can read.
        """,
      remedy: """
        Shorten the way, set the clocks (NTP) and the name in HELO (Postfix: myhostname), and let the submission server \
        drop the first hop (Postfix: smtp_header_checks, or received_header of the submission service). A relay of others \
        writes down who hands it mail, and SMTP has no way to ask it not to: use its HTTP API, or a relay of your own in \
        front. The hop of the receiver stays in any case; localhost in a hop is the name in EHLO, which you can set.
        """,
      standards: ["RFC 5321 §4.4", "RFC 5321 §6.3", "RFC 5321 §7.6", "Google, Gmail SMTP errors and codes §5.4.6"]
    ),
    examples: [
      MessageExample(.pass, "one hop", message: MessageExample.received),
      MessageExample(
        .info, "two hops",
        message: MessageExample.way([
          ("mail.example.org", "192.0.2.25", "mx.example.net", "12:00:01"),
          ("app.example.org", "192.0.2.7", "mail.example.org", "12:00:00")
        ])),
      MessageExample(
        .info, "a service carried it", message: "X-Mailgun-Sid: WyIxMjM0NSIsICJhIl0=\n" + MessageExample.received),
      MessageExample(
        .warn, "twenty minutes",
        message: MessageExample.way([
          ("mail.example.org", "192.0.2.25", "mx.example.net", "12:20:00"),
          ("app.example.org", "192.0.2.7", "mail.example.org", "12:00:00")
        ])),
      MessageExample(
        .warn, "a private address in the first hop",
        message: MessageExample.way([
          ("mail.example.org", "192.0.2.25", "mx.example.net", "12:00:01"),
          ("app", "10.1.2.3", "mail.example.org", "12:00:00")
        ])),
      MessageExample(
        .warn, "HELO localhost",
        message: MessageExample.way([("localhost", "192.0.2.25", "mx.example.net", "12:00:01")])),
      MessageExample(
        .fail, "a loop",
        message: MessageExample.way(
          (0..<6).map { number in
            (
              "b.example.net", "192.0.2.\(number)", number.isMultiple(of: 2) ? "a.example.net" : "b.example.net",
              "12:00:0\(9 - number)"
            )
          })),
      MessageExample(.unknown, "what nobody can read", message: "Received: unreadable\n" + MessageExample.plain)
    ]
  ) { survey in
    guard !survey.trace.hops.isEmpty else {
      let carriers = survey.carriers
      return carriers.isEmpty ? .notApplicable("the message has no Received") : .findings(carriers)
    }
    if survey.trace.hops.allSatisfy({ $0.value == nil }) {
      return .unknown(
        "No Received field can be read.", subject: "Received",
        evidence: survey.trace.hops.prefix(2).map { Evidence($0.field, in: survey) })
    }
    return .findings(WayJudge(survey: survey, timeline: survey.trace.timeline).findings)
  }
}

extension MessageExample {
  /// ``plain`` behind some hops, the newest first: name, address, host, time of the day.
  fileprivate static func way(_ hops: [(from: String, address: String, by: String, time: String)]) -> String {
    let fields = hops.map { hop in
      "Received: from \(hop.from) (\(hop.from) [\(hop.address)]) by \(hop.by) with ESMTPS id 1; "
        + "Wed, 25 Nov 2026 \(hop.time) +0000\n"
    }
    return fields.joined() + plain
  }
}

/// Judges the way of a message.
private struct WayJudge {
  let survey: MessageSurvey
  let timeline: MessageTimeline

  var findings: [Finding] {
    [count, loop].compactMap(\.self) + delays + greetings + firstHop + survey.carriers + [summary].compactMap(\.self)
  }

  private func evidence(_ hop: Int) -> Evidence { Evidence(survey.trace.hops[hop].field, in: survey) }

  private var count: Finding? {
    let count = survey.message.fields("Received").count
    guard count > Self.manyHops else { return nil }
    return Finding(
      count > Self.mostHops ? .fail : .warn, subject: "Received", "The message passed \(count) hops.",
      evidence: [Evidence(way: timeline, of: survey)])
  }

  /// A host that hands mail on to itself, as filters on the same machine do, names itself twice. One that took the
  /// message from the same host three times, with others between, is in a loop; forwarding comes from different ones.
  private var loop: Finding? {
    let ways = survey.trace.hops.compactMap { hop -> Way? in
      guard let by = hop.value?.by?.lowercased(), hop.value?.from?.address?.specialPurpose != .loopback else {
        return nil
      }
      return Way(from: (hop.value?.from?.heloName ?? hop.value?.from?.reverseName ?? "").lowercased(), by: by)
    }
    var visits: [Way: Int] = [:]
    for (index, way) in ways.enumerated() where !way.from.isEmpty && (index == 0 || ways[index - 1].by != way.by) {
      visits[way, default: 0] += 1
    }
    guard let host = visits.filter({ $0.value >= Self.loop }).keys.map(\.by).min() else { return nil }
    let count = visits.filter { $0.key.by == host }.values.max() ?? 0
    return Finding(
      .fail, subject: host, "\(host) took the message \(count) times from the same host: mail goes round in a loop.",
      evidence: [Evidence(way: timeline, of: survey)])
  }

  /// From which host to which one.
  private struct Way: Hashable {
    let from: String
    let by: String
  }

  private var delays: [Finding] {
    timeline.steps.compactMap { step in
      guard let delay = step.delay else { return nil }
      if delay > Self.slow {
        return Finding(
          .warn, subject: step.by ?? "", "The way to \(step.by ?? "the next host") took \(TimeWords.duration(delay)).",
          evidence: [evidence(step.hop)] + previous(step.hop))
      }
      guard delay < -Self.skew else { return nil }
      return Finding(
        .info, subject: step.by ?? "",
        "The clock of \(step.by ?? "one host") is \(TimeWords.duration(-delay)) behind that of the host before.",
        evidence: [evidence(step.hop)] + previous(step.hop))
    }
  }

  private func previous(_ hop: Int) -> [Evidence] { hop + 1 < survey.trace.hops.count ? [evidence(hop + 1)] : [] }

  /// What hosts outside greeted with. Who greets a host of its own network may call itself as it likes.
  private var greetings: [Finding] {
    survey.trace.hops.enumerated().compactMap { index, hop in
      guard let sender = hop.value?.from, let name = sender.heloName, let address = sender.address,
        address.specialPurpose == nil || address.specialPurpose == .documentation,
        let host = IdentifierHost(name, list: survey.options.publicSuffixList)
      else { return nil }
      switch host {
      case .special(let name, let suffix):
        return Finding(
          .warn, subject: "\(address)", "\(address) greeted with \(name), a name of private use (\(suffix)).",
          evidence: [evidence(index)] + (suffix == "localhost" ? FilterRules.localhostHelo.evidence : []))
      case .bareAddress:
        return Finding(
          .warn, subject: "\(address)", "\(address) greeted with a bare address.",
          evidence: [evidence(index)] + FilterRules.numericHelo.evidence)
      default: return nil
      }
    }
  }

  /// What the first hop tells of the inside. A link-local address, which Exchange writes, leads nowhere.
  private var firstHop: [Finding] {
    guard survey.trace.hops.count > 1, let hop = survey.trace.hops.last, let address = hop.value?.from?.address,
      let purpose = address.specialPurpose, [.privateUse, .sharedSpace].contains(purpose)
    else { return [] }
    return [
      Finding(
        .warn, subject: "\(address)", "The first hop shows the \(purpose.rawValue) address \(address).",
        evidence: [Evidence(hop.field, in: survey)])
    ]
  }

  /// One hop has nothing to tell.
  private var summary: Finding? {
    guard timeline.steps.count > 1 else { return nil }
    let duration = timeline.duration.map { " in \(TimeWords.duration(max(0, $0)))" } ?? ""
    return Finding(
      .info, subject: "Received", "The message passed \(timeline.steps.count) hops\(duration).",
      evidence: [Evidence(way: timeline, of: survey)])
  }

  /// Twice the same way can be a filter on the way.
  private static let loop = 3
  /// Gmail refuses mail with more.
  private static let mostHops = 50
  private static let manyHops = 20
  /// A hop that greylists or queues takes longer.
  private static let slow = 300
  /// Clocks that are set by NTP differ by less.
  private static let skew = 60
}

extension Evidence {
  /// The way of a message, the first hop first, on one line.
  fileprivate init(way timeline: MessageTimeline, of survey: MessageSurvey) {
    let steps = timeline.steps.prefix(60).map { step in
      let delay = step.delay.map { "+\($0) s " } ?? ""
      let tls = step.isEncrypted.map { $0 ? " \(step.tlsVersion ?? "TLS")" : " without TLS" } ?? ""
      return "\(delay)\(step.from ?? "?") → \(step.by ?? "?")\(tls)"
    }
    self.init(source: "\(survey.name), Received", excerpt: steps.joined(separator: "; "))
  }
}
