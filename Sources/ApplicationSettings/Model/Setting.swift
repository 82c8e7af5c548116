public import Syntax

/// A place in a file of settings.
public struct SettingPlace: Sendable, Hashable, Codable {
  /// The file as it was named.
  public let file: String
  /// Line and column.
  public let position: TextPosition

  /// Makes a place of its parts.
  public init(file: String, position: TextPosition) {
    self.file = file
    self.position = position
  }
}

extension SettingPlace: CustomStringConvertible {
  /// `LocalSettings.php:12:5`, as editors open it.
  public var description: String { "\(file):\(position.line):\(position.column)" }
}

/// What a file says for a setting: four answers, never two.
public enum SettingValue<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value as it stands there.
  case read(Value)
  /// It is computed when the application runs, and cannot be known from the file: the expression, or what it is.
  case computed(String)
  /// It cannot be a value of this setting; why.
  case malformed(String)
  /// The setting does not occur.
  case absent
}

extension SettingValue: Codable where Value: Codable {}

/// One setting of an application: its name there, what the file says, and where.
public struct Setting<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The name in the application's words, such as `$wgSMTP['host']`.
  public let name: String
  /// What the file says.
  public let content: SettingValue<Value>
  /// Where the value stands; for an absent one the block that lacks it, when there is one.
  public let place: SettingPlace?

  /// Makes a setting of its parts.
  public init(_ name: String, _ content: SettingValue<Value>, _ place: SettingPlace? = nil) {
    self.name = name
    self.content = content
    self.place = place
  }

  /// The value, when it can be read.
  public var value: Value? {
    if case .read(let value) = content { value } else { nil }
  }

  /// Whether the setting does not occur.
  public var isAbsent: Bool { content == .absent }

  /// Whether the setting occurs, and its value cannot be told.
  public var isUnknown: Bool {
    switch content {
    case .computed, .malformed: true
    case .read, .absent: false
    }
  }

  /// The setting with its value changed by `change`, which tells why a value is none.
  func map<Other>(_ change: (Value) -> SettingValue<Other>) -> Setting<Other> {
    switch content {
    case .read(let value): Setting<Other>(name, change(value), place)
    case .computed(let text): Setting<Other>(name, .computed(text), place)
    case .malformed(let why): Setting<Other>(name, .malformed(why), place)
    case .absent: Setting<Other>(name, .absent, place)
    }
  }
}

extension Setting: Codable where Value: Codable {}

/// What is kept of a secret: never its octets.
public struct SecretTrace: Sendable, Hashable {
  /// Whether it is an empty text.
  public let isEmpty: Bool
  /// Whether it is a word of an example, such as `<password>`.
  public let isPlaceholder: Bool
  /// Whether it holds a quote, a backslash or `#{`, which break a file when it is edited or templated.
  public let hasDelimiter: Bool
  /// How many letters and digits it has, when it has nothing else but blanks; nil otherwise. Passwords that a provider
  /// makes have a form of their own.
  public private(set) var plainCount: Int?
  /// A sum by a key that this process made and forgets: it tells equal texts, and nothing else. It is not coded.
  private var sum: Int?

  init(_ text: String) {
    isEmpty = text.isEmpty
    isPlaceholder = Placeholder.isSecretPlaceholder(text)
    hasDelimiter = text.contains { "'\"\\`".contains($0) } || text.contains("#{")
    let solid = text.filter { $0 != " " }
    plainCount = solid.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? solid.count : nil
    sum = text.hashValue
  }

  /// Whether the secret is `text`.
  public func isSame(as text: String) -> Bool { sum == text.hashValue }

  /// What others may know: how long it is only when that is `length`, the length of all such secrets.
  public func keeping(length: Int?) -> SecretTrace {
    var trace = self
    if plainCount != length { trace.plainCount = nil }
    return trace
  }

  /// What was known of a secret that is `text`: after coding nothing tells it any more.
  public func same(as text: String) -> SecretTrace {
    var trace = self
    trace.sum = text.hashValue
    return trace
  }
}

extension SecretTrace: Codable {
  private enum CodingKeys: CodingKey { case isEmpty, isPlaceholder, hasDelimiter, plainCount }
}
