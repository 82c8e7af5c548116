import AuditTesting
import Testing
import ZlibKit

/// Archives as reports come in, and as attackers make them.
@Suite struct ZipStreamTests {
  final class Collector: ZipReceiver {
    var names: [String] = []
    var contents: [[UInt8]] = []
    var faults: [ZipFault?] = []
    func memberBegan(_ name: String) {
      names.append(name)
      contents.append([])
    }
    func memberContent(_ octets: Span<UInt8>) -> Bool {
      for index in octets.indices { contents[contents.count - 1].append(octets[index]) }
      return true
    }
    func memberEnded(_ fault: ZipFault?) { faults.append(fault) }
  }

  static func read(
    _ octets: [UInt8], pieces: Int = .max, limits: ZipLimits = ZipLimits(octets: 1 << 20, memberOctets: 1 << 19)
  ) -> (found: Collector, stream: ZipStream) {
    let (stream, collector) = (ZipStream(limits: limits), Collector())
    var start = 0
    while start < octets.count {
      let end = pieces < octets.count - start ? start + pieces : octets.count
      stream.take(octets.span.extracting(start..<end), collector)
      start = end
    }
    stream.finish(collector)
    return (collector, stream)
  }

  static let text = Array("hello, hello".utf8)
  static func member(_ change: (inout Packing.Member) -> Void = { _ in }) -> Packing.Member {
    var member = Packing.Member(name: "a.xml", octets: text)
    change(&member)
    return member
  }

  /// Stored as it is, with its size behind it.
  static func stored(_ signed: Bool, _ width: Int, _ octets: [UInt8] = text) -> Packing.Member {
    member { ($0.method, $0.descriptor, $0.octets) = (0, (signed, width), octets) }
  }

  static let good: [[Packing.Member]] = [
    [member()], [member { $0.method = 0 }], [member { $0.octets = [] }],
    [
      member {
        $0.method = 0; $0.octets = []
      }
    ],
    [member { $0.descriptor = (true, 4) }], [member { $0.descriptor = (false, 4) }],
    [member { $0.descriptor = (true, 8) }], [member { $0.descriptor = (false, 8) }],
    [stored(true, 4), stored(false, 8), member()], [stored(true, 8)], [stored(false, 4)], [stored(true, 4, [])],
    [stored(true, 4, [0x50, 0x4B, 7, 8] + [UInt8](repeating: 0x50, count: 100) + [0x50, 0x4B, 7, 8]), member()],
    [member { ($0.packedSize, $0.size, $0.checksum) = (0, 0, 0) }, member()],
    [member { $0.descriptor = (true, 4) }, member { $0.method = 0 }, member { $0.descriptor = (false, 8) }],
    [
      member {
        $0.method = 0
        ($0.packedSize, $0.size) = (0xFFFF_FFFF, 0xFFFF_FFFF)
        $0.extra = [1, 0, 16, 0] + Packing.number(12, 8) + Packing.number(12, 8)
      }
    ]
  ]

  @Test(arguments: good, [1, 3, .max])
  func reads(members: [Packing.Member], pieces: Int) {
    let (found, stream) = Self.read(Packing.zip(members), pieces: pieces)
    #expect(found.contents == members.map(\.octets) && found.faults == members.map { _ in nil })
    #expect(stream.fault == nil && stream.members == members.count)
  }

  static let bad: [(Packing.Member, ZipFault)] = [
    (member { $0.flags = 1 }, .encrypted), (member { $0.method = 12 }, .method(12)),
    (member { $0.size = 5 }, .sizesUntrue), (member { $0.packedSize = 5 }, .sizesUntrue),
    (member { ($0.method, $0.size) = (0, 5) }, .sizesUntrue), (member { $0.checksum = 1 }, .checksum),
    (member { ($0.method, $0.checksum) = (0, 1) }, .checksum)
  ]

  /// A file that cannot be read does not take the next one with it, where its size is true.
  @Test(arguments: bad, [1, .max])
  func refuses(bad: (Packing.Member, ZipFault), pieces: Int) {
    let (found, _) = Self.read(Packing.zip([bad.0, Self.member { $0.name = "b.xml" }]), pieces: pieces)
    #expect(found.faults.first == bad.1 && found.names.first == "a.xml")
    let isSizeTrue = bad.0.packedSize == nil && !(bad.0.method == 0 && bad.0.size != nil)
    if isSizeTrue { #expect(found.faults.count == 2 && found.faults.last == .some(nil), "\(found.faults)") }
  }

  @Test func refusesTheWhole() {
    let (cut, cutStream) = Self.read(Array(Packing.zip([Self.member()]).prefix(40)))
    #expect(cut.faults == [.incomplete] && cutStream.fault == .incomplete)
    let refused = Self.read(Array(Packing.zip([Self.member { $0.flags = 1 }]).prefix(40)))
    #expect(refused.found.faults == [.encrypted] && refused.stream.fault == .incomplete)
    #expect(Self.read(Array("PK..".utf8)).stream.fault == .malformed)
    #expect(Self.read(Packing.zip([Self.member()], end: false)).stream.fault == .incomplete)
    #expect(Self.read(Packing.zip([])).stream.members == 0)
    let many = Packing.zip((0..<20).map { _ in Self.member() })
    let (found, stream) = Self.read(many, limits: ZipLimits(octets: 1 << 20, memberOctets: 1 << 20, members: 10))
    #expect(found.names.count == 10 && stream.fault == .tooMany(10))
    let unknown = Self.member { ($0.method, $0.flags) = (0, 8) }
    #expect(Self.read(Packing.zip([unknown])).found.faults == [.incomplete])
    let untrue = Self.member {
      $0.descriptor = (true, 4)
      $0.size = 1
    }
    #expect(Self.read(Packing.zip([untrue]) + [0, 0, 0, 0]).found.faults == [.sizesUntrue])
  }

  @Test func bombsAreBounded() {
    for method in [0, 8] {
      let large = Self.member {
        ($0.octets, $0.method) = ([UInt8](repeating: 0x61, count: 100_000), method)
      }
      let limits = ZipLimits(octets: 150_000, memberOctets: 120_000)
      let (found, _) = Self.read(Packing.zip([large, large, large]), limits: limits)
      #expect(found.faults.first == .some(nil) && found.faults.count >= 2)
      guard case .packed(.tooLong)? = found.faults[1] else {
        Issue.record("\(found.faults)")
        return
      }
      #expect(found.contents.reduce(0) { $0 + $1.count } < 400_000)
    }
  }

  /// A size that is told behind the data takes no limit away.
  @Test func untoldSizesAreBounded() {
    let large = Self.stored(true, 4, [UInt8](repeating: 0, count: 100_000))
    let limits = ZipLimits(octets: 1 << 20, memberOctets: 50_000)
    let (found, stream) = Self.read(Packing.zip([large]), pieces: 1_000, limits: limits)
    #expect(found.faults == [.packed(.tooLong(50_000))] && stream.fault != nil)
    #expect(found.contents[0].count <= 50_000)
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd"), ("C:\\a\\b.xml", "b.xml"), ("a\u{1B}[31m.xml", "a[31m.xml"), ("/", "/")
  ])
  func namesAreHarmless(name: String, shown: String) {
    let (found, _) = Self.read(Packing.zip([Self.member { $0.name = name }]))
    #expect(found.names == [shown])
  }

  @Test func foldersArePassedOver() {
    let folder = Packing.Member(name: "reports/", octets: [], method: 0)
    let (found, _) = Self.read(Packing.zip([folder, Self.member { $0.name = "reports/a.xml" }]))
    #expect(found.names == ["a.xml"] && found.contents == [Self.text])
  }

  @Test(
    arguments: [
      .malformed, .incomplete, .encrypted, .method(1), .sizesUntrue, .checksum, .tooMany(1),
      .packed(.incomplete)
    ] as [ZipFault])
  func faultsHaveWords(fault: ZipFault) { #expect(!fault.description.isEmpty) }
}
