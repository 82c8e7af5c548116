import CXML2

/// What is used of libxml2 to read in pieces, all of it.
enum XMLLibrary {
  /// Without a document type there are no entities but the five of XML itself, and those are to be replaced.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOERROR.rawValue)

  /// libxml2 wants to be made ready once, before threads use it.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// A parser that calls the functions of `handler` with `user`; nil when there is no memory for it.
  static func parser(
    _ handler: inout xmlSAXHandler, _ user: UnsafeMutableRawPointer
  ) -> xmlParserCtxtPtr? {
    guard isReady, let parser = unsafe xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else { return nil }
    _ = unsafe xmlCtxtUseOptions(parser, options)
    return unsafe parser
  }

  static func parse(_ parser: xmlParserCtxtPtr, _ octets: UnsafeRawBufferPointer, isLast: Bool) {
    let start = unsafe octets.baseAddress?.assumingMemoryBound(to: CChar.self)
    _ = unsafe xmlParseChunk(parser, start, Int32(octets.count), isLast ? 1 : 0)
  }

  static func stop(_ parser: xmlParserCtxtPtr) { unsafe xmlStopParser(parser) }

  static func line(_ parser: xmlParserCtxtPtr) -> Int { max(1, Int(unsafe xmlSAX2GetLineNumber(parser))) }

  static func free(_ parser: xmlParserCtxtPtr) { unsafe xmlFreeParserCtxt(parser) }
}
