public import Survey

extension Readiness {
  /// The question, a phrase.
  public var question: String {
    switch step {
    case .quarantine: "ready for quarantine"
    case .reject: "ready for reject"
    case .stay: "safe with reject"
    }
  }

  /// The answer with what it rests on, a sentence.
  public var words: String {
    let share = own.total == 0 ? "" : "\(Self.percent(own.failing, of: own.total)) of \(own.total) messages"
    switch answer {
    case .yes: return "Yes: \(share) of the domain's own hosts and services would suffer."
    case .no: return "No: \(share) of the domain's own hosts and services would suffer."
    case .undecided:
      return own.total == 0
        ? "Undecided: no mail of the domain's own was seen."
        : "Undecided: \(share) of the domain's own hosts and services would suffer, and too little was seen."
    }
  }

  /// A share in percent with one digit.
  public static func percent(_ part: Int, of whole: Int) -> String {
    if whole == 0 { return "0%" }
    let permille = Int((Double(part) * 1_000 / Double(whole)).rounded(.up))
    return permille % 10 == 0 ? "\(permille / 10)%" : "\(permille / 10).\(permille % 10)%"
  }
}

extension Readiness {
  /// The share of what is in order, in percent with one digit: rounded down, so that all but one are never all.
  public static func share(_ part: Int, of whole: Int) -> String {
    if whole == 0 { return "0%" }
    let permille = Int((Double(part) * 1_000 / Double(whole)).rounded(.down))
    return permille % 10 == 0 ? "\(permille / 10)%" : "\(permille / 10).\(permille % 10)%"
  }
}

extension Readiness.Reason {
  /// The reason, a sentence.
  public var words: String {
    switch self {
    case .ownMailFails(let permille):
      "\(Self.percent(permille)) of the mail of own hosts and services fails; \(Self.bearable) is borne."
    case .badDays(let count):
      "On \(Counted.of(count, "day")) of the last \(ReadinessLimits.lateDays) with mail more than \(Self.bearable) failed."
    case .unsignedSources(let count):
      "\(Counted.of(count, "own host or service", "own hosts or services")) without an aligned signature: what is passed on "
        + "from there is lost."
    case .fewDays(let count):
      "The reports are on \(Counted.of(count, "day")); \(ReadinessLimits.days) show what is sent once a month."
    case .fewReporters(let count):
      "\(Counted.of(count, "reporter")): \(ReadinessLimits.reporters) or more see different customers."
    case .nothingOwn: "No message could be tied to a host or service of the domain's own."
    case .unclearSources(let permille):
      "\(Self.percent(permille)) of all mail fails from sources that only you can tell from strangers."
    case .notLookedUp: "Nobody looked at the DNS: own hosts that SPF does not list are not known."
    case .furtherSources(let messages):
      "\(Counted.of(messages, "message")) came from more sources than are told apart."
    }
  }

  /// The name for programs.
  public var key: String {
    switch self {
    case .ownMailFails: "own-mail-fails"
    case .badDays: "bad-days"
    case .unsignedSources: "unsigned-sources"
    case .fewDays: "few-days"
    case .fewReporters: "few-reporters"
    case .nothingOwn: "nothing-own"
    case .unclearSources: "unclear-sources"
    case .notLookedUp: "not-looked-up"
    case .furtherSources: "further-sources"
    }
  }

  private static let bearable = percent(ReadinessLimits.failingPermille)

  private static func percent(_ permille: Int) -> String {
    permille % 10 == 0 ? "\(permille / 10)%" : "\(permille / 10).\(permille % 10)%"
  }
}
