import DNS
import DNSTransport
import Testing

@Suite struct ServerAddressTests {
  static let good: [(String, String)] = [
    ("192.0.2.1", "192.0.2.1:53"), ("192.0.2.1:5353", "192.0.2.1:5353"), ("192.0.2.1#54", "192.0.2.1:54"),
    ("2001:db8::1", "[2001:db8::1]:53"), ("[2001:db8::1]", "[2001:db8::1]:53"),
    ("[2001:DB8::1]:99", "[2001:db8::1]:99"), ("2001:db8::1#99", "[2001:db8::1]:99"), ("::1", "[::1]:53"),
    ("fe80::1%lo", "[fe80::1%lo]:53"), ("[fe80::1%lo]:65535", "[fe80::1%lo]:65535")
  ]

  @Test(arguments: good)
  func reads(text: String, description: String) throws {
    #expect(try ServerAddress(parsing: text).description == description)
  }

  static let bad: [(String, ServerAddressError)] = [
    ("", .notAnAddress("")), ("dns.example", .notAnAddress("dns.example")), ("1.2.3", .notAnAddress("1.2.3")),
    ("192.0.2.1:0", .badPort("0")), ("192.0.2.1:65536", .badPort("65536")), ("192.0.2.1#", .badPort("")),
    ("192.0.2.1:+1", .badPort("+1")), ("[::1", .badBrackets("[::1")), ("[::1]53", .badBrackets("[::1]53")),
    ("192.0.2.1%lo", .notAnAddress("192.0.2.1%lo")), ("fe80::1%", .notAnAddress("fe80::1%")),
    ("fe80::1%1]:1'", .notAnAddress("fe80::1%1]:1'")),
    ("fe80::1%abcdefghijklmnop", .notAnAddress("fe80::1%abcdefghijklmnop"))
  ]

  @Test(arguments: bad)
  func refuses(text: String, error: ServerAddressError) {
    #expect(throws: error) { try ServerAddress(parsing: text) }
  }

  @Test func unknownInterface() {
    let configuration = ResolverConfiguration(servers: [ServerAddress(.v6(1), scope: "nowhere7")])
    #expect(throws: ServerAddressError.noInterface("nowhere7")) { try LiveResolver(configuration) }
  }

  static let files: [(String, [String], Int, Int)] = [
    ("", ["127.0.0.1:53"], 5, 2),
    ("# nothing\nsearch example.org\n", ["127.0.0.1:53"], 5, 2),
    (
      "nameserver 192.0.2.1\nnameserver\t2001:db8::1 # two\r\n;nameserver 192.0.2.9\n",
      ["192.0.2.1:53", "[2001:db8::1]:53"], 5, 2
    ),
    ("nameserver fe80::1%lo\noptions timeout:2 attempts:3 rotate\n", ["[fe80::1%lo]:53"], 2, 3),
    ("options timeout:999 attempts:99 timeout:x ndots:1\nnameserver ::1", ["[::1]:53"], 30, 5),
    (
      "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n",
      ["192.0.2.1:53", "192.0.2.2:53", "192.0.2.3:53"], 5, 2
    )
  ]

  @Test(arguments: files)
  func resolvConf(text: String, servers: [String], timeout: Int, rounds: Int) throws {
    let configuration = try ResolverConfiguration(parsing: text)
    #expect(configuration.servers.map(\.description) == servers)
    #expect(configuration.timeout == .seconds(timeout))
    #expect(configuration.rounds == rounds)
  }

  @Test func faultsOfTheFileNameThePlace() throws {
    #expect(throws: ResolverConfigurationError.badServer(path: "r", line: 2, .notAnAddress("ns.example"))) {
      try ResolverConfiguration(parsing: "#\nnameserver ns.example", path: "r")
    }
    #expect(
      try ResolverConfiguration.system(path: "/nonexistent/resolv.conf").servers == [ServerAddress(.v4(0x7F00_0001))])
    #expect(throws: ResolverConfigurationError.unreadable(path: "/", cause: "Is a directory")) {
      try ResolverConfiguration.system(path: "/")
    }
  }
}
