import AuditModel
import AuditTesting
import DNS
import Survey
import Testing

@testable import Audit

/// A zone, what is proposed over it for one check, and whether the audit behind the change shows that it mends.
struct ProposalRow: Sendable, CustomTestStringConvertible {
  let check: CheckID
  let title: String
  let zone: String
  /// The data of the records that come; nil when nothing is proposed.
  let added: [String]?
  var removed = 1
  var isProven = true
  var reason = ""
  /// A part of the remarks.
  var remark = ""
  var writesOutOthers = false
  var configure: @Sendable (inout SurveyOptions) -> Void = { _ in }

  var testDescription: String { "\(check): \(title)" }

  static let prefix = "$ORIGIN example.org.\n$TTL 3600\n@ SOA ns1 root 1 2 3 4 5\n@ NS ns1\n@ NS ns2\n"

  /// The proposal over the zone.
  func proposal() async -> Proposal? {
    var options = SurveyOptions()
    configure(&options)
    var auditor = DomainAuditor(resolver: World(Self.prefix + zone + "\n"), options: options, time: 1_790_000_000)
    auditor.proposes = true
    auditor.writesOutOthers = writesOutOthers
    return await auditor.audit("example.org").proposals.first { $0.check == check }
  }
}

extension ProposalRow {
  /// At least one row that is proven for each proposer.
  static let all: [ProposalRow] = spf + shortening + policies
}
