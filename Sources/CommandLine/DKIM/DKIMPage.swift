import AuditModel
import DNS
import MailAuthentication
import Reporting
import Survey
import Syntax

extension TextPage {
  /// The keys of a domain: the answer, then each selector.
  mutating func keys(_ survey: DKIMSurvey, isWhole: Bool, isShort: Bool) {
    let paint: Paint = if let isInOrder = survey.isInOrder { isInOrder ? .bold : .red } else { .blue }
    paragraph(survey.answer, paint: paint)
    guard !isShort else { return }
    for selector in survey.selectors {
      line()
      line(Span(selector.name, .bold))
      self.selector(selector)
      for key in selector.lookup.keys { self.key(key, of: selector, isWhole: isWhole) }
    }
    discovery(survey)
  }

  private mutating func row(_ label: String, _ words: String, paint: Paint = .plain) {
    paragraph(words, label: Span(label, .dim), labelWidth: 13, indent: 2, paint: paint)
  }

  private mutating func selector(_ selector: DKIMSelector) {
    row("found", selector.origin.words)
    if let name = selector.lookup.answer?.question.name { row("name", name.description) }
    let publisher = DKIMSurvey.publisher(of: selector)
    for target in selector.lookup.aliasTargets { row("CNAME to", target.description) }
    if let publisher { row("published by", publisher) }
    if selector.isFromWildcard { row("wildcard", "every other label gets the same answer", paint: .yellow) }
    if let trouble = selector.lookup.trouble { row("key", trouble, paint: selector.lookup.paint) }
    for text in selector.lookup.otherTexts { row("other text", text.description, paint: .yellow) }
  }

  private mutating func key(_ key: Parsed<DKIMKeyRecord>, of selector: DKIMSelector, isWhole: Bool) {
    guard let record = key.value else { return }
    row("key", record.details, paint: record.encoding == nil ? .red : .plain)
    if let print = record.fingerprint { row("SHA-256", print) }
    for (label, words) in record.restrictions { row(label, words) }
    guard let question = selector.lookup.answer?.question else { return }
    for fault in key.faults {
      row("fault", "\(fault.message) (\(fault.reference))", paint: fault.gravity == .fatal ? .red : .yellow)
      evidence(
        Evidence(
          source: question.description, excerpt: String(decoding: key.text, as: UTF8.self), highlight: fault.range),
        indent: 15, isWhole: isWhole)
    }
  }

  private mutating func discovery(_ survey: DKIMSurvey) {
    let discovery = survey.discovery
    guard !discovery.guesses.isEmpty else { return }
    line()
    let failed = discovery.failedGuesses > 0 ? "; \(discovery.failedGuesses) of them got no answer" : ""
    paragraph(
      "Tried \(discovery.guesses.count) selectors that providers and many domains use\(failed). A domain can have "
        + "others: name yours with --selector.", paint: .dim)
  }
}

extension DKIMSelectorOrigin {
  /// How the selector was found, and what that says.
  var words: String {
    switch self {
    case .given: "named on the command line"
    case .provider, .reported: "\(description): probably in use"
    case .common: "\(description); whether anything signs with it is not known"
    }
  }
}

extension DKIMKeyLookup {
  /// Why there is no key to show; nil when there is one.
  var trouble: String? {
    switch outcome {
    case .key: nil
    case .severalKeys: "\(keys.count) records: which one a verifier takes is undefined (RFC 6376 §3.6.2.2)"
    case .noKeyAmongTexts: "none of the TXT records is a DKIM key"
    case .noData: "no TXT record (NODATA)"
    case .nameError: aliasTargets.isEmpty ? "the name does not exist (NXDOMAIN)" : "the CNAME leads nowhere (NXDOMAIN)"
    case .failure(let failure): "could not be read: \(failure)"
    case .invalidSelector: "selector and domain make no domain name"
    }
  }

  fileprivate var paint: Paint { answer?.failure == nil ? .red : .blue }
}

extension DKIMKeyRecord {
  fileprivate var details: String {
    var parts = [summary]
    if let exponent { parts.append("exponent \(exponent)") }
    if encoding == .rsaPublicKey { parts.append("as bare RSAPublicKey") }
    return parts.joined(separator: ", ")
  }

  /// What the other tags say, each with its label.
  fileprivate var restrictions: [(label: String, words: String)] {
    var rows: [(label: String, words: String)] = []
    if isTesting { rows.append(("t=y", "test mode: verifiers may ignore the result")) }
    if forbidsSubdomains { rows.append(("t=s", "i= has to be the domain itself, no subdomain")) }
    if let hashes = hashAlgorithms { rows.append(("h=", "hashes allowed: " + hashes.joined(separator: ", "))) }
    if serviceTypes != ["*"] { rows.append(("s=", "services: " + serviceTypes.joined(separator: ", "))) }
    if let granularity { rows.append(("g=", "\"\(granularity)\", obsolete")) }
    if let note { rows.append(("n=", note)) }
    return rows
  }
}
