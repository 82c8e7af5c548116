import HTTPS
import Testing

/// RFC 9112: reading a response from octets that come in any portions.
@Suite struct HTTPSResponseReaderTests {
  private static func read(_ text: String, portion: Int, limit: Int = 100) throws -> HTTPSResponse {
    var reader = HTTPSResponseReader(bodyLimit: limit)
    let octets = Array(text.utf8)
    for start in stride(from: 0, to: octets.count, by: portion) {
      try reader.feed(Array(octets[start..<min(start + portion, octets.count)]))
    }
    return try reader.finish()
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n\r\nabc", 200, "abc", false), ("HTTP/1.0 404 Not Found\n\nabc", 404, "abc", false),
    ("HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nabc", 200, "ab", false),
    ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "", false), ("HTTP/1.1 204 No\r\n\r\n", 204, "", false),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\nx: y\r\n\r\n", 200,
      "abc0123456789", false
    ),
    ("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\na", 200, "a", false),
    ("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "a", count: 101), 200, String(repeating: "a", count: 100), true),
    ("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "a", count: 100), 200, String(repeating: "a", count: 100), false)
  ])
  func reads(text: String, status: Int, body: String, isTruncated: Bool) throws {
    for portion in [1, 3, 1_000] {
      let response = try Self.read(text, portion: portion)
      #expect(response.status == status && response.isTruncated == isTruncated)
      #expect(String(decoding: response.body, as: UTF8.self) == body)
    }
  }

  @Test(arguments: [
    ("", "nothing came"), ("HTTP/1.1 200 OK\r\n", "the head has no end"), ("220 mail\r\n\r\n", "HTTP/"),
    ("HTTP/2 200 OK\r\n\r\n", "status line"), ("HTTP/1.1 20 OK\r\n\r\n", "status code"),
    ("HTTP/1.1 999 OK\r\n\r\n", "status code"),
    ("HTTP/1.1 200 OK\r\nno field\r\n\r\n", "no field"), ("HTTP/1.1 200 OK\r\n: x\r\n\r\n", "no field"),
    ("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "Content-Length"),
    ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "Content-Length"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "Content-Length"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "Content-Length"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", "no end"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "transfer coding"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", "transfer coding"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "chunk"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "chunk"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "longer"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", "chunk"),
    ("HTTP/1.1 200 OK\r\n" + String(repeating: "a: b\r\n", count: 20_000), "head of more"),
    ("HTTP/1.1 200 OK\r\nx: " + String(repeating: "a", count: 80_000), "more octets")
  ])
  func refuses(text: String, words: String) {
    for portion in [7, 100_000] {
      #expect { try Self.read(text, portion: portion) } throws: { error in
        (error as? HTTPSResponseReader.Fault)?.description.contains(words) == true
      }
    }
  }
}
