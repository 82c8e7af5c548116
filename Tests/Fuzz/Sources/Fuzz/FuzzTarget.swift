import Foundation

/// One parser under fire.
struct FuzzTarget: Sendable {
  /// The name, also that of the folder of seeds.
  let name: String
  /// Seeds that other code already holds, such as the examples of the checks.
  var seeds: @Sendable () -> [[UInt8]] = { [] }
  /// Reads one input. A broken promise ends the process, which is what libFuzzer looks for.
  let run: @Sendable ([UInt8]) -> Void

  /// Every target, in the order of the levels of the modules.
  static let all: [FuzzTarget] =
    names + wire + dnssec + zones + tagLists + spf + dmarc + dkim + messages + bodies + fields + keys + mailHosts + mail
    + catching + logins + failures + settings + editing + hostFiles + machines + userInput + policies
    + aggregateReports + otherReports + evidence + scans + audit
}

extension FuzzTarget {
  /// Writes the seeds as files named by their number.
  func writeSeeds(to folder: String) -> CInt {
    for (number, seed) in seeds().enumerated() {
      let path = URL(fileURLWithPath: folder).appendingPathComponent("seed-\(number)")
      guard (try? Data(seed).write(to: path)) != nil else { return 74 }
    }
    return 0
  }
}

/// Ends the process when a promise that a parser makes does not hold for an input.
func promise(_ holds: Bool, _ what: StaticString, file: StaticString = #file, line: UInt = #line) {
  if !holds { fatalError("broken promise: \(what)", file: file, line: line) }
}
