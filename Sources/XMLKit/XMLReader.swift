import CXML2

/// Reads XML with the SAX2 parser of libxml2: no network, no entities, no document type, bounded depth and size.
public enum XMLReader {
  /// Reads a text. It never throws: what is wrong is part of the content.
  public static func read(_ text: [UInt8]) -> XMLContent {
    guard text.count <= XMLLimits.octets else {
      return XMLContent(elements: [], instructions: [], fault: XMLFault(line: 1, cause: .tooLong))
    }
    _ = XMLLibrary.isReady
    let collector = XMLCollector()
    collector.parse(text)
    return XMLContent(elements: collector.elements, instructions: collector.instructions, fault: collector.fault)
  }
}

/// Takes what the parser reports. It lives as long as one call of ``parse(_:)``.
@safe private final class XMLCollector {
  private(set) var elements: [XMLElement] = []
  private(set) var instructions: [XMLContent.Instruction] = []
  private(set) var fault: XMLFault?
  /// The elements that are open, as indices.
  private var open: [Int] = []
  private var context: xmlParserCtxtPtr?

  func parse(_ text: [UInt8]) {
    var handler = unsafe Self.handler
    let itself = unsafe Unmanaged.passUnretained(self).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, itself, nil, 0, nil) else {
      fault = XMLFault(line: 1, cause: .notWellFormed("the parser could not be made"))
      return
    }
    unsafe self.context = context
    _ = unsafe xmlCtxtUseOptions(context, XMLLibrary.options)
    unsafe text.withUnsafeBytes { octets in
      let start = unsafe octets.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(context, start, Int32(octets.count), 1)
    }
    unsafe self.context = nil
    unsafe xmlFreeParserCtxt(context)
    if elements.isEmpty, fault == nil { fault = XMLFault(line: 1, cause: .notWellFormed("there is no element")) }
  }

  func startElement(_ name: String, _ namespace: String?, _ attributes: [XMLAttribute], tooMany: Bool) {
    if tooMany || elements.count >= XMLLimits.elements { return stop(.tooMany) }
    if open.count >= XMLLimits.depth { return stop(.tooDeep) }
    elements.append(
      XMLElement(name: name, namespace: namespace, attributes: attributes, depth: open.count, line: line))
    open.append(elements.count - 1)
  }

  func endElement() { _ = open.popLast() }

  func characters(_ text: String) {
    guard let index = open.last, elements[index].text.utf8.count < XMLLimits.textOctets else { return }
    elements[index].text += text
  }

  func instruction(_ target: String) {
    guard instructions.count < XMLLimits.attributes else { return }
    instructions.append(.init(target: target, line: line))
  }

  func stop(_ cause: XMLFault.Cause, line: Int? = nil) {
    if fault == nil { fault = XMLFault(line: max(1, line ?? self.line), cause: cause) }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  private var line: Int {
    guard let context = unsafe context else { return 1 }
    return max(1, Int(unsafe xmlSAX2GetLineNumber(context)))
  }

  /// The functions that the parser calls; each finds the collector behind the pointer that it is given.
  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { user, name, _, namespace, _, _, count, _, values in
      let attributes = unsafe XMLText.attributes(values, Int(count))
      unsafe XMLText.collector(user)?.startElement(
        unsafe XMLText.string(name) ?? "", unsafe XMLText.string(namespace), attributes,
        tooMany: Int(count) > XMLLimits.attributes)
    }
    unsafe handler.endElementNs = { user, _, _, _ in unsafe XMLText.collector(user)?.endElement() }
    unsafe handler.characters = { user, text, count in
      unsafe XMLText.collector(user)?.characters(unsafe XMLText.string(text, Int(count)))
    }
    unsafe handler.cdataBlock = { user, text, count in
      unsafe XMLText.collector(user)?.characters(unsafe XMLText.string(text, Int(count)))
    }
    unsafe handler.processingInstruction = { user, target, _ in
      unsafe XMLText.collector(user)?.instruction(unsafe XMLText.string(target) ?? "")
    }
    unsafe handler.internalSubset = { user, _, _, _ in unsafe XMLText.collector(user)?.stop(.documentType) }
    unsafe handler.serror = { user, error in
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "an unnamed fault"
      unsafe XMLText.collector(user)?.stop(
        .notWellFormed(XMLText.oneLine(message)), line: Int(unsafe error.pointee.line))
    }
    return unsafe handler
  }
}

/// Copies what the parser lends out.
enum XMLText {
  fileprivate static func collector(_ user: UnsafeMutableRawPointer?) -> XMLCollector? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<XMLCollector>.fromOpaque(user).takeUnretainedValue()
  }

  static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  static func string(_ text: UnsafePointer<xmlChar>?, _ count: Int) -> String {
    unsafe String(
      decoding: UnsafeBufferPointer(start: text, count: max(0, min(count, XMLLimits.textOctets))), as: UTF8.self)
  }

  /// Five pointers each: local name, prefix, namespace, start and end of the value.
  static func attributes(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [XMLAttribute] {
    guard let values = unsafe values else { return [] }
    return (0..<min(count, XMLLimits.attributes)).map { index in
      let (start, end) = unsafe (values[5 * index + 3], values[5 * index + 4])
      var value = ""
      if let start = unsafe start, let end = unsafe end {
        unsafe value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      }
      return XMLAttribute(
        name: unsafe string(values[5 * index]) ?? "", namespace: unsafe string(values[5 * index + 2]), value: value)
    }
  }

  static func oneLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(200))
  }
}
