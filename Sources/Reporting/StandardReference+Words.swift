public import AuditModel

extension StandardReference {
  /// The section as people write it: `§4.6.4` for a number or an appendix, the words of any other heading.
  public var sectionWords: String {
    let part = section.utf8.prefix { $0 != UInt8(ascii: ".") }
    let isNumber = part.allSatisfy { (48...57).contains($0) } || (part.count == 1 && section.utf8.count > 1)
    return section.isEmpty ? "" : isNumber ? "§" + section : section
  }
}

extension [StandardReference] {
  /// The references in one line, sections of one document together: `RFC 7208 §3.1, §4.5; RFC 9989 §4`.
  public var inShort: String {
    var documents: [(name: String, sections: [String])] = []
    for reference in self {
      let section = reference.section.isEmpty ? [] : [reference.sectionWords]
      if let index = documents.firstIndex(where: { $0.name == reference.document }) {
        documents[index].sections += section
      } else {
        documents.append((reference.document, section))
      }
    }
    return documents.map { document in
      let sections = document.sections.joined(separator: ", ")
      return sections.isEmpty ? document.name : document.name + (sections.hasPrefix("§") ? " " : ": ") + sections
    }.joined(separator: "; ")
  }
}
