import DNS
import Testing

@testable import HostFiles

/// The files by which a machine finds names.
@Suite struct NamingFileTests {
  @Test(
    arguments: [
      ("127.0.0.1 localhost\n127.0.1.1 web01.example.org web01", "web01", ["web01.example.org", "web01"]),
      ("127.0.1.1\tweb01.example.org   WEB01 # own", "web01", ["web01.example.org", "WEB01"]),
      ("fe80::1%eth0 web01\n192.0.2.1 a web01", "web01", ["a", "web01"]), ("::1 web01", "web01", ["web01"]),
      ("#192.0.2.1 web01\n  192.0.2.2 web01 b", "web01", ["web01", "b"]), ("192.0.2.1 web010", "web01", nil),
      ("192.0.2.1", "web01", nil), ("", "web01", nil)
    ] as [(String, String, [String]?)])
  func findsTheRow(text: String, name: String, names: [String]?) {
    #expect(HostsTable(Self.file(text)).row(of: name)?.names == names)
  }

  @Test func rowsWithoutAnAddressAreFaults() {
    let table = HostsTable(Self.file("127.0.0.1 localhost\nweb01 192.0.2.1\n192.0.2.256 a\n"))
    #expect(table.faults.map(\.line) == [2, 3])
    #expect(table.rows.map(\.line) == [1])
  }

  @Test(
    arguments: [
      ("hosts: files dns", ["files", "dns"], true),
      (
        "passwd: files\nhosts: files mdns4_minimal [NOTFOUND=return] dns myhostname # end",
        ["files", "mdns4_minimal", "dns", "myhostname"], true
      ),
      ("hosts: dns [!UNAVAIL=return TRYAGAIN=continue] files", ["dns", "files"], false),
      ("hosts: files myhostname resolve [!UNAVAIL=return] dns", ["files", "myhostname", "resolve", "dns"], true),
      ("hosts: myhostname files", ["myhostname", "files"], false), ("passwd: files", ["files", "dns"], true)
    ])
  func readsTheOrder(text: String, services: [String], isTableFirst: Bool) {
    let order = NameServiceOrder(Self.file(text))
    #expect(order.services == services)
    #expect(order.readsTableFirst == isTableFirst)
  }

  @Test func readsResolvers() {
    let file = ResolverFile(
      Self.file(
        "; a comment\nsearch a.example\nnameserver 192.0.2.1\nnameserver fe80::1%eth0\nnameserver ns1\ndomain b.example"
      ))
    #expect(file.servers.map(\.text) == ["192.0.2.1", "fe80::1%eth0"])
    #expect(file.faults.map(\.line) == [5])
    #expect(file.search == ["b.example"])
  }

  static func file(_ text: String) -> TextFile { TextFile(path: "/etc/file", octets: Array(text.utf8)) }
}
