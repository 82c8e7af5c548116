/// The `email_configs` of the receivers.
struct AlertmanagerReceivers {
  /// Each of them, in order.
  let all: [LiteralSettings.Found]
  private let names: [String]

  init(_ settings: LiteralSettings) {
    var (all, names): ([LiteralSettings.Found], [String]) = ([], [])
    if let found = settings.find("receivers"), case .list(let receivers) = found.literal.value {
      for receiver in receivers {
        guard case .list(let configs)? = receiver.value.descending(["email_configs"])?.value else { continue }
        let name = receiver.value.descending(["name"])?.value.joinable ?? "without a name"
        for config in configs {
          all.append(LiteralSettings.Found(literal: config.value, isConditional: false, file: found.file))
          names.append(name)
        }
      }
    }
    self.all = all
    self.names = names
  }

  /// What `global` has by the same names.
  private static let keys = [
    "smarthost", "from", "hello", "auth_username", "auth_password", "auth_password_file", "auth_secret",
    "auth_secret_file", "auth_identity", "require_tls", "tls_config", "force_implicit_tls"
  ]

  private static func own(_ config: LiteralSettings.Found) -> [String] {
    keys.filter { config.literal.descending([$0]) != nil }
  }

  /// The one that is judged: the first that takes all from `global`, or else the first.
  var judged: LiteralSettings.Found? { judgedIndex.map { all[$0] } }

  private var judgedIndex: Int? { all.firstIndex { Self.own($0).isEmpty } ?? all.indices.first }

  /// The header field called `name`, whatever its case, in the judged one.
  func header(_ name: String, _ settings: LiteralSettings) -> Setting<String> {
    guard let judged, case .list(let fields)? = judged.literal.descending(["headers"])?.value,
      let key = fields.last(where: { $0.key?.lowercased() == name.lowercased() })?.key
    else { return Setting("headers.\(name)", .absent) }
    return settings.setting("headers.\(key)", in: judged, ["headers", key], read: SettingValue<String>.text)
  }

  /// The others that go before `global`.
  func remarks(_ settings: LiteralSettings) -> [SettingRemark] {
    all.indices.filter { $0 != judgedIndex }.compactMap { index in
      let own = Self.own(all[index])
      guard !own.isEmpty else { return nil }
      return SettingRemark(
        place: settings.place(all[index].literal.range.lowerBound, in: all[index].file),
        message:
          "the receiver \(names[index]) has settings of its own (\(own.joined(separator: ", "))), which are not judged here"
      )
    }
  }
}
