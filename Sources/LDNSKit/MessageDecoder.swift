import CLDNS
public import DNS

extension DNSMessage {
  /// Decodes the octets of one message; anything that is no message throws ``DNSFailure/malformed(_:)``.
  ///
  /// A caller who has compared the question with the one asked gives its name: the question is not copied then, and
  /// records of that name share its octets.
  public init(decoding octets: Span<UInt8>, asked: DomainName? = nil) throws(DNSFailure) {
    if let asked, let plain = DNSMessage(plain: octets, asked: asked) {
      self = plain
    } else {
      try self.init(libldns: octets, asked: asked)
    }
  }

  /// Decodes the octets of one message with libldns.
  init(libldns octets: Span<UInt8>, asked: DomainName? = nil) throws(DNSFailure) {
    let packet = try LDNSPacket(octets)
    self.init()
    try unsafe copy(packet.pointer, asked: asked)
    octetCount = octets.count
    if let header = DNSMessageHeader(octets) {
      id = header.id
      flags = header.flags
      responseCode |= header.responseCode
    }
  }

  /// Decodes the octets of one message.
  public init(decoding octets: [UInt8]) throws(DNSFailure) {
    try self.init(decoding: octets.span)
  }

  private mutating func copy(_ packet: UnsafePointer<ldns_pkt>, asked: DomainName?) throws(DNSFailure) {
    if asked == nil { unsafe copyQuestion(packet.pointee._question) }
    answer = try unsafe records(packet.pointee._answer, "answer", asked) { _ in true }
    authority = try unsafe records(packet.pointee._authority, "authority", nil) {
      $0 == LDNS_RR_TYPE_SOA || $0 == LDNS_RR_TYPE_NS
    }
    responseCode = UInt16(unsafe packet.pointee._edns_extended_rcode) << 4
    if let options = unsafe packet.pointee._edns_data {
      extendedError = unsafe ExtendedDNSError(options: Array(octets(of: options)))
    }
  }

  private mutating func copyQuestion(_ list: UnsafePointer<ldns_rr_list>?) {
    guard let list = unsafe list, unsafe list.pointee._rr_count == 1, let record = unsafe list.pointee._rrs[0],
      let owner = unsafe record.pointee._owner
    else { return }
    questionName = unsafe Array(octets(of: owner))
    questionType = DNSRecordType(rawValue: UInt16(truncatingIfNeeded: unsafe record.pointee._rr_type.rawValue))
  }

  /// Copies the records of class IN; one whose data do not fit its type spoils the message.
  private func records(
    _ list: UnsafePointer<ldns_rr_list>?, _ section: StaticString, _ asked: DomainName?,
    where isWanted: (ldns_rr_type) -> Bool
  ) throws(DNSFailure) -> [DNSRecord] {
    guard let list = unsafe list, unsafe list.pointee._rr_count > 0 else { return [] }
    var records: [DNSRecord] = []
    records.reserveCapacity(unsafe list.pointee._rr_count)
    for index in 0..<(unsafe list.pointee._rr_count) {
      guard let pointer = unsafe list.pointee._rrs[index], unsafe pointer.pointee._rr_class == LDNS_RR_CLASS_IN,
        isWanted(unsafe pointer.pointee._rr_type)
      else { continue }
      guard let record = unsafe DNSRecord(ldns: pointer, asked: asked) else {
        throw .malformed("record \(index + 1) of the \(section) section does not fit its type")
      }
      records.append(record)
    }
    return records
  }
}

/// Owns a packet of libldns.
@safe struct LDNSPacket: ~Copyable {
  let pointer: UnsafeMutablePointer<ldns_pkt>

  init(_ octets: Span<UInt8>) throws(DNSFailure) {
    var packet: UnsafeMutablePointer<ldns_pkt>?
    let status = unsafe octets.withUnsafeBufferPointer { unsafe ldns_wire2pkt(&packet, $0.baseAddress, $0.count) }
    guard status == LDNS_STATUS_OK, let made = unsafe packet else {
      throw .malformed(unsafe ldns_get_errorstr_by_id(status).map { unsafe String(cString: $0) } ?? "no DNS message")
    }
    unsafe pointer = made
  }

  deinit {
    unsafe ldns_pkt_free(pointer)
  }
}

extension ExtendedDNSError {
  /// The option code of extended errors (RFC 8914 §2).
  private static let optionCode = 15

  /// Finds the first extended error in the data of an OPT record (RFC 6891 §6.1.2).
  init?(options: [UInt8]) {
    var position = 0
    func number(_ index: Int) -> Int { Int(options[index]) << 8 | Int(options[index + 1]) }
    while position + 4 <= options.count {
      let (code, start) = (number(position), position + 4)
      let end = start + number(position + 2)
      guard end <= options.count else { return nil }
      if code == Self.optionCode, end - start >= 2 {
        let text = String(decoding: options[(start + 2)..<end], as: UTF8.self)
        self.init(code: UInt16(number(start)), text: text)
        return
      }
      position = end
    }
    return nil
  }
}
