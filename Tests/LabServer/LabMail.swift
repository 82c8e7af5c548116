import AuditTesting
import Checks
import Foundation
import OpenSSLKit

/// The mail servers of the scenarios: ours, and the configuration of Postfix.
enum LabMail {
  /// Serves what Postfix does not, until the process ends.
  static func serve(_ scenarios: [LabScenario], folder: String) async throws {
    let servers = scenarios.flatMap(\.mailServers)
    var running: [ScriptedMailServer] = []
    for server in servers where !server.isPostfix {
      running.append(
        try await ScriptedMailServer(
          server.server, identity: try server.identity(), address: "\(server.address)", port: 25))
    }
    try Data().write(to: URL(fileURLWithPath: folder + "/mail.ready"))
    while !running.isEmpty { try await Task.sleep(for: .seconds(3_600)) }
  }

  /// Writes main.cf, master.cf and the certificates: one service for each address, without chroot, and a log without
  /// syslog.
  static func configurePostfix(_ scenarios: [LabScenario], folder: String) throws {
    let home = folder + "/postfix"
    for part in ["queue", "data"] {
      try FileManager.default.createDirectory(atPath: "\(home)/\(part)", withIntermediateDirectories: true)
    }
    var services = ""
    for server in scenarios.flatMap(\.mailServers) where server.isPostfix {
      services += service(server, try chains(server, home)) + "\n"
    }
    try (master + services).write(toFile: home + "/master.cf", atomically: true, encoding: .utf8)
    try main(home).write(toFile: home + "/main.cf", atomically: true, encoding: .utf8)
    try ExampleCertificates.root.write(toFile: home + "/root.pem", atomically: true, encoding: .utf8)
  }

  /// Writes key and chain of each certificate to a file, the key first, as smtpd_tls_chain_files wants it.
  private static func chains(_ server: LabMailServer, _ home: String) throws -> String {
    try server.certificates.enumerated().map { index, names in
      let path = "\(home)/\(server.address)-\(index).pem"
      let texts = [ExampleKeys.all[names.first ?? ""]] + names.map { ExampleCertificates.all[$0] }
      let text = texts.compactMap(\.self).joined(separator: "\n") + "\n"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }.joined(separator: ",")
  }

  private static func service(_ server: LabMailServer, _ chains: String) -> String {
    let level = server.server.ehlo.contains { $0.contains("STARTTLS") } ? "may" : "none"
    return """
      \(server.address):25 inet n - n - - smtpd
        -o smtpd_tls_security_level=\(level)
        -o smtpd_tls_chain_files=\(chains)
      """
  }

  private static let master = """
    postlog unix-dgram n - n - 1 postlogd
    tlsmgr unix - - n 1000? 1 tlsmgr
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    proxymap unix - - n - - proxymap
    anvil unix - - n - 1 anvil

    """

  private static func main(_ home: String) -> String {
    """
    compatibility_level = 3.6
    queue_directory = \(home)/queue
    data_directory = \(home)/data
    maillog_file = /dev/stdout
    myhostname = mail.mailhosts.example
    mydestination =
    local_recipient_maps =
    alias_maps =
    inet_interfaces = all
    smtpd_relay_restrictions = reject_unauth_destination
    smtpd_client_connection_rate_limit = 0
    smtpd_peername_lookup = no
    default_transport = error:nothing leaves the lab

    """
  }
}
