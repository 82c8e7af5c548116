import AuditModel
import DNS
import Providers
import Survey
import YAMLKit

extension ProjectReader {
  /// What can be told of all domains, and of each.
  static let factKeys = [
    "selectors", "senders", "expect", "parked", "goal", "areas", "profiles", "registered", "expires", "settings", "app",
    "message", "reports", "answers", "probe", "login"
  ]

  /// Reads one of ``factKeys``.
  func read(_ entry: ProjectText.Entry, into facts: inout ProjectFacts) {
    switch entry.key {
    case "selectors":
      facts.selectors = checked(entry.value) { word throws(ErrorLine) in try SelectorArgument.parse(word) }
    case "senders": readSenders(entry.value, &facts)
    case "expect": readExpectations(entry.value, &facts)
    case "parked": facts.isParked = text.flag(entry.value) ?? false
    case "profiles": readProfileNames(entry.value, &facts)
    case "registered": facts.registered = day(entry.value)
    case "expires": facts.expires = day(entry.value)
    case "probe": readProbe(entry.value, &facts)
    case "login": readLogin(entry.value, &facts)
    default: readSources(entry, &facts)
    }
  }

  private func readSources(_ entry: ProjectText.Entry, _ facts: inout ProjectFacts) {
    switch entry.key {
    case "goal": facts.goal = text.word(entry.value, known: Goal.allCases.map(\.rawValue), Goal.init(rawValue:))
    case "areas": readAreas(entry.value, &facts)
    case "settings": facts.settings = text.strings(entry.value).map { existing($0.text, $0.place) }
    case "app":
      facts.application = text.word(
        entry.value, known: ApplicationArgument.allValueStrings, ApplicationArgument.init(argument:))
    case "message":
      guard let node = entry.value, let word = text.string(node) else { return }
      facts.message = existing(word, text.place(node))
    case "reports": facts.reports = text.strings(entry.value).map { existing($0.text, $0.place) }
    default: readAnswers(entry, &facts)
    }
  }

  /// Words that another reader takes or refuses.
  private func checked(_ node: Int?, _ read: (String) throws(ErrorLine) -> String) -> [String] {
    text.strings(node).compactMap { word, place in
      do throws(ErrorLine) { return try read(word) } catch {
        text.fault(place, "\"\(word)\" \(error.cause)")
        return nil
      }
    }
  }

  private func day(_ node: Int?) -> String? { text.day(node) == nil ? nil : text.string(node) }

  private func readSenders(_ node: Int?, _ facts: inout ProjectFacts) {
    for entry in text.entries(node, "senders", known: ["ip", "helo", "mail-from"]) {
      switch entry.key {
      case "ip":
        facts.addresses = text.strings(entry.value).compactMap { word, place in
          if IPAddress(word) == nil { text.fault(place, "\"\(word)\" is no IPv4 or IPv6 address") }
          return word
        }
      case "helo":
        facts.helo =
          checked(entry.value) { word throws(ErrorLine) in
            _ = try OwnerOptions.heloName(word); return word
          }
          .first
      default:
        facts.mailFrom = checked(entry.value) { word throws(ErrorLine) in try OwnerOptions.checkedSender(word) }.first
      }
    }
  }

  private func readExpectations(_ node: Int?, _ facts: inout ProjectFacts) {
    for entry in text.entries(node, "expect", known: ["mx", "providers"]) {
      if entry.key == "mx" {
        facts.expected.exchanges = text.strings(entry.value).compactMap { name($0.text, $0.place) }
      } else {
        facts.expected.providers = text.items(entry.value).compactMap { provider($0) }
      }
    }
  }

  /// A provider that SPF can show, by its name in `mailaudit providers`.
  private func provider(_ node: Int) -> String? {
    guard let word = text.string(node) else { return nil }
    let known = ProviderDirectory.all.filter { !$0.spfIncludes.isEmpty }
    if let found = known.first(where: { $0.id == word.lowercased() || $0.name.lowercased() == word.lowercased() }) {
      return found.id
    }
    let near = NearMiss.of(word.lowercased(), among: known.map(\.id))
    let hint = near.isEmpty ? "'mailaudit providers' lists them" : "did you mean \(near.joined(separator: " or "))?"
    text.fault(text.place(node), "no provider that SPF includes is called \"\(word)\": \(hint)")
    return nil
  }

  private func readAreas(_ node: Int?, _ facts: inout ProjectFacts) {
    let known = AreaList.allValueStrings
    let areas = text.items(node).compactMap { text.word($0, known: known) { known.contains($0) ? $0 : nil } }
    if !areas.isEmpty { facts.areas = AreaList(argument: areas.joined(separator: ",")) }
  }

  private func readProfileNames(_ node: Int?, _ facts: inout ProjectFacts) {
    (facts.profiles, facts.ownProfiles) = ([], [])
    let own = project.ownProfiles.map(\.rules.name)
    for item in text.items(node) {
      let name = text.word(item, known: Profile.allCases.map(\.rawValue) + own) { word in
        own.contains(word) || Profile(rawValue: word) != nil ? word : nil
      }
      guard let name else { continue }
      if let profile = Profile(rawValue: name) {
        facts.profiles.append(profile)
      } else {
        facts.ownProfiles.append(name)
      }
    }
  }

  private func readProbe(_ node: Int?, _ facts: inout ProjectFacts) {
    let known = ["mx", "recipients", "submission", "to", "authoritative", "blocklists"]
    for entry in text.entries(node, "probe", known: known) {
      switch entry.key {
      case "mx": facts.probesMX = text.flag(entry.value) ?? false
      case "recipients": facts.probesRecipients = text.flag(entry.value) ?? false
      case "submission": facts.probesSubmission = text.flag(entry.value) ?? false
      case "to": facts.recipients = text.strings(entry.value).map(\.text)
      case "authoritative": facts.isAuthoritative = text.flag(entry.value) ?? false
      default: readBlockLists(entry.value, &facts)
      }
    }
    if facts.probesRecipients, !facts.probesMX, let node {
      text.fault(text.place(node), "\"recipients\" needs \"mx: yes\" beside it")
    }
  }

  /// `yes` for the usual ones, or zones.
  private func readBlockLists(_ node: Int?, _ facts: inout ProjectFacts) {
    guard let node else { return }
    if case .scalar(let word, _) = text.value(node), !word.contains(".") {
      facts.asksBlockLists = text.flag(node) ?? false
    } else {
      facts.blockLists = text.strings(node).compactMap { name($0.text, $0.place)?.description }
    }
  }

  private func readLogin(_ node: Int?, _ facts: inout ProjectFacts) {
    for entry in text.entries(node, "login", known: ["password-file", "password-env"]) {
      guard let node = entry.value, let word = text.string(node) else { continue }
      if entry.key == "password-env" {
        facts.passwordVariable = word
      } else {
        facts.passwordFile = existing(word, text.place(node))
      }
    }
    if facts.passwordFile != nil, facts.passwordVariable != nil, let node {
      text.fault(text.place(node), "names two passwords: keep password-file or password-env")
    }
  }

  /// A file of answers, or the answers themselves in the same form.
  private func readAnswers(_ entry: ProjectText.Entry, _ facts: inout ProjectFacts) {
    guard let node = entry.value else { return }
    do throws(ErrorLine) {
      if case .scalar(let word, _) = text.value(node) {
        let path = existing(word, text.place(node))
        guard let octets = try? LaunchOptions.octets(of: path) else { return }
        facts.answers = try AnswerSheet(octets, file: path)
      } else {
        facts.answers = try AnswerSheet(text.answers, at: node)
      }
    } catch {
      text.fault(text.place(node), error.place.hasPrefix(text.file + ":") ? error.cause : error.description)
    }
  }
}
