import AuditModel
import Checks
import DNS
import ProcessKit
import Reporting
import YAMLKit

/// Reads a project file: every fault is found, and told with its place.
struct ProjectReader {
  let text: ProjectText
  var project: Project

  /// Reads octets of a file.
  init(_ octets: [UInt8], file: String) {
    text = ProjectText(octets, file: file)
    project = Project(file: file)
    readAll()
  }

  /// Reads a file; every fault but the first is told on standard error before that is thrown.
  static func project(at file: String) throws(ErrorLine) -> Project {
    let reader = ProjectReader(try LaunchOptions.octets(of: file), file: file)
    let faults = reader.text.faults
    guard let first = faults.first else { return reader.project }
    let more = faults.count == 1 ? "" : " (and \(faults.count - 1) more: mailaudit config check \(file))"
    throw ErrorLine(first.place, first.cause + more)
  }

  private static let ownKeys = [
    "domains", "fail-on", "history", "outputs", "dns", "accepted", "own-profiles", "mail", "watch"
  ]

  private mutating func readAll() {
    let all = Self.ownKeys + Self.factKeys
    let entries = text.entries(text.root(), "a project", known: all)
    // What others refer to comes first.
    for entry in entries where entry.key == "own-profiles" { readProfiles(entry.value) }
    var common = ProjectFacts()
    for entry in entries where Self.factKeys.contains(entry.key) { read(entry, into: &common) }
    for entry in entries where Self.ownKeys.contains(entry.key) { read(entry, common) }
    if !entries.contains(where: { $0.key == "domains" }), text.faults.isEmpty {
      text.fault(0, "names no domain: write \"domains:\" and a list of domains")
    }
    checkSingles()
  }

  private mutating func read(_ entry: ProjectText.Entry, _ common: ProjectFacts) {
    switch entry.key {
    case "domains": readDomains(entry, common)
    case "fail-on":
      project.failOn = text.word(
        entry.value, known: SeverityArgument.allCases.map(\.rawValue), SeverityArgument.init(rawValue:))
    case "history": project.history = text.string(entry.value).map { path($0) }
    case "outputs": readOutputs(entry.value)
    case "dns": readDNS(entry.value)
    case "accepted": for item in text.items(entry.value) { readAcceptance(item) }
    case "mail": readMail(entry)
    case "watch": readWatch(entry.value)
    default: break
    }
  }

  private mutating func readDomains(_ entry: ProjectText.Entry, _ common: ProjectFacts) {
    let items = text.items(entry.value)
    if items.isEmpty { text.fault(entry.place, "names no domain: write a list, such as \"domains: [example.org]\"") }
    for item in items {
      guard let domain = domain(item, common) else { continue }
      if project.domains.contains(where: { $0.name == domain.name }) {
        text.fault(text.place(item), "\(domain.name) stands twice: join both")
      } else {
        project.domains.append(domain)
      }
    }
  }

  private func domain(_ item: Int, _ common: ProjectFacts) -> ProjectDomain? {
    if case .scalar(let name, _) = text.value(item) {
      return self.name(name, text.place(item)).map { ProjectDomain(name: $0, facts: common) }
    }
    let entries = text.entries(item, "a domain", known: ["name"] + Self.factKeys)
    guard let entry = entries.first(where: { $0.key == "name" }), let word = text.string(entry.value) else {
      text.fault(text.place(item), "a domain needs its name: write \"name: example.org\"")
      return nil
    }
    var facts = common
    for entry in entries where entry.key != "name" { read(entry, into: &facts) }
    return name(word, entry.value.map(text.place) ?? entry.place).map { ProjectDomain(name: $0, facts: facts) }
  }

  /// A name as it is asked for; nil, with a fault, for what is none.
  func name(_ word: String, _ place: Int) -> DomainName? {
    do throws(ErrorLine) {
      let name = try DomainArgument.parse(word)
      if name.labelCount > 1 { return name }
      text.fault(place, "\"\(word)\" is no domain: it has no dot")
    } catch {
      text.fault(place, error.description)
    }
    return nil
  }

  /// What names one domain only cannot stand for all.
  private func checkSingles() {
    guard project.domains.count > 1 else { return }
    let files = project.domains.map { $0.facts.settings + [$0.facts.message].compactMap(\.self) }
    for (index, names) in files.enumerated().dropFirst() where !names.isEmpty && files[..<index].contains(names) {
      text.fault(
        0, "settings and message (\(names.joined(separator: ", "))) are those of one domain: write them below its name")
      return
    }
  }
}

extension ProjectReader {
  private mutating func readOutputs(_ node: Int?) {
    for (word, place) in text.strings(node) {
      guard let output = OutputPlace(argument: word) else {
        let forms = ReportForm.allCases.map(\.rawValue).joined(separator: ", ")
        text.fault(place, "\"\(word)\" is no output: write FORM:FILE, such as html:report.html (forms: \(forms))")
        continue
      }
      let file = path(output.file)
      if project.outputs.contains(where: { $0.file == file }) {
        text.fault(place, "\(output.file) is written twice: give each form a file of its own")
      }
      project.outputs.append(OutputPlace(form: output.form, file: file))
    }
  }

  private mutating func readDNS(_ node: Int?) {
    for entry in text.entries(node, "dns", known: ["resolvers", "dnssec"]) {
      switch entry.key {
      case "resolvers": project.resolvers = text.strings(entry.value).map(\.text)
      default:
        project.dnssec = text.word(
          entry.value, known: DNSSECOptions.Mode.allCases.map(\.rawValue), DNSSECOptions.Mode.init(rawValue:))
      }
    }
  }

  private mutating func readWatch(_ node: Int?) {
    for entry in text.entries(node, "watch", known: ["runs", "deadlines"]) {
      switch entry.key {
      case "runs": project.watch.runs = text.number(entry.value, 1...30) ?? project.watch.runs
      default:
        let days = text.string(entry.value).map { $0.hasSuffix("d") ? String($0.dropLast()) : $0 }
        if let days, let number = Int(days), (0...3_650).contains(number) {
          project.watch.days = number
        } else if let node = entry.value {
          text.fault(text.place(node), "is no number of days: write 14d")
        }
      }
    }
  }

  /// A place of the file's own folder.
  func path(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = text.file.lastIndex(of: "/") else { return name }
    return text.file[...slash] + name
  }

  /// The place of a file or folder that has to be there.
  func existing(_ word: String, _ place: Int) -> String {
    let path = path(word)
    do throws(FileError) { _ = try RegularFile(path: Console.current.place(path)) } catch {
      switch error {
      case .folder, .notRegular: break
      case .system: text.fault(place, "\(word): \(error.description) (places count from the folder of this file)")
      }
    }
    return path
  }

  /// The name of a check; nil, with a fault, where none has it.
  func check(_ node: Int?) -> CheckID? {
    guard let node, let word = text.string(node) else { return nil }
    return check(named: word, text.place(node))
  }

  /// The check of a name.
  func check(named word: String, _ place: Int) -> CheckID? {
    if let entry = Catalogue.entry(named: word) { return entry.description.id }
    let near = NearMiss.of(word.uppercased(), among: Catalogue.descriptions.map(\.id.rawValue))
    let hint = near.isEmpty ? "mailaudit checks lists them" : "did you mean \(near.joined(separator: " or "))?"
    text.fault(place, "no check is called \"\(word)\": \(hint)")
    return nil
  }
}
