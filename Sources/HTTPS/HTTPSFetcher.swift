public import DNS

/// Sends requests over HTTPS.
public protocol HTTPSFetcher: Sendable {
  /// Sends one request to one of `addresses`, tried in order until one can be connected to: no server sees it twice.
  /// It follows no redirect, and never throws: a failure is an answer.
  func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer
}

/// The answer to one request. It never changes; a class, because surveys and checks pass it on.
public final class HTTPSAnswer: Sendable {
  /// The URL asked for.
  public let url: HTTPSURL
  /// What came of it.
  public let outcome: Outcome
  /// The address that answered, or that was tried last.
  public let address: IPAddress?
  /// The certificate of the server, also when it was not good enough; nil when none was seen.
  public let certificate: ServerCertificate?

  /// Seconds since 1970, UTC: when the server was asked; nil when nobody told.
  public let time: Int?

  /// Makes an answer of its parts.
  public init(
    url: HTTPSURL, outcome: Outcome, address: IPAddress? = nil, certificate: ServerCertificate? = nil,
    time: Int? = nil
  ) {
    self.url = url
    self.outcome = outcome
    self.address = address
    self.certificate = certificate
    self.time = time
  }

  /// What came of a request.
  public enum Outcome: Sendable, Hashable, Codable {
    /// The server answered, with whatever status.
    case response(HTTPSResponse)
    /// It did not, or not in a way that can be trusted.
    case failure(HTTPSFailure)
  }

  /// The response, if there is one.
  public var response: HTTPSResponse? {
    if case .response(let response) = outcome { response } else { nil }
  }

  /// The failure, if it is one.
  public var failure: HTTPSFailure? {
    if case .failure(let failure) = outcome { failure } else { nil }
  }
}

/// What a server answered (RFC 9110 §3.4).
public struct HTTPSResponse: Sendable, Hashable, Codable {
  /// The status code.
  public let status: Int
  /// The fields, in order.
  public let fields: [Field]
  /// The content, up to the limit of the request.
  public let body: [UInt8]
  /// Whether there is more content than the limit.
  public let isTruncated: Bool

  /// Makes a response of its parts.
  public init(status: Int, fields: [Field], body: [UInt8], isTruncated: Bool) {
    self.status = status
    self.fields = fields
    self.body = body
    self.isTruncated = isTruncated
  }

  /// One header field.
  public struct Field: Sendable, Hashable, Codable {
    /// The name, as sent.
    public let name: String
    /// The value, as sent.
    public let value: String

    /// Makes a field of its parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The value of the first field called `name`, which is in lower case.
  public subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }

  /// The media type without its parameters, in lower case (RFC 9110 §8.3.1); nil when none is given.
  public var mediaType: String? {
    self["content-type"].map { value in
      String(value.prefix { $0 != ";" }).lowercased().filter { $0 != " " && $0 != "\t" }
    }
  }
}

/// The facts of a server's certificate that an owner has to know.
public struct ServerCertificate: Sendable, Hashable, Codable {
  /// Seconds since 1970, UTC: from when it is valid.
  public let notBefore: Int
  /// Seconds since 1970, UTC: until when it is valid.
  public let notAfter: Int
  /// The DNS names in its subjectAltName.
  public let names: [String]
  /// Who issued it, for people.
  public let issuer: String

  /// Makes the value of its parts.
  public init(notBefore: Int, notAfter: Int, names: [String], issuer: String) {
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.names = names
    self.issuer = issuer
  }
}
