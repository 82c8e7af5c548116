public import AuditModel
import Survey

/// How many questions an audit asks, before it is begun: what was measured over the generated world of script/bench,
/// domains of all kinds.
public enum QuestionForecast {
  /// The questions about one domain, of the areas that are looked at; of all for nil.
  public static func questions(_ areas: Set<Area>?) -> Double {
    let scope = areas.map { AreaSelection($0).scope() } ?? .all
    return Measured.parts.filter { scope.contains($0.part) }.map(\.questions).reduce(Measured.text, +)
  }

  /// The part of the questions that are distinct over a thousand domains: others are answered from the cache.
  public static let distinct = 0.7

  /// Questions a domain, as measured.
  private enum Measured {
    /// The TXT records of the domain itself.
    static let text = 1.0
    /// What each part adds: MX records and the addresses of their hosts, MX records alone being one of these; what SPF
    /// leads to; DKIM keys, most of them guesses; and so on.
    static let parts: [(part: SurveyScope, questions: Double)] = [
      (.exchanges, 1.0), (.hosts, 3.2), (.zone, 6.9), (.spf, 7.1), (.keys, 11.9), (.dmarc, 5.4), (.policies, 2.0),
      (.bimi, 1.0), (.dane, 1.6), (.senders, 1.4), (.issuers, 1.2), (.names, 1.1), (.clients, 1.0)
    ]
  }
}
