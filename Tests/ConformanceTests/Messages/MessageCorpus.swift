import Foundation
import MailMessage

/// A folder of messages with what CPython reads in them.
struct MessageCorpus: Decodable {
  let cases: [Case]

  struct Case: Decodable {
    let file: String
    let bytes: Int
    let reference: Reference
  }

  struct Reference: Decodable {
    let headerFields: Int
    let structure: Structure?

    enum CodingKeys: String, CodingKey {
      case headerFields = "header_fields"
      case structure
    }
  }

  /// Each corpus with the number of its messages.
  static let all: [(name: String, count: Int)] = [
    ("eml-authentication-milter", 84), ("eml-haraka-mox", 32), ("eml-mail-mime-parser", 22),
    ("eml-mail-parser-rs", 106), ("eml-mikel-mail", 96), ("eml-mime4j", 30), ("eml-spamassassin", 113)
  ]

  static func read(_ name: String) throws -> MessageCorpus {
    try ConformanceSuites.decode(MessageCorpus.self, from: "\(name)/expected.json")
  }

  /// The octets of a message; one of them is empty.
  static func octets(_ name: String, _ test: Case) throws -> [UInt8] {
    test.bytes == 0 ? [] : try ConformanceSuites.text("\(name)/\(test.file)")
  }
}

/// The types of parts as nested lists: a name, or the name of the whole and its parts.
indirect enum Structure: Decodable, Equatable, CustomStringConvertible {
  case leaf(String)
  case parts(String, [Structure])

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self = .leaf(name)
      return
    }
    var list = try decoder.unkeyedContainer()
    let name = try list.decode(String.self)
    var parts: [Structure] = []
    while !list.isAtEnd { parts.append(try list.decode(Structure.self)) }
    self = .parts(name, parts)
  }

  /// The structure of the part `number`.
  init(_ body: MessageBody, _ number: Int = 0) {
    let part = body.parts[number]
    self =
      part.children.isEmpty
      ? .leaf(part.mediaType) : .parts(part.mediaType, part.children.map { Structure(body, $0) })
  }

  var description: String {
    switch self {
    case .leaf(let name): name
    case .parts(let name, let parts): "[\(name): \(parts.map(\.description).joined(separator: ", "))]"
    }
  }
}
