import HostFiles

extension FuzzTarget {
  /// Files of a machine: an image of a container comes from anywhere.
  static let hostFiles = [
    FuzzTarget(
      name: "host-files",
      seeds: { [Array("127.0.0.1 localhost\nhosts: files [a b] dns\na = $a ${b}\n c\naccount a : b\nDSx\n".utf8)] },
      run: { input in
        let file = TextFile(path: "/f", octets: input)
        let table = HostsTable(file)
        promise(table.rows.allSatisfy { !$0.names.isEmpty }, "a row has a name")
        promise(!ResolverFile(file).servers.contains { $0.text.isEmpty }, "a resolver has an address")
        _ = NameServiceOrder(file).readsTableFirst
        let postfix = PostfixSettings(file)
        for setting in all(postfix, file) { promise(setting.line >= 1, "a line is counted from 1") }
      }),
    FuzzTarget(
      name: "host-signers",
      seeds: {
        [
          Array("KeyTable /t\nSignHeaders From\na b.example:c:/d\n".utf8),
          Array("domain { a { selectors [ { selector = \"b\"; path: '/c'; } ] } } # d\n".utf8)
        ]
      },
      run: { input in
        for signer in DKIMSignerSettings.all(in: SameFile(octets: input)).compactMap(\.value) {
          promise(signer.keys.allSatisfy { $0.domain.line >= 1 }, "a line is counted from 1")
        }
      })
  ]

  /// A machine all of whose files are the same.
  private struct SameFile: FileTree {
    let octets: [UInt8]

    func status(of path: String) throws(FileTreeError) -> FileStatus { FileStatus(.file, mode: 0o644, owner: 0) }

    func octets(of path: String, atMost count: Int) throws(FileTreeError) -> [UInt8] { Array(octets.prefix(count)) }

    func names(in path: String, atMost count: Int) throws(FileTreeError) -> [String] { throw .absent }
  }

  /// What every reader of mail settings makes of the file.
  private static func all(_ postfix: PostfixSettings, _ file: TextFile) -> [LocatedText] {
    let settings = [
      LocalMailSettings(postfix, hostName: "a.example", mailName: nil),
      LocalMailSettings(debianExim: file, made: .present(file), mailName: nil), LocalMailSettings(exim: file),
      LocalMailSettings(sendmail: file), LocalMailSettings(msmtp: file), LocalMailSettings(ssmtp: file),
      LocalMailSettings(dma: file, mailName: nil),
      LocalMailSettings(nullmailer: .present(file), me: file.onlyValue, greeting: nil, domain: nil)
    ]
    let command = PHPMailCommand.last(in: file).map { [$0.setting] } ?? []
    return settings.flatMap { [$0.greetingName, $0.origin].compactMap(\.self) } + command
  }
}
