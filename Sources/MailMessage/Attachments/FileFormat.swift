/// The format of a file, as its first octets tell.
public enum FileFormat: String, Sendable, CaseIterable {
  /// A program for Windows.
  case windowsProgram
  /// A program for Linux and its like.
  case elfProgram
  /// A script that begins with `#!`.
  case script
  /// A shortcut of Windows.
  case shortcut
  /// A zip archive, which office documents and Java programs are too.
  case zip
  /// A rar archive.
  case rar
  /// A 7z archive.
  case sevenZip
  /// Gzip.
  case gzip
  /// An office document before 2007, which may hold macros.
  case oldOffice
  /// PDF.
  case pdf
  /// A PNG image.
  case png
  /// A JPEG image.
  case jpeg
  /// A GIF image.
  case gif

  /// The octets of the header of a program (struct IMAGE_DOS_HEADER).
  private static let programHeader = 64
  private static let marks: [(FileFormat, [UInt8])] = [
    (.windowsProgram, [0x4D, 0x5A]), (.elfProgram, [0x7F, 0x45, 0x4C, 0x46]), (.script, [0x23, 0x21]),
    (.shortcut, [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0]), (.zip, [0x50, 0x4B, 0x03, 0x04]),
    (.rar, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]), (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    (.gzip, [0x1F, 0x8B]), (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.pdf, [0x25, 0x50, 0x44, 0x46, 0x2D]), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.jpeg, [0xFF, 0xD8, 0xFF]), (.gif, [0x47, 0x49, 0x46, 0x38])
  ]

  /// The format of a file that begins with `octets`; nil when it is none of these.
  public init?(_ octets: [UInt8]) {
    guard let mark = Self.marks.first(where: { octets.starts(with: $0.1) }) else { return nil }
    // Text may begin with the same two letters; the numbers behind them hold zeros, and text does not.
    if mark.0 == .windowsProgram, !octets.prefix(Self.programHeader).contains(0) { return nil }
    self = mark.0
  }

  /// The extensions that files of the format have; empty where any is possible.
  var extensions: Set<String> {
    switch self {
    case .windowsProgram: ["exe", "dll", "scr", "com", "sys", "cpl", "ocx", "efi", "mui", "drv"]
    case .pdf: ["pdf", "ai"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .gif: ["gif"]
    case .rar: ["rar"]
    case .sevenZip: ["7z"]
    case .shortcut: ["lnk"]
    case .elfProgram, .script, .zip, .gzip, .oldOffice: []
    }
  }

  /// The subtype or type that Content-Type has for the format; nil where many are possible.
  var mediaTypes: Set<String>? {
    switch self {
    case .pdf: ["application/pdf", "application/x-pdf"]
    case .png: ["image/png", "image/x-png"]
    case .jpeg: ["image/jpeg", "image/jpg", "image/pjpeg"]
    case .gif: ["image/gif"]
    default: nil
    }
  }
}
