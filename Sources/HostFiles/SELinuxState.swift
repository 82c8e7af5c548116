/// What SELinux keeps programs from, as far as mail of web pages is concerned (httpd_selinux(8)).
public struct SELinuxState: Sendable, Hashable {
  /// Whether rules are enforced, and not only logged.
  public var isEnforcing: Bool
  /// What says so.
  public var setting: LocatedText
  /// The booleans that could be read, by their name.
  public var booleans: [String: Bool] = [:]

  /// The boolean that lets web pages run sendmail, and reach the ports of SMTP.
  public static let sendMail = "httpd_can_sendmail"
  /// The boolean that lets web pages reach every port.
  public static let connect = "httpd_can_network_connect"

  /// Looks at what the kernel of a running machine shows, or at what an image will start with.
  public static func read(_ tree: any FileTree, isRunning: Bool) -> Sight<SELinuxState> {
    if !isRunning { return configured(tree) }
    return tree.text(at: "/sys/fs/selinux/enforce").flatMap { file in
      guard let value = file.onlyValue, value.text == "0" || value.text == "1" else {
        return .malformed("\(file.path) is neither 0 nor 1")
      }
      var state = SELinuxState(isEnforcing: value.text == "1", setting: value)
      for name in [sendMail, connect] {
        // The current value, then the one that waits to be committed.
        let value = tree.text(at: "/sys/fs/selinux/booleans/\(name)").value?.onlyValue?.text.first
        if let value { state.booleans[name] = value == "1" }
      }
      return .present(state)
    }
  }

  private static func configured(_ tree: any FileTree) -> Sight<SELinuxState> {
    tree.text(at: "/etc/selinux/config").flatMap { file in
      guard let mode = file.pairs().last(where: { $0.key == "SELINUX" }) else {
        return .malformed("\(file.path) sets no mode")
      }
      let text = mode.text.lowercased()
      if text == "disabled" { return .absent }
      return .present(SELinuxState(isEnforcing: text == "enforcing", setting: mode))
    }
  }
}
