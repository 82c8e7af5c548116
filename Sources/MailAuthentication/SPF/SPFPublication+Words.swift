import DNS

extension SPFPublication.State {
  /// What is wrong, in words; nil for a record.
  public var fault: String? {
    switch self {
    case .record: nil
    case .absent: "no SPF record"
    case .multiple(let count): "\(count) SPF records"
    case .malformed: "syntax error"
    case .unavailable(let failure): failure.description
    }
  }
}
