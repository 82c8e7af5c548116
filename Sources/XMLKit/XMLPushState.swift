import CXML2

/// What the callbacks of a parser gather. They get its address, so that no call counts a reference.
@safe struct XMLPushState {
  let vocabulary: XMLVocabulary
  var parser: xmlParserCtxtPtr?
  private(set) var tokens: [XMLToken] = []
  private(set) var octets: [UInt8] = []
  private(set) var fault: XMLFault?
  private(set) var namespaces: [[UInt8]] = []
  private(set) var hasRoot = false
  private(set) var isComplete = false
  /// Where the character data behind the last tag begins in the octets.
  private var textStart = 0
  private var isCut = false
  /// The open elements: name and namespace.
  private var open: [(name: Int16, namespace: Int16)] = []
  /// The namespace that was seen last; libxml2 keeps each under one address as long as the parser lives.
  private var lastNamespace: (address: UnsafePointer<xmlChar>?, place: Int16) = (nil, -1)
  /// Names that were seen, by their address, which libxml2 keeps as well: a name is looked up once.
  private var seenNames = [SeenName](repeating: SeenName(), count: Self.seenNameSlots)

  @safe private struct SeenName {
    var address: UnsafePointer<xmlChar>?
    var place: Int16 = -1
  }

  /// A power of two, several times the names of a report.
  private static let seenNameSlots = 256

  /// More namespaces in one text are an attack.
  private static let namespaceLimit = 32
  /// So much of a namespace, and of a name that is not known, is kept.
  private static let nameOctets = 128
  /// The character data of one element that is kept: longer than any value of a report.
  private static let textOctets = 4_096

  init(_ vocabulary: XMLVocabulary) { self.vocabulary = vocabulary }

  mutating func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, attributes: Int
  ) {
    if fault != nil { return }
    if attributes > XMLLimits.attributes { return stop(.tooMany) }
    if open.count >= XMLLimits.depth { return stop(.tooDeep) }
    hasRoot = true
    dropText()
    let place = unsafe self.place(ofName: name)
    let space = unsafe self.place(of: namespace)
    tokens.append(XMLToken(.start, name: place, namespace: space, line: line, text: textStart..<octets.count))
    (textStart, isCut) = (octets.count, false)
    open.append((place, space))
  }

  mutating func end() {
    guard fault == nil, let (name, namespace) = open.popLast() else { return }
    if open.isEmpty { isComplete = true }
    tokens.append(
      XMLToken(.end, name: name, namespace: namespace, line: line, text: textStart..<octets.count, isCut: isCut))
    (textStart, isCut) = (octets.count, false)
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    let room = Self.textOctets - (octets.count - textStart)
    if count > room { isCut = true }
    guard room > 0, count > 0, fault == nil else { return }
    unsafe octets.append(contentsOf: UnsafeBufferPointer(start: text, count: min(count, room)))
  }

  mutating func stop(_ cause: XMLFault.Cause, line: Int? = nil) {
    if fault == nil { fault = XMLFault(line: max(1, line ?? self.line), cause: cause) }
    if let parser = unsafe parser { unsafe XMLLibrary.stop(parser) }
  }

  /// What was gathered has been taken; text of an element that is still open stays.
  mutating func clear() {
    tokens.removeAll(keepingCapacity: true)
    octets.removeSubrange(0..<textStart)
    textStart = 0
  }

  private mutating func dropText() {
    octets.removeLast(octets.count - textStart)
  }

  private var line: Int {
    guard let parser = unsafe parser else { return 1 }
    return unsafe XMLLibrary.line(parser)
  }

  /// The place of a name in the vocabulary; one that is not in it is kept as text.
  private mutating func place(ofName name: UnsafePointer<xmlChar>) -> Int16 {
    let slot = Int(bitPattern: name) & (Self.seenNameSlots - 1)
    if unsafe seenNames[slot].address == name { return seenNames[slot].place }
    let (place, count) = unsafe vocabulary.place(of: name)
    if place < 0 {
      unsafe octets.append(contentsOf: UnsafeBufferPointer(start: name, count: min(count, Self.nameOctets)))
    } else {
      unsafe seenNames[slot] = SeenName(address: name, place: place)
    }
    return place
  }

  private mutating func place(of namespace: UnsafePointer<xmlChar>?) -> Int16 {
    guard let namespace = unsafe namespace else { return -1 }
    if unsafe namespace == lastNamespace.address { return unsafe lastNamespace.place }
    var name: [UInt8] = []
    while name.count < Self.nameOctets, unsafe namespace[name.count] != 0 {
      name.append(unsafe namespace[name.count])
    }
    var place = namespaces.firstIndex(of: name) ?? namespaces.count
    if place == namespaces.count {
      if place < Self.namespaceLimit { namespaces.append(name) } else { place = Self.namespaceLimit - 1 }
    }
    unsafe lastNamespace = (namespace, Int16(place))
    return Int16(place)
  }
}

extension XMLPushState {
  /// The functions that the parser calls; each finds the state at the address that it is given.
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { user, name, _, namespace, _, _, attributes, _, _ in
      guard let name = unsafe name else { return }
      unsafe user?.assumingMemoryBound(to: XMLPushState.self).pointee
        .start(name, namespace, attributes: Int(attributes))
    }
    unsafe handler.endElementNs = { user, _, _, _ in
      unsafe user?.assumingMemoryBound(to: XMLPushState.self).pointee.end()
    }
    unsafe handler.characters = { user, text, count in
      unsafe user?.assumingMemoryBound(to: XMLPushState.self).pointee.characters(text, Int(count))
    }
    // The same function: so the parser does not have to find out which white space counts.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.internalSubset = { user, _, _, _ in
      unsafe user?.assumingMemoryBound(to: XMLPushState.self).pointee.stop(.documentType)
    }
    unsafe handler.serror = { user, error in
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "an unnamed fault"
      unsafe user?.assumingMemoryBound(to: XMLPushState.self).pointee.stop(
        .notWellFormed(XMLText.oneLine(message)), line: Int(unsafe error.pointee.line))
    }
    return unsafe handler
  }
}
