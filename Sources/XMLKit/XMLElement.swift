/// One element of an XML text, with its place.
public struct XMLElement: Sendable, Equatable {
  /// The local name.
  public let name: String
  /// The name of its namespace; nil outside of any.
  public let namespace: String?
  /// The attributes, in order.
  public let attributes: [XMLAttribute]
  /// How many elements are around it; 0 for the root.
  public let depth: Int
  /// The line on which its start tag ends, from 1.
  public let line: Int
  /// The character data directly within it, the first part of it.
  public internal(set) var text = ""

  /// The value of the attribute called `name` that has no prefix; nil when there is none.
  public subscript(name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == nil }?.value
  }
}

/// One attribute of an element.
public struct XMLAttribute: Sendable, Equatable {
  /// The local name.
  public let name: String
  /// The name of its namespace; nil without a prefix.
  public let namespace: String?
  /// The value, references replaced.
  public let value: String
}

/// What a reader made of an XML text.
public struct XMLContent: Sendable, Equatable {
  /// The elements in the order of their start tags, as far as the text was read.
  public let elements: [XMLElement]
  /// The targets of processing instructions, such as `xml-stylesheet`, each with its line.
  public let instructions: [Instruction]
  /// Why reading ended before the end of the text; nil when all of it is well-formed.
  public let fault: XMLFault?

  /// A processing instruction.
  public struct Instruction: Sendable, Equatable {
    /// The target.
    public let target: String
    /// Its line, from 1.
    public let line: Int
  }
}

/// Why an XML text was not read to its end.
public struct XMLFault: Error, Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The cause.
  public let cause: Cause

  /// The causes.
  public enum Cause: Sendable, Hashable {
    /// It is not well-formed: the words of libxml2.
    case notWellFormed(String)
    /// It has a document type declaration, which can define entities; it is not read.
    case documentType
    /// Elements lie deeper in each other than is read.
    case tooDeep
    /// It has more elements or attributes than are read.
    case tooMany
    /// It is longer than is read.
    case tooLong
  }
}

extension XMLFault: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch cause {
    case .notWellFormed(let text): "not well-formed XML: \(text)"
    case .documentType: "a document type declaration (DOCTYPE)"
    case .tooDeep: "elements more than \(XMLLimits.depth) deep"
    case .tooMany: "more than \(XMLLimits.elements) elements, or \(XMLLimits.attributes) attributes of one"
    case .tooLong: "more than \(XMLLimits.octets) octets"
    }
  }
}

/// The limits of reading XML that strangers wrote.
public enum XMLLimits {
  /// Logos, policies and reports stay below this; more is an attack.
  public static let octets = 4_194_304
  /// Nothing that is read here nests so deep.
  public static let depth = 64
  /// So many elements are kept.
  public static let elements = 20_000
  /// So many attributes of one element are read.
  public static let attributes = 256
  /// So much character data of one element is kept.
  static let textOctets = 1_024
}
