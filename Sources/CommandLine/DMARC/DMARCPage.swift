import AuditModel
import DNS
import MailAuthentication
import Reporting
import Survey
import Syntax

extension TextPage {
  /// The answer first, then the record, the walk, the subdomains, the former standard and the reports.
  mutating func write(_ view: DMARCView, isQuiet: Bool, isWhole: Bool) {
    if let own = view.fates.first {
      paragraph("\(view.domain): \(own.words)", paint: .bold)
    }
    if isQuiet { return }
    record(view, isWhole: isWhole)
    walk(view)
    fates(view)
    former(view)
    reports(view)
  }

  private mutating func heading(_ text: String) {
    line()
    line(Span(text, .bold))
  }

  private mutating func record(_ view: DMARCView, isWhole: Bool) {
    guard let found = view.survey.policyRecord.value ?? nil else { return }
    heading("Record of the \(found.role.words)")
    let source = "_dmarc.\(found.domain) TXT"
    let excerpt = String(decoding: found.record.text, as: UTF8.self)
    evidence(Evidence(source: source, excerpt: excerpt), indent: 2, isWhole: isWhole)
    for fault in found.record.faults {
      paragraph(
        "\(fault.message) (\(fault.reference))", label: Span(fault.gravity.word, fault.gravity.paint), labelWidth: 9,
        indent: 2)
      evidence(Evidence(source: source, excerpt: excerpt, highlight: fault.range), indent: 4, isWhole: isWhole)
    }
  }

  private mutating func walk(_ view: DMARCView) {
    let walk = view.survey.discovery.walk
    heading("Tree walk (RFC 9989 §4.10)")
    let width = ((walk.steps + walk.unusedSteps).map { $0.domain.description.utf8.count }.max() ?? 0) + 9
    for step in walk.steps {
      paragraph(step.words, label: Span("_dmarc.\(step.domain)"), labelWidth: width, indent: 2)
    }
    for step in walk.unusedSteps {
      paragraph(
        "not part of the walk, which ended below", label: Span("_dmarc.\(step.domain)", .dim), labelWidth: width,
        indent: 2, paint: .dim)
    }
    switch view.survey.organizationalDomain {
    case .known(let name): paragraph("The organizational domain is \(name).", indent: 2)
    case .temporaryError(let question, let failure):
      paragraph("The organizational domain is open: \(question) could not be looked up (\(failure)).", indent: 2)
    }
  }

  private mutating func fates(_ view: DMARCView) {
    heading("What happens to mail that fails")
    for fate in view.fates {
      paragraph(fate.words, label: Span(fate.subject.words), labelWidth: 36, indent: 2)
    }
    if view.fates.contains(where: { $0.policy?.policy == .reject }) {
      paragraph("Receivers are not to refuse mail for p=reject alone (RFC 9989 §7.4).", indent: 2, paint: .dim)
    }
  }

  private mutating func former(_ view: DMARCView) {
    heading("By the former standard (RFC 7489)")
    let former = view.survey.former
    let date = view.suffixListDate.map { " of \($0)" } ?? ""
    paragraph(
      "\(former.words). Organizational domain by the Public Suffix List\(date): \(former.organizationalDomain).",
      indent: 2)
    guard let differences = view.differences else {
      return paragraph("Whether the two agree is open.", indent: 2)
    }
    if differences.isEmpty { return paragraph("Both standards agree.", indent: 2) }
    for difference in differences { paragraph(difference.words, label: Span("!", .yellow), labelWidth: 2, indent: 2) }
  }

  private mutating func reports(_ view: DMARCView) {
    guard !view.survey.authorizations.isEmpty else { return }
    heading("Reports")
    for entry in view.survey.authorizations {
      paragraph("\(entry.uri.text): \(entry.outcome.words)", label: Span(entry.tag.rawValue), labelWidth: 5, indent: 2)
    }
  }
}

extension DMARCPolicyDiscovery.Role {
  /// The role in words.
  fileprivate var words: String {
    switch self {
    case .authorDomain: "domain itself"
    case .organizationalDomain: "organizational domain"
    case .publicSuffixDomain: "public suffix domain"
    }
  }
}

extension DMARCRecord.Subject {
  /// The subject in words.
  fileprivate var words: String {
    switch self {
    case .domain: "of the domain itself"
    case .existingSubdomain: "of a subdomain that exists"
    case .nonexistentSubdomain: "of a subdomain that does not exist"
    }
  }
}

extension DMARC7489Discovery {
  /// The answer in words.
  fileprivate var words: String {
    switch policy {
    case .temporaryError(let question, let failure): "Undecided: \(question) could not be looked up (\(failure))"
    case .known(nil): "No record applies"
    case .known(let found?):
      "Policy \(found.policy?.description ?? "none at all, the record counts as nothing") from _dmarc.\(found.domain)"
    }
  }
}

extension SyntaxFault.Gravity {
  fileprivate var word: String {
    switch self {
    case .remark: "remark"
    case .ignored: "ignored"
    case .fatal: "fatal"
    }
  }

  fileprivate var paint: Paint {
    switch self {
    case .remark: .dim
    case .ignored: .yellow
    case .fatal: .red
    }
  }
}
