import Foundation
import MailMessage
import Testing
import ZlibKit

/// The suites reports-*, as far as TLS reports and failure reports need them.
enum ReportSuites {
  struct Suite: Decodable { let cases: [Case] }

  struct Case: Decodable {
    let file: String
    let reports: [Expected]
  }

  struct Expected: Decodable {
    let kind: String
    let organization_name: String?
    let report_id: String?
    let contact_info: String?
    let start: String?
    let end: String?
    let policies: Int?
    let successful: Int?
    let failed: Int?
    let failure_types: [String: Int]?
    let policy_types: [String]?
    let fields: [String: FieldValue]?

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      kind = try values.decode(String.self, forKey: .kind)
      let isTLS = kind == "tls"
      organization_name = try isTLS ? values.decodeIfPresent(String.self, forKey: .organization_name) : nil
      report_id = try isTLS ? values.decodeIfPresent(String.self, forKey: .report_id) : nil
      contact_info = try isTLS ? values.decodeIfPresent(String.self, forKey: .contact_info) : nil
      start = try isTLS ? values.decodeIfPresent(String.self, forKey: .start) : nil
      end = try isTLS ? values.decodeIfPresent(String.self, forKey: .end) : nil
      policies = try isTLS ? values.decodeIfPresent(Int.self, forKey: .policies) : nil
      successful = try isTLS ? values.decodeIfPresent(Int.self, forKey: .successful) : nil
      failed = try isTLS ? values.decodeIfPresent(Int.self, forKey: .failed) : nil
      failure_types = try isTLS ? values.decodeIfPresent([String: Int].self, forKey: .failure_types) : nil
      policy_types = try isTLS ? values.decodeIfPresent([String].self, forKey: .policy_types) : nil
      fields = try kind == "arf" ? values.decodeIfPresent([String: FieldValue].self, forKey: .fields) : nil
    }

    private enum Key: String, CodingKey {
      case kind, organization_name, report_id, contact_info, start, end, policies, successful, failed, failure_types
      case policy_types, fields
    }
  }

  /// The value of a field, or of several with the same name.
  struct FieldValue: Decodable {
    let values: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      values = (try? value.decode([String].self)) ?? [try value.decode(String.self)]
    }
  }

  /// The files with a report of a kind, in order.
  static func cases(of kind: String) throws -> [(path: String, expected: Expected)] {
    try ["mail-auth", "mail-dmarc", "mox", "parsedmarc", "viewer"].flatMap { name in
      let suite = try ConformanceSuites.decode(Suite.self, from: "reports-\(name)/expected.json")
      return suite.cases.flatMap { item in
        item.reports.filter { $0.kind == kind }.map { ("reports-\(name)/\(item.file)", $0) }
      }
    }
  }

  /// The JSON of a file, or of the part of a message, unpacked.
  static func json(_ path: String) throws -> [UInt8] {
    let octets = try ConformanceSuites.text(path)
    guard path.hasSuffix(".eml") else { return octets }
    let message = Message(octets)
    let part = try #require(BodyScan.body(of: message).parts.first { $0.mediaType.hasPrefix("application/tlsrpt") })
    var content = Array(octets[part.body])
    if part.encoding == .base64 {
      content = Array(try #require(Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters)))
    }
    return Gzip.isGzip(content) ? try Gzip.unpack(content, limit: 1 << 20) : content
  }

  /// A time of the expected results, which have no zone where the report has none.
  static func seconds(_ time: String?) -> Int? {
    guard let time else { return nil }
    let formatter = ISO8601DateFormatter()
    return formatter.date(from: time.hasSuffix("Z") ? time : time + "Z").map { Int($0.timeIntervalSince1970) }
  }
}
