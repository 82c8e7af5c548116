public import AuditModel
import Survey

/// How many questions an audit asks, before it is begun: what was measured over the generated world of script/bench,
/// domains of all kinds.
public enum QuestionForecast {
  /// The questions about one domain, of the areas that are looked at; of all for nil.
  public static func questions(_ areas: Set<Area>?) -> Double {
    let scope = areas.map { AreaSelection($0).scope } ?? .all
    var questions = Measured.base
    if scope.contains(.keys) { questions += Measured.keys }
    if scope.contains(.policies) { questions += Measured.policies }
    if scope.contains(.dane) { questions += Measured.dane }
    if scope.contains(.senders) { questions += Measured.senders }
    if scope.contains(.issuers) { questions += Measured.issuers }
    if scope.contains(.clients) { questions += Measured.clients }
    return questions
  }

  /// The part of the questions that are distinct over ten thousand domains: others are answered from the cache.
  public static let distinct = 0.6

  /// Questions a domain, each part alone, as measured.
  private enum Measured {
    /// Zone, hosts that receive mail, SPF, DMARC.
    static let base = 29.3
    /// DKIM keys, most of them guesses.
    static let keys = 11.6
    /// MTA-STS, TLS-RPT, BIMI.
    static let policies = 3.0
    /// TLSA records.
    static let dane = 1.5
    /// The names of sending addresses.
    static let senders = 2.8
    /// CAA records.
    static let issuers = 3.5
    /// SRV records.
    static let clients = 3.0
  }
}
