import ArgumentParser
import HTTPS

/// Whether one-click unsubscription is tried.
struct UnsubscribeOptions: ParsableArguments {
  @Flag(
    name: .customLong("try-unsubscribe"),
    help: """
      Send the request of one-click unsubscription (RFC 8058) to the URI in List-Unsubscribe: whoever the message was sent \
      to is unsubscribed then. For messages to a test subscriber.
      """)
  var isTried = false

  /// What sends the request; nil when it is not tried.
  func fetcher(isZoneText: Bool) -> (any HTTPSFetcher)? {
    isTried ? HTTPSOptions.fetcher(isZoneText: isZoneText) : nil
  }
}
