/// Benchmarks: what `script/bench` runs. Each command prints figures, or a world to measure in.
@main
struct Bench {
  static func main() async {
    let arguments = BenchArguments(Array(CommandLine.arguments.dropFirst()))
    guard let name = arguments.positional.first, let command = commands[name] else {
      print("usage: Bench COMMAND [--OPTION VALUE]...; commands: \(commands.keys.sorted().joined(separator: " "))")
      return
    }
    await command(arguments)
  }

  static let commands: [String: @Sendable (BenchArguments) async -> Void] = [
    "audit": audit,
    "delay": delay,
    "dns": DNSBenchmark.run,
    "engine": auditInMemory,
    "latency": measureLatency,
    "message": MessageBenchmark.verify,
    "message-world": MessageBenchmark.write,
    "probe": ProbeBenchmark.run,
    "questions": QuestionZone.printFiles,
    "reports": ReportBenchmark.run,
    "world": printWorld
  ]

  /// `world --domains N --seed S`: prints all files of a world, each behind a line `;; FILE name`.
  @Sendable static func printWorld(_ arguments: BenchArguments) {
    let world = World(count: arguments.number("domains") ?? 10_000, seed: UInt64(arguments.number("seed") ?? 1))
    world.files { name, text in print(";; FILE \(name)\n\(text)", terminator: "") }
  }
}

/// Words and `--name value` pairs.
struct BenchArguments: Sendable {
  private(set) var positional: [String] = []
  private var options: [String: String] = [:]

  init(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--"), let value = rest.popFirst() {
        options[String(word.dropFirst(2))] = value
      } else {
        positional.append(word)
      }
    }
  }

  subscript(name: String) -> String? { options[name] }

  func number(_ name: String) -> Int? { options[name].flatMap { Int($0) } }
}
