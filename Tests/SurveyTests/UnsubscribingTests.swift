import DNS
import HTTPS
import LDNSKit
import MailMessage
import Survey
import Synchronization
import Testing

/// One-click unsubscription is tried when the owner allows it and the message offers it, once, and never otherwise.
@Suite struct UnsubscribingTests {
  /// Writes down what is sent.
  final class Recorder: HTTPSFetcher {
    let requests = Mutex<[HTTPSRequest]>([])

    func fetch(_ request: HTTPSRequest, addresses: [IPAddress]) async -> HTTPSAnswer {
      requests.withLock { $0.append(request) }
      return HTTPSAnswer(
        url: request.url, outcome: .response(HTTPSResponse(status: 200, fields: [], body: [], isTruncated: false)))
    }
  }

  static let post = "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"

  @Test(
    arguments: [
      ("<https://example.org/u/1>, <mailto:u@example.org>", post, true, 1),
      ("<https://example.org/u/1>", post, false, 0),
      ("<https://example.org/u/1>", "", true, 0), ("<http://example.org/u/1>", post, true, 0),
      ("<https://example.org/u/1>, <https://example.org/u/2>", post, true, 0),
      ("<https://user@example.org/u/1>", post, true, 0), ("<https://192.0.2.1/u/1>", post, true, 0),
      ("<https://example.org/u/1>", post + post, true, 0)
    ] as [(String, String, Bool, Int)])
  func sends(uris: String, post: String, isAllowed: Bool, count: Int) async throws {
    let recorder = Recorder()
    let zone = ZoneText.parse(Array("$ORIGIN example.org.\n@ 60 A 192.0.2.80\n".utf8), file: "a", origin: nil).zone
    var instruments = Instruments(resolver: ZoneResolver([zone], uncovered: .nameError))
    instruments.unsubscriber = recorder
    var options = MessageOptions()
    options.triesUnsubscribe = isAllowed
    let text = "From: a@example.org\r\nList-Unsubscribe: \(uris)\r\n\(post)\r\nHello\r\n"
    let survey = try await MessageSurvey.gather(
      MessageOctets(Array(text.utf8)), named: "a", options: options, with: instruments)
    let requests = recorder.requests.withLock { $0 }
    #expect(requests.count == count)
    #expect((survey.unsubscription != nil) == (count > 0))
    for request in requests {
      #expect(request.method == .post(HTTPSContent(.form, Array("List-Unsubscribe=One-Click".utf8))))
    }
  }
}
