import Foundation
import MailAuthentication
import Syntax
import Testing

/// Authentication-Results of the suites, against what the library authres reads.
@Suite struct AuthenticationResultsSuiteTests {
  /// What is expected of one field.
  private struct Field: Decodable {
    struct Result: Decodable {
      let method: String
      let result: String
      let properties: [[String]]
    }
    let authserv_id: String?
    let results: [Result]?
    let error: String?
  }

  private struct Messages: Decodable {
    struct Case: Decodable {
      let file: String
      let headers: [Field]
    }
    let cases: [Case]
  }

  private struct Examples: Decodable {
    struct Case: Decodable {
      let id: String
      let header: String
      let authserv_id: String
      let results: [Field.Result]
    }
    let cases: [Case]
  }

  /// Fields that authres refuses and that are read here, with a fault: what they say is plain.
  private static let refused = [
    // RFC 8601 §2.2: the server is required. Some write none, and what follows is read.
    "messages/multiple_arh-newest_no_authserv.eml 0", "messages/multiple_arh-newest_no_authserv.eml 2",
    "messages/multiple_arh-same_and_different_authserv.eml 5",
    // RFC 8601 §2.2: a semicolon stands before a result, and none at the end.
    "messages/rfc6376-A.2-arh-valid_relaxed.eml 0"
  ]

  @Test(ConformanceSuites.available("authentication-results-dkim-verifier", cases: 21))
  func fieldsAreReadAsOthersReadThem() throws {
    let folder = "authentication-results-dkim-verifier"
    let suite = try ConformanceSuites.decode(Messages.self, from: "\(folder)/expected.json")
    #expect(suite.cases.count == 21)
    var deviations: [String] = []
    var count = 0
    for example in suite.cases {
      let message = SuiteMessage(try ConformanceSuites.text("\(folder)/\(example.file)"))
      let bodies = message.bodies("authentication-results")
      #expect(bodies.count == example.headers.count, "\(example.file)")
      for (number, (body, expected)) in zip(bodies, example.headers).enumerated() {
        count += 1
        let parsed = AuthenticationResults.parse(body)
        if expected.error != nil {
          deviations.append("\(example.file) \(number)")
          #expect(!parsed.faults.isEmpty && parsed.value?.results.isEmpty == false)
          continue
        }
        #expect(parsed.value?.authservID == expected.authserv_id, "\(example.file) \(number)")
        #expect(Self.words(parsed.value) == Self.words(expected.results ?? []), "\(example.file) \(number)")
      }
    }
    #expect(count == 37)
    #expect(deviations == Self.refused)
  }

  @Test(ConformanceSuites.available("RFC 8601 appendix B", cases: 8)) func examplesOfTheStandardAreRead() throws {
    let suite = try ConformanceSuites.decode(Examples.self, from: "rfc-examples/authentication-results.json")
    #expect(suite.cases.count == 8)
    for example in suite.cases {
      let parsed = AuthenticationResults.parse(Array(example.header.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst()))
      #expect(parsed.faults.isEmpty, "\(example.id)")
      #expect(parsed.value?.authservID == example.authserv_id, "\(example.id)")
      #expect(Self.words(parsed.value) == Self.words(example.results), "\(example.id)")
    }
  }

  private static func words(_ value: AuthenticationResults?) -> [String] {
    (value?.results ?? []).map { result in
      "\(result.method)=\(result.result) "
        + result.properties.map { "\($0.type).\($0.name)=\($0.value)" }.joined(separator: " ")
    }
  }

  private static func words(_ results: [Field.Result]) -> [String] {
    results.map { result in
      "\(result.method)=\(result.result) "
        + result.properties.map { "\($0[0]).\($0[1])=\($0[2])" }.joined(separator: " ")
    }
  }
}
