extension HTMLScan {
  /// Notes what a start tag is.
  mutating func note(_ tag: HTMLTag) {
    for attribute in tag.attributes where HTMLElements.handlers.contains(attribute.name) {
      add(.handler, attribute.name, tag)
    }
    switch tag.name {
    case "img": note(image: tag)
    // JSON-LD and the like are data: receivers read them, nobody runs them.
    case "script": if tag["type"]?.lowercased().contains("json") != true { add(.script, tag["src"] ?? "", tag) }
    case "form": add(.form, tag["action"] ?? "", tag)
    case "input": if tag["type"]?.lowercased() == "password" { add(.passwordField, tag["name"] ?? "", tag) }
    case "iframe", "frame": add(.frame, tag["src"] ?? "", tag)
    case "object": add(.object, tag["data"] ?? "", tag)
    case "embed", "applet": add(.object, tag["src"] ?? tag["code"] ?? "", tag)
    case "base": if base == nil { base = tag["href"]?.trimmedOfBlanks }
    case "link":
      let relations = (tag["rel"] ?? "").lowercased().split(separator: " ")
      if relations.contains("stylesheet") { add(.externalStyle, tag["href"] ?? "", tag) }
    case "meta": note(meta: tag)
    default: break
    }
  }

  private mutating func note(meta tag: HTMLTag) {
    let content = tag["content"] ?? ""
    switch tag["http-equiv"]?.lowercased() {
    case "refresh": add(.refresh, content, tag)
    case "content-type":
      if let place = content.lowercased().firstRange(of: "charset=") {
        declaredCharset = content.lowercased()[place.upperBound...].description.trimmedOfBlanks
      }
    default: if let charset = tag["charset"] { declaredCharset = charset.lowercased().trimmedOfBlanks }
    }
  }

  private mutating func note(image tag: HTMLTag) {
    imageCount += 1
    guard images.count < HTMLLimits.items else { return }
    images.append(
      HTMLImage(
        source: (tag["src"] ?? "").trimmedOfBlanks, alternative: tag["alt"], width: Self.size("width", of: tag),
        height: Self.size("height", of: tag), offset: tag.offset))
  }

  /// Pixels of an attribute, or of the style.
  private static func size(_ name: String, of tag: HTMLTag) -> Int? {
    if let value = tag[name]?.trimmedOfBlanks, let number = pixels(value[...]) { return number }
    for declaration in (tag["style"] ?? "").lowercased().split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      if parts.count == 2, String(parts[0]).trimmedOfBlanks == name {
        return pixels(String(parts[1]).trimmedOfBlanks[...])
      }
    }
    return nil
  }

  private static func pixels(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).lowercased()
    return unit.isEmpty || unit.hasPrefix("px") || unit.hasPrefix(".") ? Int(digits.prefix(6)) : nil
  }

  /// Notes what stands in an element of text only.
  mutating func note(rawText range: Range<Int>, of tag: HTMLTag, in octets: [UInt8]) {
    switch tag.name {
    case "title":
      if title == nil {
        title =
          HTMLEntities.decode(octets, range.lowerBound..<min(range.upperBound, range.lowerBound + HTMLLimits.snippet))
          .trimmedOfBlanks
      }
    case "style":
      var index = range.lowerBound
      while index < range.upperBound {
        if octets[index] == UInt8(ascii: "@"), octets.matches(index..<min(index + 7, range.upperBound), "@import") {
          let value = octets[(index + 7)..<min(index + 7 + HTMLLimits.snippet, range.upperBound)]
          let rule = value.prefix { $0 != UInt8(ascii: ";") }
          add(.externalStyle, String(decoding: rule, as: UTF8.self).trimmedOfBlanks, tag)
        }
        index += 1
      }
    default: break
    }
  }

  private mutating func add(_ kind: HTMLFeature.Kind, _ value: String, _ tag: HTMLTag) {
    if features.count < HTMLLimits.items {
      features.append(HTMLFeature(kind: kind, value: value.trimmedOfBlanks, offset: tag.offset))
    }
  }
}
