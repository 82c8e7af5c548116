import DNS
public import HTTPS
import MailMessage

/// One-click unsubscription, as the fields of a message offer it (RFC 8058 §3.1).
public struct OneClick: Sendable {
  /// The URI of the one `https:` URI of List-Unsubscribe, which the request is sent to.
  public let url: HTTPSURL

  /// Reads the fields; nil unless each stands there once, with one `https:` URI that a request can be sent to.
  public init?(_ fields: MessageFields) {
    guard fields.listUnsubscribe.count == 1, fields.listUnsubscribePost.count == 1,
      fields.listUnsubscribePost.first?.value?.isOneClick == true
    else { return nil }
    let uris = fields.listUnsubscribe.first?.value?.uris(.https) ?? []
    guard uris.count == 1, let uri = uris.first, let url = try? HTTPSURL(parsing: Array(uri.utf8)) else { return nil }
    self.url = url
  }

  /// The request that a mailbox provider sends for its user: no cookies, no more than these words (RFC 8058 §3.2).
  var request: HTTPSRequest {
    HTTPSRequest(
      url, method: .post(HTTPSContent(.form, Array("List-Unsubscribe=One-Click".utf8))), bodyLimit: Self.answerLimit,
      time: Self.time)
  }

  /// What the page says does not matter; so much is enough to see that it ends.
  private static let answerLimit = 64 << 10
  /// Gmail's servers wait about so long before they give up.
  private static let time: Duration = .seconds(10)
}

extension MessageLook {
  /// Sends the request, if the owner allows it and the fields offer it.
  func unsubscribe(with fetcher: (any HTTPSFetcher)?, using resolver: any Resolver) async -> HTTPSFile? {
    guard options.triesUnsubscribe, let fetcher, let oneClick = OneClick(fields) else { return nil }
    return await HTTPSFile.gather(oneClick.request, with: fetcher, using: resolver)
  }
}
