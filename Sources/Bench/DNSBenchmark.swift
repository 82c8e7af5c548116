import DNS
import DNSTransport
import Synchronization

/// `dns`: asks the questions of standard input (`NAME TYPE` a line, in batches of eight as audits ask) and prints how
/// many a second were answered, and how.
///
/// The cache cannot help: within a pass all questions differ, and each pass has a resolver of its own.
struct DNSBenchmark {
  static let batch = 8

  let server: ServerAddress
  let passes: Int
  let inFlight: Int
  let cache: Int?
  let questions: [DNSQuestion]

  @Sendable static func run(_ arguments: BenchArguments) async {
    guard let server = try? ServerAddress(parsing: arguments["server"] ?? "127.0.0.1#5300") else {
      return print("dns: --server: no address")
    }
    let benchmark = DNSBenchmark(
      server: server, passes: arguments.number("passes") ?? 1, inFlight: arguments.number("in-flight") ?? 1000,
      cache: arguments.number("cache"),
      questions: readQuestions())
    do {
      print(try await benchmark.measure())
    } catch {
      print("dns: \(error)")
    }
  }

  private static func readQuestions() -> [DNSQuestion] {
    var questions: [DNSQuestion] = []
    while let line = readLine() {
      let words = line.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      guard words.count == 2, let name = DomainName(words[0]), let type = DNSRecordType(words[1]) else { continue }
      questions.append(DNSQuestion(name, type))
    }
    return questions
  }

  private func measure() async throws -> String {
    var total = Tally()
    var time = Duration.zero
    var queries = 0
    for _ in 0..<passes {
      var configuration = ResolverConfiguration(servers: [server])
      configuration.window = inFlight
      if let cache { configuration.cacheCapacity = cache }
      let resolver = try LiveResolver(configuration)
      let start = ContinuousClock.now
      total += await ask(resolver)
      time += .now - start
      queries += resolver.statistics.queries
      await resolver.shutDown()
    }
    let rate = passes > 0 ? Int(Double(queries) / (time / .seconds(1))) : 0
    return "queries \(queries) rate \(rate) \(total)"
  }

  /// A quarter more questions wait than may be in flight, so that the window is always full.
  private func ask(_ resolver: LiveResolver) async -> Tally {
    let cursor = Cursor(questions)
    return await withTaskGroup(of: Tally.self) { group in
      for _ in 0..<max(inFlight * 5 / 4 / Self.batch, 1) {
        group.addTask(executorPreference: resolver.executor) {
          var tally = Tally()
          while let batch = cursor.next() {
            for answer in await resolver.answers(to: batch) { tally.count(answer.outcome) }
          }
          return tally
        }
      }
      return await group.reduce(into: Tally()) { $0 += $1 }
    }
  }
}

/// Hands out the questions, a batch at a time.
private final class Cursor: Sendable {
  private let questions: [DNSQuestion]
  private let position = Mutex(0)

  init(_ questions: [DNSQuestion]) { self.questions = questions }

  func next() -> [DNSQuestion]? {
    position.withLock { position in
      guard position < questions.count else { return nil }
      let start = position
      position = min(position + DNSBenchmark.batch, questions.count)
      return Array(questions[start..<position])
    }
  }
}

/// How many answers there were of each kind.
private struct Tally: Sendable, CustomStringConvertible {
  var (records, noData, nameErrors, failures) = (0, 0, 0, 0)

  mutating func count(_ outcome: DNSAnswer.Outcome) {
    switch outcome {
    case .records: records += 1
    case .noData: noData += 1
    case .nameError: nameErrors += 1
    case .failure: failures += 1
    }
  }

  static func += (left: inout Tally, right: Tally) {
    left.records += right.records
    left.noData += right.noData
    left.nameErrors += right.nameErrors
    left.failures += right.failures
  }

  var description: String { "records \(records) nodata \(noData) nxdomain \(nameErrors) failures \(failures)" }
}
