import XMLKit
import ZlibKit

/// A logo as BIMI wants it: SVG Tiny Portable/Secure (draft-svg-tiny-ps-abrotman §2), judged by its markup.
public struct BIMIIndicator: Sendable {
  /// The octets of the file.
  public let octets: Int
  /// Everything that breaks the profile, in the order of lines.
  public let faults: [Fault]
  /// The text of its title; nil without one.
  public let title: String?

  /// One breach of the profile.
  public struct Fault: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong there, a phrase without a full stop.
    public let message: String
    /// Whether receivers refuse the logo for it, or may show it poorly.
    public let isGrave: Bool
  }

  /// Whether nothing grave was found.
  public var isValid: Bool { !faults.contains(where: \.isGrave) }

  /// The SVG of a file, which may be packed with gzip (SVGZ, RFC 6170 §5.2); nil when that is damaged or absurdly long.
  public static func unpacked(_ file: [UInt8]) -> [UInt8]? {
    Gzip.isGzip(file) ? try? Gzip.unpack(file, limit: BIMILimits.fetchedLogoOctets) : file
  }

  /// Reads a file.
  public init(_ file: [UInt8]) {
    guard let text = Self.unpacked(file) else {
      (octets, title) = (file.count, nil)
      faults = [Fault(line: 1, message: "the gzip data are damaged, or absurdly long", isGrave: true)]
      return
    }
    let content = XMLReader.read(text)
    octets = text.count
    title = content.elements.first { $0.depth == 1 && $0.name == "title" }?.text
    var judge = BIMIIndicatorJudge()
    judge.judge(content)
    if text.count > BIMILimits.logoOctets {
      judge.report(1, "the file has \(text.count) octets, more than \(BIMILimits.logoOctets)", isGrave: false)
    }
    faults = judge.faults.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}

/// Looks for what the profile forbids.
private struct BIMIIndicatorJudge {
  private(set) var faults: [BIMIIndicator.Fault] = []

  private static let svgNamespace = "http://www.w3.org/2000/svg"
  private static let linkNamespace = "http://www.w3.org/1999/xlink"
  /// More faults say nothing new.
  private static let maximumFaults = 50

  mutating func report(_ line: Int, _ message: String, isGrave: Bool = true) {
    guard faults.count < Self.maximumFaults else { return }
    faults.append(.init(line: line, message: message, isGrave: isGrave))
  }

  mutating func judge(_ content: XMLContent) {
    if let fault = content.fault { report(fault.line, fault.description) }
    guard let root = content.elements.first else { return }
    guard root.name == "svg", root.namespace == Self.svgNamespace else {
      return report(root.line, "the root is \(root.name), not svg of the namespace \(Self.svgNamespace)")
    }
    judgeRoot(root)
    if content.fault == nil { judgeTitle(content.elements, root) }
    for element in content.elements { judge(element) }
    for instruction in content.instructions where instruction.target == "xml-stylesheet" {
      report(instruction.line, "a style sheet outside of the file (xml-stylesheet)")
    }
  }

  private mutating func judgeRoot(_ root: XMLElement) {
    expect(root, "version", "1.2")
    expect(root, "baseProfile", "tiny-ps")
    for name in ["x", "y"] where root[name] != nil { report(root.line, "the svg element has the attribute \(name)") }
    judgeShape(root)
  }

  private mutating func expect(_ root: XMLElement, _ name: String, _ value: String) {
    guard let found = root[name] else { return report(root.line, "the svg element lacks \(name)=\"\(value)\"") }
    if found != value { report(root.line, "\(name) is \"\(found.prefix(40))\", not \"\(value)\"") }
  }

  private mutating func judgeTitle(_ elements: [XMLElement], _ root: XMLElement) {
    guard let title = elements.first(where: { $0.depth == 1 && $0.name == "title" }) else {
      return report(root.line, "there is no title element in the svg element")
    }
    if title.text.allSatisfy(\.isWhitespace) { report(title.line, "the title is empty", isGrave: false) }
  }

  /// Clients cut logos to a square or a circle.
  private mutating func judgeShape(_ root: XMLElement) {
    let numbers = (root["viewBox"] ?? "").split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
    if numbers.count == 4 {
      if numbers[2] != numbers[3] { report(root.line, "the viewBox is not square", isGrave: false) }
    } else if let width = root["width"], let height = root["height"], width != height {
      report(root.line, "the logo is not square (\(width.prefix(20)) by \(height.prefix(20)))", isGrave: false)
    }
  }

  private mutating func judge(_ element: XMLElement) {
    let name = element.name.lowercased()
    // Elements of other namespaces, such as metadata of a drawing program, are not drawn.
    let isSVG = element.namespace == Self.svgNamespace
    if isSVG || name == "script", let reason = Self.forbidden[name] {
      report(element.line, "the element \(element.name): \(reason)")
    }
    if isSVG, Self.foreign.contains(name) || name.hasPrefix("fe") && name != "feature" {
      report(element.line, "the element \(element.name) is not part of SVG Tiny 1.2", isGrave: false)
    }
    for attribute in element.attributes { judge(attribute, element) }
    if name == "style", Self.pointsOutside(element.text) {
      report(element.line, "a style that refers to something outside of the file")
    }
  }

  private mutating func judge(_ attribute: XMLAttribute, _ element: XMLElement) {
    let name = attribute.name.lowercased()
    let isLink = name == "href" && (attribute.namespace == nil || attribute.namespace == Self.linkNamespace)
    if isLink, attribute.value.first(where: { !$0.isWhitespace }) != "#" {
      report(element.line, "the element \(element.name) refers to something outside of the file")
    } else if name.hasPrefix("on"), attribute.namespace == nil {
      report(element.line, "the element \(element.name) has the event attribute \(attribute.name.prefix(40))")
    } else if Self.pointsOutside(attribute.value) {
      report(element.line, "the attribute \(attribute.name.prefix(40)) refers to something outside of the file")
    }
  }

  /// Whether a value has a `url(…)` that is no fragment of the file, or a script as its address.
  private static func pointsOutside(_ value: String) -> Bool {
    let text = value.lowercased()
    if text.contains("@import") || text.contains("javascript:") { return true }
    return text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().contains { rest in
      rest.first { !$0.isWhitespace && $0 != "\"" && $0 != "'" } != "#"
    }
  }

  /// Elements that the profile forbids, in lower case, and why.
  private static let forbidden: [String: String] = {
    let groups: [(String, [String])] = [
      ("scripts are forbidden", ["script", "handler", "listener"]),
      ("raster images are forbidden", ["image"]),
      (
        "animation is forbidden",
        ["animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard", "mpath", "animation"]
      ),
      ("links and other interaction are forbidden", ["a", "foreignobject", "prefetch"]),
      ("sound and film are forbidden", ["audio", "video"])
    ]
    return Dictionary(uniqueKeysWithValues: groups.flatMap { reason, names in names.map { ($0, reason) } })
  }()

  /// Elements of other profiles of SVG that drawing programs like to write.
  private static let foreign: Set<String> = [
    "style", "filter", "mask", "clippath", "pattern", "symbol", "marker", "textpath", "view", "cursor", "iframe",
    "canvas"
  ]
}
