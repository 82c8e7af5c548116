import AuditModel
import Foundation
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_795_251_600, "2026-11-21T09:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
      (-62_135_596_800, "0001-01-01T00:00:00Z")
    ])
  func writesRFC3339(seconds: Int, text: String) {
    #expect(Timestamp.rfc3339(seconds) == text)
  }

  @Test func agreesWithFoundation() {
    let formatter = ISO8601DateFormatter()
    for seconds in stride(from: -1_000_000_000, through: 5_000_000_000, by: 86_399 * 37) {
      #expect(Timestamp.rfc3339(seconds) == formatter.string(from: Date(timeIntervalSince1970: Double(seconds))))
    }
  }
}
