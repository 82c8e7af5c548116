/// The options `ssl` of PHP's stream contexts, which decide how a certificate is verified; since PHP 5.6 it is, unless
/// they say otherwise.
struct StreamContext {
  let settings: LiteralSettings
  /// The variable that holds the options, and the path of `ssl` in it.
  let variable: String
  let path: [String]
  /// How the variable and a path in it are written.
  let name: (String, [String]) -> String

  /// `verify_peer`, `allow_self_signed` and `verify_peer_name`.
  var verification: Setting<CertificateVerification> {
    let peer = option("verify_peer", read: SettingValue<Bool>.phpFlag)
    if peer.value == false || peer.isUnknown { return peer.map { _ in .read(.none) } }
    let own = option("allow_self_signed", read: SettingValue<Bool>.phpFlag)
    if own.value == true { return own.map { _ in .read(.none) } }
    return option("verify_peer_name", read: SettingValue<Bool>.phpFlag).map { .read($0 ? .full : .chain) }
  }

  /// `cafile`, or `capath`.
  var authorities: Setting<String> {
    let file = option("cafile", read: SettingValue<String>.text)
    let folder = option("capath", read: SettingValue<String>.text)
    return file.isAbsent && !folder.isAbsent ? folder : file
  }

  private func option<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name(variable, path + [key]), variable, path + [key], read: read)
  }
}
