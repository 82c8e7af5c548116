/// What was done, one step after the other, and what was said: for targets that one talks to.
public struct Proceedings: Sendable, Hashable {
  /// The steps in order.
  public let steps: [Step]
  /// The whole dialogue, a line each, without secrets.
  public let transcript: [String]

  /// Makes the value of its parts.
  public init(steps: [Step], transcript: [String]) {
    self.steps = steps
    self.transcript = transcript
  }

  /// One step.
  public struct Step: Sendable, Hashable {
    /// Where it was done: an address and a port; empty when nowhere in particular.
    public let place: String
    /// What was done, a word or two.
    public let name: String
    /// What came of it.
    public let verdict: Verdict
    /// What came of it, a phrase.
    public let result: String
    /// How long it took; nil when that was not measured.
    public let duration: Duration?

    /// Makes the value of its parts.
    public init(place: String = "", _ name: String, _ verdict: Verdict, _ result: String, duration: Duration? = nil) {
      self.place = place
      self.name = name
      self.verdict = verdict
      self.result = result
      self.duration = duration
    }
  }
}
