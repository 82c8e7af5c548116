/// The instant after which nothing more is asked.
///
/// Set it around a whole audit: `await ResolverDeadline.$current.withValue(instant) { … }`. Questions that come later,
/// or that were not yet asked when the instant passes, answer ``DNSFailure/notAsked``; those that were, and have no
/// answer by then, ``DNSFailure/timeout``.
public enum ResolverDeadline {
  /// The deadline of the current task and its children; nil for none.
  @TaskLocal public static var current: ContinuousClock.Instant?
}
