import MailMessage
import Syntax

/// What a signed field may have been before.
struct FieldCandidates {
  /// Its place in `h=`.
  let index: Int
  let candidates: [FieldCandidate]

  /// The candidates for every name in `h=`, the fields that lists and gateways like to change first.
  static func all(of search: HeaderSearch) -> [FieldCandidates] {
    let places = search.signature.signedNames.indices.map { index in
      var maker = FieldCandidateMaker(search, index)
      maker.make()
      return FieldCandidates(index: index, candidates: Array(maker.made.prefix(AlterationLimits.candidatesPerField)))
    }
    return places.filter { !$0.candidates.isEmpty }.sorted { rank(search, $0.index) < rank(search, $1.index) }
  }

  private static let order: [HeaderName] = ["Subject", "From", "Reply-To", "To", "Cc", "Message-ID", "Date"]

  private static func rank(_ search: HeaderSearch, _ index: Int) -> Int {
    let rank = order.firstIndex(of: search.signature.signedNames[index]) ?? order.count
    return rank * DKIMLimits.signedNames + index
  }
}

/// Makes the candidates of one field.
struct FieldCandidateMaker {
  let search: HeaderSearch
  let index: Int
  let name: HeaderName
  /// The name as it stands in the message.
  let writtenName: String
  /// The value with its folding, without the line end.
  let value: String
  /// The value unfolded and without white space at its ends.
  let text: String
  private(set) var made: [FieldCandidate] = []

  init(_ search: HeaderSearch, _ index: Int) {
    self.search = search
    self.index = index
    name = search.signature.signedNames[index]
    if let field = search.signedFields[index] {
      writtenName = search.message.name(of: field)
      var octets = search.message.body(of: field)[...]
      while let last = octets.last, last == Octet.lineFeed || last == Octet.carriageReturn { octets.removeLast() }
      value = String(decoding: octets, as: UTF8.self)
      text = search.message.text(of: field)
    } else {
      (writtenName, value, text) = (name.description, "", "")
    }
  }

  mutating func make() {
    addCopies()
    guard search.signedFields[index] != nil else { return }
    add(nil, .fieldAdded, "\(writtenName) was added: it was not there, or not so often, when the message was signed")
    addInstances()
    switch name {
    case "Subject": addSubjects()
    case "From", "Sender", "Reply-To", "To", "Cc": addAddresses()
    case "Message-ID": addOriginals(["X-Original-Message-ID", "X-Google-Original-Message-ID"], .messageIDRewritten)
    case "Date": addDates()
    case "Content-Type", "Content-Transfer-Encoding", "MIME-Version": addMIMEValues()
    default: break
    }
    if search.signature.headerCanonicalization == .simple { addSpellings() }
  }

  /// A value instead of that of the field.
  mutating func add(value: String, _ kind: DKIMAlteration.Kind, _ detail: String) {
    if value != text { add(Array("\(writtenName): \(value)\r\n".utf8), kind, detail) }
  }

  mutating func add(_ octets: [UInt8]?, _ kind: DKIMAlteration.Kind, _ detail: String) {
    if !made.contains(where: { $0.octets == octets }) {
      made.append(FieldCandidate(octets: octets, kind: kind, detail: detail))
    }
  }

  /// The values of other fields, which keep what was there.
  mutating func addOriginals(_ names: [HeaderName], _ kind: DKIMAlteration.Kind) {
    for original in names {
      for field in search.message.fields(original).prefix(2) {
        let old = search.message.text(of: field)
        add(value: old, kind, "\(writtenName) is \"\(text)\"; it was \"\(old)\", which \(original) keeps")
      }
    }
  }

  /// Copies of the field in `z=`, parted by bars, in the quoted-printable of RFC 6376 §2.11.
  private mutating func addCopies() {
    let tags = search.signature.tags
    guard let tag = tags["z"] else { return }
    for part in tags.octets(of: tag).split(separator: UInt8(ascii: "|")).prefix(DKIMLimits.signedNames) {
      let octets = QuotedPrintable.decode(part.filter { $0 > Octet.blank })
      guard let colon = octets.firstIndex(of: UInt8(ascii: ":")),
        HeaderName(String(decoding: octets[..<colon], as: UTF8.self)) == name
      else { continue }
      let old = String(decoding: octets[(colon + 1)...], as: UTF8.self)
      let wasThere = search.signedFields[index] != nil
      add(
        Array("\(writtenName):\(old)\r\n".utf8), .copyDiffers,
        wasThere ? "\(writtenName) was \"\(old)\" when it was signed" : "\(writtenName) \"\(old)\" was removed")
    }
  }

  /// Other fields of the name: a copy was added below or above the signed one.
  private mutating func addInstances() {
    for field in search.message.fields(name).prefix(4) where field != search.signedFields[index] {
      add(
        Array(search.message.header[field.range]), .fieldAdded,
        "a second \(writtenName) was added: the signed one says \"\(search.message.text(of: field))\"")
    }
  }

  /// Where the letters of a field count: other foldings and other spellings of the name.
  private mutating func addSpellings() {
    let words = text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    for form in [text, words] {
      add(Array("\(writtenName): \(form)\r\n".utf8), .refolded, "\(writtenName) was folded, or its white space changed")
    }
    add(Array("\(writtenName):\(text)\r\n".utf8), .refolded, "a blank was put behind the colon of \(writtenName)")
    for spelling in [name.description, name.description.lowercased(), Self.capitalised(name.description)]
    where spelling != writtenName {
      add(Array("\(spelling):\(value)\r\n".utf8), .nameRespelled, "\(spelling) became \(writtenName)")
    }
  }

  private static func capitalised(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: "-")
  }
}
