import DNS
import Survey

/// A file of answers: what the owner told, and the messages that are still to be judged.
struct AnswerSheet {
  /// The answers.
  var answers = LaunchAnswers()
  /// The file of a source's test message, by its place in the list.
  var testMessages: [Int: String] = [:]
  /// The file of a message that arrived, by its place in the list.
  var seedMessages: [Int: String] = [:]

  /// Everything open.
  init() {}

  /// Reads the answers at a place of another file.
  init(_ text: AnswerText, at node: Int) throws(ErrorLine) {
    for entry in try text.entries(node) { try take(entry, text) }
  }

  /// Reads a file; the first fault is thrown, with its line.
  init(_ octets: [UInt8], file: String) throws(ErrorLine) {
    let text = AnswerText(octets, file: file)
    guard let root = try text.root() else { return }
    for entry in try text.entries(root) { try take(entry, text) }
  }

  private mutating func take(_ entry: AnswerText.Entry, _ text: AnswerText) throws(ErrorLine) {
    switch entry.key {
    case "sources": try takeSources(entry.value, text)
    case "seeds": try takeSeeds(entry.value, text)
    case "reports", "policy", "rollback", "new-address", "consent":
      for inner in try text.entries(entry.value) { try takeFact("\(entry.key).\(inner.key)", inner, text) }
    case "monitoring":
      guard let items = try text.items(entry.value) else { return }
      var watched: Set<LaunchAnswers.Watched> = []
      for item in items { if let word: LaunchAnswers.Watched = try text.word(item) { watched.insert(word) } }
      answers.watched = watched
    default: throw text.fault(entry.place, "the question \"\(entry.key)\" is not known")
    }
  }

  private mutating func takeFact(_ key: String, _ entry: AnswerText.Entry, _ text: AnswerText) throws(ErrorLine) {
    let value = entry.value
    switch key {
    case "reports.since": answers.reportsSince = try text.day(value)
    case "reports.traffic": answers.hasTraffic = try text.flag(value)
    case "policy.tighten": answers.tightensPolicy = try text.flag(value)
    case "policy.people-on-lists": answers.hasListUsers = try text.flag(value)
    case "rollback.former-values-kept": answers.keepsFormerValues = try text.flag(value)
    case "new-address.planned": answers.hasNewAddress = try text.flag(value)
    case "new-address.ramp-plan": answers.hasRampPlan = try text.flag(value)
    case "new-address.listed-before": answers.wasListed = try text.flag(value)
    case "consent.import": answers.importsList = try text.flag(value)
    case "consent.origin": answers.origin = try text.word(value)
    case "consent.last-mailed": answers.lastMailed = try text.day(value)
    default: throw text.fault(entry.place, "the question \"\(key)\" is not known")
    }
  }
}

extension AnswerSheet {
  private mutating func takeSources(_ value: Int?, _ text: AnswerText) throws(ErrorLine) {
    guard let items = try text.items(value) else { return }
    var sources: [LaunchAnswers.Source] = []
    for item in items {
      let (name, test, addresses, message) = try source(item, text)
      if let message { testMessages[sources.count] = message }
      sources.append(LaunchAnswers.Source(name, test, addresses: addresses))
    }
    answers.sources = sources
  }

  private func source(
    _ item: Int, _ text: AnswerText
  ) throws(ErrorLine) -> (String, LaunchAnswers.Test, [IPAddress], message: String?) {
    var (name, test, message) = (String?.none, LaunchAnswers.Test.missing, String?.none)
    var addresses: [IPAddress] = []
    for entry in try text.entries(item) {
      switch entry.key {
      case "name": name = try text.string(entry.value)
      case "message": message = try text.string(entry.value)
      case "ip":
        for word in try text.itemsOrOne(entry.value) {
          guard let address = IPAddress(try text.string(word) ?? "") else {
            throw text.fault(text.place(word), "is no IP address")
          }
          addresses.append(address)
        }
      case "dmarc":
        guard let word = try text.string(entry.value)?.lowercased() else { continue }
        test = word == "pass" ? .pass : .fail("The answers say dmarc: \(word).")
      default: throw text.fault(entry.place, "\"\(entry.key)\" is not known of a source (name, dmarc, message, ip)")
      }
    }
    guard let name else { throw text.fault(text.place(item), "a source needs a name") }
    return (name, test, addresses, message)
  }

  private mutating func takeSeeds(_ value: Int?, _ text: AnswerText) throws(ErrorLine) {
    guard let items = try text.items(value) else { return }
    var seeds: [LaunchAnswers.Seed] = []
    for item in items {
      let (seed, message) = try seed(item, text)
      if let message { seedMessages[seeds.count] = message }
      seeds.append(seed)
    }
    answers.seeds = seeds
  }

  private func seed(
    _ item: Int, _ text: AnswerText
  ) throws(ErrorLine) -> (LaunchAnswers.Seed, message: String?) {
    var (receiver, message) = (String?.none, String?.none)
    var seed = LaunchAnswers.Seed("", [:])
    for entry in try text.entries(item) {
      switch entry.key {
      case "receiver": receiver = try text.string(entry.value)
      case "message": message = try text.string(entry.value)
      case "spf", "dkim", "dmarc": seed.results[entry.key] = try text.string(entry.value)?.lowercased()
      case "folder":
        let folder: Folder? = try text.word(entry.value)
        seed.isSpam = folder.map { $0 == .spam }
      default:
        throw text.fault(
          entry.place, "\"\(entry.key)\" is not known of a seed (receiver, message, spf, dkim, dmarc, folder)")
      }
    }
    guard let receiver else { throw text.fault(text.place(item), "a seed needs a receiver") }
    return (LaunchAnswers.Seed(receiver, seed.results, isSpam: seed.isSpam), message)
  }

  private enum Folder: String, CaseIterable { case inbox, spam }
}
