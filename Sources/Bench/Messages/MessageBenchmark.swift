import DNS
import FoundationEssentials
import MailAuthentication
import MailMessage
import ProcessKit

/// `message-world` writes signed messages into a folder, `message` verifies them.
enum MessageBenchmark {
  /// `message-world --folder F --count N --octets O`: `0.eml` and so on, and the key records in `keys`.
  @Sendable static func write(_ arguments: BenchArguments) async {
    guard let folder = arguments["folder"], let count = arguments.number("count"),
      let octets = arguments.number("octets")
    else { return print("message-world needs --folder, --count and --octets") }
    do {
      var world = try MessageWorld(seed: arguments.number("seed") ?? 1, octets: octets)
      var passing = 0
      for number in 0..<count {
        let made = try world.next()
        passing += made.passes ? 1 : 0
        try Data(made.octets).write(to: URL(filePath: "\(folder)/\(number).eml"))
      }
      try Data(world.keys.utf8).write(to: URL(filePath: "\(folder)/keys"))
      print("messages \(count) passing \(passing)")
    } catch {
      print("\(error)")
    }
  }

  /// `message --folder F --count N`: verifies the messages and prints how many pass.
  @Sendable static func verify(_ arguments: BenchArguments) async {
    guard let folder = arguments["folder"], let count = arguments.number("count") else {
      return print("message needs --folder and --count")
    }
    do {
      let resolver = try KeysInMemory(file: "\(folder)/keys")
      var passing = 0
      for number in 0..<count {
        let message = try read("\(folder)/\(number).eml")
        let results = try await DKIMVerifier.verify(message, using: resolver, at: 1_700_000_000)
        passing += results.contains { $0.result == .pass } ? 1 : 0
      }
      print("messages \(count) passing \(passing)")
    } catch {
      print("\(error)")
    }
  }

  /// A message whose octets are read in pieces; a small one is read at once.
  private static func read(_ path: String) throws -> Message {
    let file = try RegularFile(path: path)
    if file.size <= MessageLimits.pieceOctets { return Message(try file.read(0..<file.size)) }
    return try Message(
      reading: MessageOctets(count: file.size) { (range: Range<Int>) throws(MessageReadError) in
        do throws(FileError) {
          return try file.read(range)
        } catch {
          throw MessageReadError(error.description)
        }
      })
  }
}

/// Key records that are there without asking.
private struct KeysInMemory: Resolver {
  private let answers: [DNSQuestion: DNSAnswer]

  init(file path: String) throws {
    let file = try RegularFile(path: path)
    var answers: [DNSQuestion: DNSAnswer] = [:]
    for line in String(decoding: try file.read(0..<file.size), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let name = DomainName(String(parts[0])) else { continue }
      let question = DNSQuestion(name, .txt)
      let record = DNSRecord(owner: name, ttl: 300, data: .txt(CharacterStrings([Array(parts[1].utf8)])))
      answers[question] = DNSAnswer(question: question, outcome: .records([record]))
    }
    self.answers = answers
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    questions.map { answers[$0] ?? DNSAnswer(question: $0, outcome: .nameError) }
  }
}
