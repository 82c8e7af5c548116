import AuditModel
import DNS
import HTTPS
import MailAuthentication
import Survey

extension DomainCheck {
  static let bimiSVG = DomainCheck(
    CheckDescription(
      id: "BIMI-SVG",
      area: .bimi,
      title: "The logo is SVG Tiny Portable/Secure",
      severity: .medium,
      severityReason: "receivers refuse other pictures",
      appliesWhen: "a valid record of BIMI names a logo (l=)",
      rule: """
        One GET of the URL. Fail if the file is not there, is no well-formed XML without DOCTYPE, if its root is not \
        svg with version="1.2" and baseProfile="tiny-ps" and without x and y, if it has no title, or if it has scripts, \
        event attributes, raster images, animation, links, or references to anything outside of the file. Warn on more \
        than 32 KiB, on a shape that is not square, on an empty title, and on elements that SVG Tiny 1.2 does not have.
        """,
      whyItMatters: "No logo is shown.",
      remedy: "Export the logo with a program that knows SVG Tiny PS, and correct the lines named.",
      standards: [
        "draft-svg-tiny-ps-abrotman §2", "draft-brand-indicators-for-message-identification §Indicator Format"
      ],
      causes: ["BIMI-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a logo", zone: zone, stage: .logo(content: "<rect width=\"9\" height=\"9\"/>")),
      CheckExample(.fail, "a script", zone: zone, stage: .logo(content: "<script/>")),
      CheckExample(
        .fail, "a picture from elsewhere", zone: zone, stage: .logo(content: "<use href=\"https://e.example/\"/>")),
      CheckExample(.fail, "another profile", zone: zone, stage: .logo("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
      CheckExample(.fail, "a document type", zone: zone, stage: .logo("<!DOCTYPE svg><svg/>")),
      CheckExample(
        .fail, "no such file", zone: zone, stage: .page(url, StagedPage("HTTP/1.1 404 Not Found\n\n"))),
      CheckExample(.warn, "a filter", zone: zone, stage: .logo(content: "<filter/>")),
      CheckExample(
        .warn, "too long", zone: zone, stage: .logo(content: "<desc>\(String(repeating: "a", count: 33_000))</desc>")),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(
        .unknown, "a redirect", zone: zone, stage: .page(url, StagedPage("HTTP/1.1 302 Found\nLocation: /x\n\n"))),
      CheckExample(.notApplicable, "no logo", zone: #"default._bimi TXT "v=BIMI1; l=; a=;""#)
    ]
  ) { survey in
    survey.judgeBIMIRecord { _, _ in
      guard let file = survey.bimi.logo else { return .notApplicable("the record of BIMI names no logo") }
      return survey.judgeBIMIFile(file, "The logo") { content in
        .findings(BIMIIndicator(content).faults.map { finding($0, content, file.answer) })
      }
    }
  }

  private static let url = "https://example.org/l.svg"
  private static let zone = "default._bimi TXT \"v=BIMI1; l=\(url)\"\n@ A 192.0.2.80"

  private static func finding(
    _ fault: BIMIIndicator.Fault, _ content: [UInt8], _ answer: HTTPSAnswer
  ) -> Finding {
    Finding(
      fault.isGrave ? .fail : .warn, subject: "line \(fault.line)", "In line \(fault.line): \(fault.message).",
      evidence: [
        Evidence(source: "\(answer.url):\(fault.line)", excerpt: answer.excerpt, server: answer.address?.description)
      ])
  }
}
