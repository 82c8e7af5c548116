/// How a program reads INI files: the format has no standard.
struct INIDialect: Sendable {
  /// Signs that begin a comment, at the start of a line and within it.
  let comments: [UInt8]
  /// Signs between a key and its value.
  let separators: [UInt8]
  /// Texts that tell that a value is put together when the file is read.
  let insertions: [[UInt8]]
  /// How texts in quotes are read.
  let quoting: Quoting
  /// Whether the sections have a meaning; without one, all keys are in the section with the empty name.
  let hasSections: Bool
  /// Whether a line without a separator is a fault.
  let needsSeparator: Bool

  /// The ways to read texts in quotes.
  enum Quoting {
    /// go-ini: backquotes and three double quotes keep everything; other quotes only when they surround the whole value,
    /// and do not keep a comment sign.
    case go
    /// PHP: parts in quotes and parts without follow each other.
    case php
  }

  private static let (hash, semicolon) = (UInt8(ascii: "#"), UInt8(ascii: ";"))

  /// The library go-ini, as Gitea and Forgejo use it.
  static let go = INIDialect(
    comments: [hash, semicolon], separators: Array("=:".utf8), insertions: [Array("%(".utf8)], quoting: .go,
    hasSections: true, needsSeparator: true)

  /// go-ini, and the environment and files that Grafana inserts.
  static let grafana = INIDialect(
    comments: [hash, semicolon], separators: Array("=:".utf8),
    insertions: ["%(", "${", "$__"].map { Array($0.utf8) }, quoting: .go, hasSections: true, needsSeparator: true)

  /// `php.ini`, whose sections only please the eye.
  static let php = INIDialect(
    comments: [semicolon], separators: Array("=".utf8), insertions: [Array("${".utf8)], quoting: .php,
    hasSections: false, needsSeparator: false)
}
