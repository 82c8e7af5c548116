import CYAML

/// Reads YAML with the event parser of libyaml: nothing is built of tags, aliases stay aliases, depth and size are bounded.
public enum YAMLReader {
  /// Reads a text. It never throws: what is wrong is part of the content, and what stands before it was read.
  public static func read(_ octets: [UInt8]) -> YAMLContent {
    let text = YAMLText(octets)
    guard !octets.isEmpty else { return YAMLContent(nodes: [], roots: [], faults: []) }
    guard text.directives <= YAMLLimits.directives else {
      let fault = YAMLFault(
        offset: 0, message: "more than \(YAMLLimits.directives) directives (lines that begin with %)")
      return YAMLContent(nodes: [], roots: [], faults: [fault])
    }
    var builder = YAMLBuilder()
    let fault = EventParser(text).run(into: &builder)
    builder.endAll(octets.count)
    let faults = (text.faults + (fault.map { [$0] } ?? [])).sorted { $0.offset < $1.offset }
    return YAMLContent(nodes: builder.nodes, roots: builder.roots, faults: faults)
  }
}

/// The parser of libyaml. It lives as long as one call of ``run(into:)``.
@safe private final class EventParser {
  private let text: YAMLText
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)

  init(_ text: YAMLText) {
    self.text = text
  }

  deinit { unsafe parser.deallocate() }

  /// Reads to the end, or to the first fault.
  func run(into builder: inout YAMLBuilder) -> YAMLFault? {
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      return YAMLFault(offset: 0, message: "there is no memory to read it")
    }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return unsafe text.octets.withUnsafeBufferPointer { octets in
      unsafe yaml_parser_set_input_string(parser, octets.baseAddress, octets.count)
      return events(into: &builder)
    }
  }

  private func events(into builder: inout YAMLBuilder) -> YAMLFault? {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { return fault }
      defer { unsafe yaml_event_delete(&event) }
      let start = text.offset(of: Int(unsafe event.start_mark.index))
      let range = start..<max(start, text.offset(of: Int(unsafe event.end_mark.index)))
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return nil
      case YAML_DOCUMENT_START_EVENT: builder.beginDocument()
      case YAML_ALIAS_EVENT: builder.alias(unsafe Self.string(event.data.alias.anchor) ?? "", range)
      case YAML_SCALAR_EVENT: unsafe scalar(event, range, &builder)
      case YAML_SEQUENCE_START_EVENT:
        builder.begin(isMapping: false, anchor: unsafe Self.string(event.data.sequence_start.anchor), range)
      case YAML_MAPPING_START_EVENT:
        builder.begin(isMapping: true, anchor: unsafe Self.string(event.data.mapping_start.anchor), range)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: builder.end(range.upperBound)
      default: break
      }
      if builder.isFull {
        return YAMLFault(
          offset: start,
          message:
            "more than \(YAMLLimits.nodes) values, or \(YAMLLimits.depth) within each other: nothing is read from here")
      }
    }
  }

  private func scalar(_ event: yaml_event_t, _ range: Range<Int>, _ builder: inout YAMLBuilder) {
    let scalar = unsafe event.data.scalar
    let octets = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
    let isQuoted =
      unsafe scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
    let spansLines = unsafe event.start_mark.line != event.end_mark.line
    builder.scalar(
      unsafe String(decoding: octets, as: UTF8.self),
      spansLines && (isPlain || isQuoted) ? .folded : isPlain ? .plain : .text,
      anchor: unsafe Self.string(scalar.anchor), range)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  /// What libyaml says is wrong.
  private var fault: YAMLFault {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let isOpen = YAMLProblem.isAboutTheBeginning(problem)
    let mark = unsafe isOpen ? parser.pointee.context_mark : parser.pointee.problem_mark
    return YAMLFault(offset: text.offset(of: Int(mark.index)), message: YAMLProblem.words(problem))
  }
}
