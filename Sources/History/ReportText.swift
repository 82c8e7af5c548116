import FeedbackReports

extension AggregateReport {
  /// What tells the report from others (RFC 9990 §3.5.4); without an identifier its span does.
  var mark: String {
    let span = metadata.reportID.isEmpty ? [FieldSign.of(metadata.begin), FieldSign.of(metadata.end)] : []
    return FieldText.of(
      ["dmarc", metadata.orgName.lowercased(), metadata.reportID, policyPublished.domain.lowercased()] + span)
  }

  /// The report without its records as text.
  var head: String {
    let policy = policyPublished
    return FieldText.of(
      [metadata.orgName, metadata.reportID, FieldSign.of(metadata.begin), FieldSign.of(metadata.end), policy.domain]
        + [
          policy.discoveryMethod, policy.p, policy.sp, policy.np, policy.adkim, policy.aspf, policy.pct, policy.fo,
          policy.testing
        ].map(FieldSign.of))
  }

  /// Reads a head; nil when the text is none of ours.
  init?(head: String) {
    self.init()
    var fields = FieldReader(head)
    metadata.orgName = fields.text()
    metadata.reportID = fields.text()
    metadata.begin = fields.optionalNumber()
    metadata.end = fields.optionalNumber()
    policyPublished.domain = fields.text()
    policyPublished.discoveryMethod = fields.optional()
    policyPublished.p = fields.optional()
    policyPublished.sp = fields.optional()
    policyPublished.np = fields.optional()
    policyPublished.adkim = fields.optional()
    policyPublished.aspf = fields.optional()
    policyPublished.pct = fields.optional()
    policyPublished.fo = fields.optional()
    policyPublished.testing = fields.optional()
    if !fields.isWhole { return nil }
  }
}

extension AggregateRecord {
  /// Everything but source and number of messages as text: many records have the same.
  var result: String {
    var fields = [headerFrom] + [envelopeFrom, disposition, dkim, spf].map(FieldSign.of)
    fields.append("\(reasons.count)")
    for reason in reasons { fields += [reason.type, FieldSign.of(reason.comment)] }
    fields.append("\(dkimResults.count)")
    for dkim in dkimResults {
      fields += [dkim.domain, FieldSign.of(dkim.selector), dkim.result, FieldSign.of(dkim.humanResult)]
    }
    fields.append("\(spfResults.count)")
    for spf in spfResults { fields += [spf.domain, FieldSign.of(spf.scope), spf.result, FieldSign.of(spf.humanResult)] }
    return FieldText.of(fields)
  }

  /// Reads a result; nil when the text is none of ours.
  init?(result: String) {
    self.init()
    var fields = FieldReader(result)
    headerFrom = fields.text()
    envelopeFrom = fields.optional()
    disposition = fields.optional()
    dkim = fields.optional()
    spf = fields.optional()
    reasons = fields.list { PolicyOverrideReason(type: $0.text(), comment: $0.optional()) }
    dkimResults = fields.list { fields in
      var result = DKIMAuthResult()
      (result.domain, result.selector) = (fields.text(), fields.optional())
      (result.result, result.humanResult) = (fields.text(), fields.optional())
      return result
    }
    spfResults = fields.list { fields in
      var result = SPFAuthResult()
      (result.domain, result.scope) = (fields.text(), fields.optional())
      (result.result, result.humanResult) = (fields.text(), fields.optional())
      return result
    }
    if !fields.isWhole { return nil }
  }
}

extension TLSReport {
  /// What tells the report from others; nil without an identifier, since then nothing does (RFC 8460 §4.4).
  var mark: String? {
    if reportID.isEmpty { return nil }
    return FieldText.of(["tls", organizationName, reportID] + policies.map(\.policyDomain))
  }

  /// The report as text.
  var head: String {
    var fields = [organizationName, reportID, FieldSign.of(start), FieldSign.of(end), "\(policies.count)"]
    for policy in policies {
      fields += [policy.policyType, policy.policyDomain, "\(policy.successful)", "\(policy.failed)"]
      fields += ["\(policy.policyStrings.count)"] + policy.policyStrings + ["\(policy.failures.count)"]
      for failure in policy.failures {
        fields += [failure.resultType, "\(failure.failedSessionCount)"]
        fields += [failure.receivingMXHostname, failure.failureReasonCode, failure.additionalInformation]
          .map(FieldSign.of)
      }
    }
    return FieldText.of(fields)
  }

  /// Reads a head; nil when the text is none of ours.
  init?(head: String) {
    self.init()
    var fields = FieldReader(head)
    organizationName = fields.text()
    reportID = fields.text()
    start = fields.optionalNumber()
    end = fields.optionalNumber()
    policies = fields.list { fields in
      var policy = TLSReportPolicy()
      (policy.policyType, policy.policyDomain) = (fields.text(), fields.text())
      (policy.successful, policy.failed) = (fields.number(), fields.number())
      policy.policyStrings = fields.list { $0.text() }
      policy.failures = fields.list { fields in
        var failure = TLSFailureDetails()
        (failure.resultType, failure.failedSessionCount) = (fields.text(), fields.number())
        failure.receivingMXHostname = fields.optional()
        failure.failureReasonCode = fields.optional()
        failure.additionalInformation = fields.optional()
        return failure
      }
      return policy
    }
    if !fields.isWhole { return nil }
  }
}
