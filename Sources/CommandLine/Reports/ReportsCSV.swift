import AuditModel
import Checks
import DNS
import Survey

/// The sources as a table (RFC 4180), a row each.
enum ReportsCSV {
  private static let columns = [
    "policy_domain", "address", "ptr", "organization", "messages", "passing", "dkim_aligned", "spf_aligned",
    "quarantined", "rejected", "share", "cause", "certainty", "remedy"
  ]

  /// The table with its head.
  static func text(of survey: ReportsSurvey) -> String {
    var rows = [columns]
    for picture in survey.pictures { rows += picture.sources.map { row($0, in: picture) } }
    return rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func row(_ source: SourcePicture, in picture: DomainPicture) -> [String] {
    let messages = source.tally.messages
    let numbers = [
      messages.total, messages.passing, messages.dkim, messages.spf, messages.quarantined, messages.rejected
    ]
    return [
      picture.tally.name, source.addressText, source.reverseName?.description ?? "", source.organization
    ] + numbers.map(String.init) + [
      source.share.rawValue, source.judgement?.cause.key ?? "", source.judgement?.certainty.rawValue ?? "",
      source.remedy(in: picture) ?? ""
    ]
  }

  /// A field in quotes where it needs them. What a spreadsheet would take for a formula is kept from it by an apostrophe:
  /// strangers choose names.
  private static func field(_ text: String) -> String {
    let signs: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
    let plain = text.first.map(signs.contains) ?? false ? "'" + text : text
    let needsQuotes = plain.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
  }
}
