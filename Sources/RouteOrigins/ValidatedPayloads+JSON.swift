import Syntax

extension ValidatedPayloads {
  /// Reads an export in JSON (RFC 8259): one object with an array `roas` of flat objects. All else is passed over.
  static func json(_ octets: [UInt8]) throws(PayloadFault) -> [ValidatedPayload] {
    var reader = JSONReader(octets, depth: PayloadLimits.depth)
    var payloads: [ValidatedPayload] = []
    if reader.beginObject() {
      while let name = reader.nextName() {
        guard name.matches("roas"), reader.beginArray() else { continue }
        while reader.nextElement(), let payload = try payload(&reader) { payloads.append(payload) }
      }
    }
    if let fault = reader.finish() {
      throw PayloadFault(line: TextPosition(fault.offset, in: octets).line, message: fault.message)
    }
    return payloads
  }

  /// The next payload; nil after a fault of JSON.
  private static func payload(_ reader: inout JSONReader) throws(PayloadFault) -> ValidatedPayload? {
    guard reader.beginObject() else { return nil }
    let start = reader.offset
    var (asn, prefix, maxLength): (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) = ([], [], [])
    while let name = reader.nextName() {
      if name.matches("asn") {
        asn = octets(&reader)
      } else if name.matches("prefix") {
        prefix = octets(&reader)
      } else if name.matches("maxLength") {
        maxLength = octets(&reader)
      }
    }
    guard reader.fault == nil else { return nil }
    do {
      return try ValidatedPayload(asn: asn, prefix: prefix, maxLength: ValidatedPayload.number(maxLength), line: 1)
    } catch {
      throw PayloadFault(line: TextPosition(start, in: reader.octets).line, message: error.message)
    }
  }

  /// A text as it is written, since no field that matters has escapes, or the digits of a number.
  private static func octets(_ reader: inout JSONReader) -> ArraySlice<UInt8> {
    switch reader.scalar() {
    case .text(let text): text.octets
    case .number(let digits): digits
    default: []
    }
  }
}
