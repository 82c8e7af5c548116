import ArgumentParser
import AuditModel
import Foundation
import OpenSSLKit
import ProcessKit
import SASL
import Testing

@testable import CommandLine

@Suite struct LoginOptionsTests {
  @Test(arguments: [
    ([], SecretSource.terminal(prompt: "Password of tim: ")),
    (["--auth", "xoauth2"], .terminal(prompt: "Token of tim: ")),
    (["--password-env", "SECRET"], .environment("SECRET")),
    (["--password-file", "secret"], .file("secret")), (["--password-fd", "3"], .descriptor(3))
  ])
  func theSourceIsWhatTheOptionsSay(arguments: [String], source: SecretSource) throws {
    #expect(try LoginOptions.parse(arguments).source(for: "tim") == source)
  }

  @Test(arguments: [
    ["--password", "pencil"], ["--auth", "NTLM"], ["--password-fd", "-1"], ["--password-fd", "x"],
    ["--password-env", "A", "--password-file", "b"]
  ])
  func noPasswordIsAnArgument(arguments: [String]) {
    #expect(throws: (any Error).self) { try LoginOptions.parse(arguments) }
  }

  @Test(arguments: [("pencil\n", false), ("pencil\n", true)])
  func credentialsAreRead(content: String, isToken: Bool) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "login-\(UUID().uuidString)").path
    try Data(content.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let options = try LoginOptions.parse(["--password-file", path] + (isToken ? ["--auth", "OAUTHBEARER"] : []))
    let credentials = try options.credentials(of: "tim") { _ in }
    #expect(credentials.user == "tim" && credentials.isToken == isToken && credentials.secret.count == 6)
  }

  @Test(
    arguments: [
      (["--password-file", "/nowhere/at/all"], "/nowhere/at/all: No such file or directory", 74),
      (
        ["--password-env", "MAILAUDIT_NOT_SET"],
        "--password-env: the environment variable MAILAUDIT_NOT_SET is not set", 64
      ),
      (["--password-file", "/dev/null"], "/dev/null: the password is empty", 64)
    ] as [([String], String, Int32)])
  func whatCannotBeReadIsOneLine(arguments: [String], words: String, status: Int32) throws {
    let options = try LoginOptions.parse(arguments)
    do {
      _ = try options.credentials(of: "tim") { _ in }
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.description == words)
      #expect(error.status.rawValue == status)
    }
  }
}
