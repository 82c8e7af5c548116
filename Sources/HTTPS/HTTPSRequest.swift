/// What is asked for.
public struct HTTPSRequest: Sendable, Hashable {
  /// The URL.
  public let url: HTTPSURL
  /// What is done with it.
  public let method: HTTPSMethod
  /// How many octets of the body of the answer are read.
  public let bodyLimit: Int
  /// The time for all of it; the deadline of the audit may end it sooner.
  public let time: Duration

  /// Makes a request of its parts.
  public init(_ url: HTTPSURL, method: HTTPSMethod = .get, bodyLimit: Int, time: Duration) {
    self.url = url
    self.method = method
    self.bodyLimit = bodyLimit
    self.time = time
  }
}

/// The methods that an auditor has a use for (RFC 9110 §9.3).
public enum HTTPSMethod: Sendable, Hashable {
  /// Get a file.
  case get
  /// Get the head of an answer, without its content.
  case head
  /// Hand something in.
  case post(HTTPSContent)

  /// What is handed in.
  public var content: HTTPSContent? {
    if case .post(let content) = self { content } else { nil }
  }
}

extension HTTPSMethod: CustomStringConvertible {
  /// The method as it is sent.
  public var description: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    }
  }
}

/// What a request hands in.
public struct HTTPSContent: Sendable, Hashable {
  /// The media type.
  public let mediaType: MediaType
  /// The octets.
  public let octets: [UInt8]

  /// Makes content of its parts.
  public init(_ mediaType: MediaType, _ octets: [UInt8]) {
    self.mediaType = mediaType
    self.octets = octets
  }

  /// The media types that are handed in.
  public enum MediaType: String, Sendable, Hashable {
    /// The fields of a form, as one-click unsubscription sends them (RFC 8058 §3.1).
    case form = "application/x-www-form-urlencoded"
    /// A report of TLS (RFC 8460 §5.4).
    case tlsReport = "application/tlsrpt+json"
  }
}
