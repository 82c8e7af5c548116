import Checks
import DNS
import HTTPS

/// Answers from the pages that an example names, read by the real reader of responses.
struct StagedFetcher: HTTPSFetcher {
  let pages: [String: StagedPage]

  func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
    guard let page = page(for: request) else {
      return HTTPSAnswer(url: request.url, outcome: .failure(.unreachable(["no page of the example"])))
    }
    return HTTPSAnswer(
      url: request.url, outcome: Self.outcome(page.content, request), address: addresses.first,
      certificate: Self.certificate(page.certificate, request.url))
  }

  /// What is handed in may have a page of its own, `POST URL`.
  private func page(for request: HTTPSRequest) -> StagedPage? {
    pages["\(request.method) \(request.url)"] ?? pages[request.url.description]
  }

  private static func outcome(_ content: StagedPage.Content, _ request: HTTPSRequest) -> HTTPSAnswer.Outcome {
    switch content {
    case .failure(let failure): return .failure(failure)
    case .response(let text):
      var reader = HTTPSResponseReader(request)
      do throws(HTTPSResponseReader.Fault) {
        try reader.feed(Array(text.utf8))
        return .response(try reader.finish())
      } catch {
        return .failure(.malformed(error.description))
      }
    }
  }

  private static func certificate(_ days: StagedPage.Certificate, _ url: HTTPSURL) -> ServerCertificate {
    let end = StagedPage.now + days.daysLeft * 86_400
    return ServerCertificate(
      notBefore: end - days.lifetime * 86_400, notAfter: end, names: [url.host.description], issuer: "Example CA")
  }
}
