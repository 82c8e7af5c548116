import DNS

/// A list of `tag=value` pairs parted by semicolons (RFC 6376 §3.2), as DKIM, DMARC, TLS-RPT and BIMI publish it.
///
/// Nothing is copied: a tag is two ranges into ``text``. All tags are kept in their order, those that a reader has to
/// ignore too, because they are evidence.
public struct TagList: Sendable, Equatable {
  /// The octets that the ranges point into.
  public let text: [UInt8]
  /// Every part that has a tag name and an equals sign, in order of the text, duplicates included.
  public let tags: [Tag]
  /// Whether the names are compared without regard to case.
  let ignoresCaseOfNames: Bool

  /// One pair.
  public struct Tag: Sendable, Hashable {
    /// The octets of the name, without white space.
    public let name: Range<Int>
    /// The octets of the value, white space at both ends left out; empty for an empty value.
    public let value: Range<Int>
    /// Whether an earlier tag has the same name.
    public let isDuplicate: Bool

    /// From the first octet of the name to the last of the value.
    public var range: Range<Int> { name.lowerBound..<max(name.upperBound, value.upperBound) }
  }
}

extension TagList {
  /// The first tag called `name`; nil when there is none. Later ones of the same name are duplicates.
  public subscript(name: String) -> Tag? {
    tags.first { isNamed($0, name) }
  }

  /// Whether `tag` is called `name`, case counting as the kind of list demands.
  ///
  /// `name` is written in lower case when case does not count.
  public func isNamed(_ tag: Tag, _ name: String) -> Bool {
    isEqual(tag.name, name, exactly: !ignoresCaseOfNames)
  }

  /// The name of `tag` as text, as it was written.
  public func name(of tag: Tag) -> String { String(decoding: text[tag.name], as: UTF8.self) }

  /// The value of `tag` as octets of ``text``.
  public func octets(of tag: Tag) -> ArraySlice<UInt8> { text[tag.value] }

  /// The value of `tag` as text; octets that are no UTF-8 become U+FFFD.
  public func value(of tag: Tag) -> String { String(decoding: text[tag.value], as: UTF8.self) }

  /// Whether the value of `tag` is `word`; the case of ASCII letters does not count unless `exactly` is true.
  ///
  /// `word` is written in lower case when case does not count.
  public func value(of tag: Tag, is word: String, exactly: Bool = false) -> Bool {
    isEqual(tag.value, word, exactly: exactly)
  }

  private func isEqual(_ range: Range<Int>, _ word: String, exactly: Bool) -> Bool {
    let letters = word.utf8
    guard letters.count == range.count else { return false }
    for (offset, letter) in zip(range, letters)
    where (exactly ? text[offset] : text[offset].lowercasedASCII) != letter {
      return false
    }
    return true
  }
}
