/// File names that receivers refuse, by their extension.
public struct BlockedFileTypes: Sendable, Hashable {
  /// Who refuses them.
  public let receiver: String
  /// The edition of the list.
  public let edition: String
  /// The extensions, in lower case.
  public let extensions: Set<String>

  /// Gmail refuses the message, also for a file inside an archive.
  public static let gmail = BlockedFileTypes(
    receiver: "Gmail", edition: "Gmail Help, File types blocked in Gmail (undated)",
    words: """
      ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe hta img ins iso \
      isp jar jnlp js jse lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 scr sct shb sys vb vbe vbs vhd \
      vxd wsc wsf wsh xll
      """)

  /// Outlook shows the message without the file.
  public static let outlook = BlockedFileTypes(
    receiver: "Outlook", edition: "Microsoft Support, Blocked attachments in Outlook (undated)",
    words: """
      ade adp app appcontent-ms application appref-ms asp aspx asx bas bat bgi cab cdxml cer chm cmd cnt com cpl crt \
      csh der diagcab exe fxp gadget grp hlp hpj hta htc inf ins isp its jar jnlp js jse ksh lnk mad maf mag mam \
      maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh1xml msh2 msh2xml mshxml msi msp mst \
      msu ops osd pcd pif pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw \
      pyz pyzw reg scf scr sct search-ms settingcontent-ms shb shs theme tmp udl url vb vbe vbp vbs vhd vhdx vsmacros \
      vsw webpnp website ws wsc wsf wsh xbap xll xnk
      """)

  /// Every list.
  public static let all = [gmail, outlook]

  private init(receiver: String, edition: String, words: String) {
    self.receiver = receiver
    self.edition = edition
    extensions = Set(words.split(separator: " ").map(String.init))
  }
}

/// The name of a file, as far as receivers look at it.
public struct AttachmentName: Sendable, Hashable {
  /// The name.
  public let text: String
  /// The extensions in lower case, the last one last: `pdf`, `exe` of `bill.pdf.exe`.
  public let extensions: [String]

  /// Takes a name apart. Folders before it, and blanks and dots at its end, do not count.
  public init(_ text: String) {
    self.text = text
    let file = text.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
    extensions = parts.dropFirst().filter { !$0.isEmpty }.map { $0.lowercased() }
  }

  /// The last extension.
  public var fileExtension: String? { extensions.last }
  /// Whether the extension hides behind one that looks harmless: `bill.pdf.exe`.
  public var isDisguised: Bool {
    guard extensions.count > 1, let last = extensions.last else { return false }
    let isProgram = BlockedFileTypes.all.contains { $0.extensions.contains(last) }
    return isProgram && Self.harmless.contains(extensions[extensions.count - 2])
  }
  /// Whether it is an office document that may run macros.
  public var hasMacros: Bool { fileExtension.map { Self.macros.contains($0) } ?? false }
  /// The lists that refuse it.
  public var blockers: [BlockedFileTypes] {
    BlockedFileTypes.all.filter { list in fileExtension.map { list.extensions.contains($0) } ?? false }
  }

  private static let harmless: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "jpg", "jpeg", "png", "gif", "csv", "html", "htm", "zip"
  ]
  private static let macros: Set<String> = [
    "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm", "sldm"
  ]
}
