import CLDNS
import DNS

/// The data of one record, read by libldns.
///
/// libldns is right about the fields of every type, and lax about what is in them: it cuts numbers to their width and
/// takes relative names for absolute ones. So each field is checked here before it is handed over.
struct ZoneTextData {
  private let typeToken: ZoneTextEntry.Token
  private let type: DNSRecordType
  private let tokens: [ZoneTextEntry.Token]
  private let origin: DomainName?

  init(
    _ typeToken: ZoneTextEntry.Token, _ type: DNSRecordType, _ tokens: [ZoneTextEntry.Token], origin: DomainName?
  ) {
    self.typeToken = typeToken
    self.type = type
    self.tokens = tokens
    self.origin = origin
  }

  func read() throws(ZoneTextFault) -> DNSRecordData {
    // RFC 6895 §3.1: 128 to 255 are for questions, and OPT (RFC 6891 §6.1.1) is for messages; neither is ever stored.
    if (128...255).contains(type.rawValue) || type == .opt {
      throw .init(typeToken, "records of type \(type) do not stand in zones")
    }
    let isGeneric = tokens.first.map { !$0.isQuoted && $0.raw.elementsEqual("\\#".utf8) } ?? false
    return try isGeneric ? readGeneric() : readFields()
  }

  /// RFC 3597 §5: `\#`, the number of octets, and as many octets in hexadecimal.
  private func readGeneric() throws(ZoneTextFault) -> DNSRecordData {
    let digits = tokens.dropFirst(2).flatMap(\.raw)
    let hex = String(decoding: digits, as: UTF8.self)
    guard tokens.count >= 2, let count = Int(tokens[1].text), (0...ZoneTextLimits.dataOctets).contains(count),
      digits.count == 2 * count, hex.allSatisfy(\.isHexDigit)
    else { throw .init(tokens[0], "\\# takes the number of octets and twice as many hexadecimal digits (RFC 3597 §5)") }
    return try record(of: "\(type)", "\\# \(count) \(hex)")
  }

  private func readFields() throws(ZoneTextFault) -> DNSRecordData {
    guard let descriptor = unsafe ldns_rr_descript(type.rawValue), !typeToken.text.uppercased().hasPrefix("TYPE") else {
      throw .init(typeToken, "data of the type \(type) are written as \\# and octets (RFC 3597 §5)")
    }
    let least = unsafe ldns_rr_descriptor_minimum(descriptor)
    if tokens.count < least {
      throw .init(tokens.last ?? typeToken, "\(type) takes \(least) values, \(tokens.count) are here")
    }
    var fields: [String] = []
    for (index, token) in tokens.enumerated() {
      let most = unsafe ldns_rr_descriptor_maximum(descriptor)
      let field = unsafe ldns_rr_descriptor_field_type(descriptor, min(index, max(most, 1) - 1))
      let isSurplus = index >= most && ZoneTextField.isSingle(field)
      if isSurplus { throw .init(token, "\(type) takes no more than \(most) values") }
      fields.append(try ZoneTextField(token, field).checked(origin: origin))
    }
    return try record(of: "\(type)", fields.joined(separator: " "))
  }

  /// Lets libldns read the data and copies what it made.
  private func record(of type: String, _ data: String) throws(ZoneTextFault) -> DNSRecordData {
    var record: UnsafeMutablePointer<ldns_rr>?
    let status = unsafe ldns_rr_new_frm_str(&record, ". 0 IN \(type) \(data)", 0, nil, nil)
    defer { unsafe ldns_rr_free(record) }
    guard status == LDNS_STATUS_OK, let made = unsafe record else {
      let cause =
        unsafe ldns_get_errorstr_by_id(status).map { unsafe String(cString: $0) } ?? "status \(status.rawValue)"
      throw .init(tokens.first ?? typeToken, "these are no data of the type \(type): \(cause)")
    }
    guard let value = unsafe DNSRecordData(ldns: made), value.type == self.type else {
      throw .init(tokens.first ?? typeToken, "these are no data of the type \(type)")
    }
    return value
  }
}
