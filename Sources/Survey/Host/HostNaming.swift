import DNS
public import HostFiles

/// What a machine calls itself, and the full name that its look-ups make of that.
public struct HostNaming: Sendable {
  /// The name: that of the running machine, or of /etc/hostname.
  public let name: Sight<LocatedText>
  /// The row of the table of hosts that a look-up of the name ends at; nil when there is none.
  public let row: HostsTable.Row?
  /// Where the full name comes from.
  public let origin: Origin

  /// Where a full name comes from.
  public enum Origin: Sendable, Hashable {
    /// The name itself is full.
    case own
    /// It stands first in the row of the table.
    case canonical(String)
    /// It stands in the row of the table, behind others.
    case alias(String)
    /// A domain of the search list has the name.
    case searched(String)
    /// Nothing makes a full name of it.
    case bare
    /// That cannot be told: why.
    case unseen(String)
  }

  /// The full name; nil when there is none, or it cannot be told.
  public var fullName: String? {
    switch origin {
    case .own: name.value?.text
    case .canonical(let name), .alias(let name), .searched(let name): name
    case .bare, .unseen: nil
    }
  }
}

/// The files that names are looked up by.
struct HostNameFiles: Sendable {
  let table: Sight<HostsTable>
  let order: Sight<NameServiceOrder>
  let resolver: Sight<ResolverFile>

  init(_ tree: any FileTree) {
    table = tree.text(at: "/etc/hosts").map { HostsTable($0) }
    order = tree.text(at: "/etc/nsswitch.conf").map { NameServiceOrder($0) }
    resolver = tree.text(at: "/etc/resolv.conf").map { ResolverFile($0) }
  }
}

extension HostNaming {
  /// Completes the name as the look-ups of the machine do: by its table, then by its search list.
  static func resolve(
    _ running: String?, _ tree: any FileTree, _ files: HostNameFiles, _ resolver: RecordingResolver?
  ) async -> HostNaming {
    let name = name(running, tree)
    guard let text = name.value?.text else {
      return HostNaming(name: name, row: nil, origin: .unseen("the name of the machine is not known"))
    }
    let row = files.table.value?.row(of: text)
    if text.contains(".") { return HostNaming(name: name, row: row, origin: .own) }
    if let origin = byTable(row, files) { return HostNaming(name: name, row: row, origin: origin) }
    return HostNaming(name: name, row: row, origin: await searched(text, files, resolver))
  }

  private static func name(_ running: String?, _ tree: any FileTree) -> Sight<LocatedText> {
    if let running {
      let file = "/proc/sys/kernel/hostname"
      return running.isEmpty ? .malformed("it is empty") : .present(LocatedText(running, file: file, line: 1))
    }
    return tree.text(at: "/etc/hostname").flatMap { file in
      file.onlyValue.map { .present($0) } ?? .malformed("/etc/hostname is empty")
    }
  }

  /// What the table says; nil when look-ups go on behind it.
  private static func byTable(_ row: HostsTable.Row?, _ files: HostNameFiles) -> Origin? {
    if let reason = files.table.unseenReason { return .unseen("/etc/hosts could not be read: \(reason)") }
    if case .malformed(let reason) = files.table { return .unseen(reason) }
    guard let row, files.order.value?.readsTableFirst ?? true else { return nil }
    guard let full = row.names.first(where: { $0.contains(".") }) else {
      return files.order.unseenReason.map { .unseen("/etc/nsswitch.conf could not be read: \($0)") } ?? .bare
    }
    return full == row.names.first ? .canonical(full) : .alias(full)
  }

  /// What the search list of the resolver says.
  private static func searched(
    _ name: String, _ files: HostNameFiles, _ resolver: RecordingResolver?
  ) async -> Origin {
    if let reason = files.order.unseenReason { return .unseen("/etc/nsswitch.conf could not be read: \(reason)") }
    if let order = files.order.value, !order.asksDNS { return .bare }
    if let reason = files.resolver.unseenReason { return .unseen("/etc/resolv.conf could not be read: \(reason)") }
    let candidates = (files.resolver.value?.search ?? []).compactMap { DomainName(typed: "\(name).\($0)") }
    if candidates.isEmpty { return .bare }
    guard let resolver else { return .unseen("DNS was not asked whether a domain of the search list has the name") }
    let questions = candidates.flatMap { [DNSQuestion($0, .a), DNSQuestion($0, .aaaa)] }
    for answer in await resolver.answers(to: questions) {
      if let failure = answer.failure { return .unseen("\(answer.question) could not be asked: \(failure)") }
      if !answer.addresses.isEmpty { return .searched("\(answer.question.name)") }
    }
    return .bare
  }
}
