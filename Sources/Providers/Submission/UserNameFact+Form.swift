extension UserNameFact {
  /// What a user name of the form looks like.
  private enum Shape {
    case address, localPart, noAddress, nothing, accessKey, hexadecimal, uuid, domain, objectID, threeParts, free
  }

  private var shape: Shape {
    switch form {
    case "full-address", "sender-address", "account-address", "user-principal-name", "token-address",
      "smtp-credential-at-sending-domain":
      .address
    case "local-part": .localPart
    case "mailbox-login", "local-part-dash-domain": .noAddress
    case "none": .nothing
    case "iam-derived-smtp-user": .accessKey
    case "api-key": .hexadecimal
    case "project-id": .uuid
    case "domain-name": .domain
    case "ocid-smtp-credential": .objectID
    case "resource-appid-tenant": .threeParts
    default: .free
    }
  }

  /// The form in a phrase.
  public var words: String {
    if let literal { return "the word \(literal)" }
    return switch form {
    case "full-address": "the whole address"
    case "account-address": "the address of the account"
    case "sender-address": "the sender address of the console"
    case "user-principal-name": "the user principal name, an address"
    case "token-address": "the address that the token was made for"
    case "smtp-credential-at-sending-domain": "an SMTP credential of the sending domain, an address"
    case "local-part": "what stands before the @, or the whole address"
    case "none": "none"
    case "full-address-or-none": "the whole address; none from addresses that are allowed"
    case "iam-derived-smtp-user": "the SMTP user name of the console, 20 characters that begin with AKIA"
    case "api-key": "the API key, 32 hexadecimal digits"
    case "project-id": "the id of the project, a UUID"
    case "domain-name": "the domain itself"
    case "ocid-smtp-credential": "the SMTP credential, which begins with ocid1."
    case "resource-appid-tenant": "resource, application and tenant, with dots between them"
    case "any-string": "any text"
    case "local-part-dash-domain": "the mailbox and its domain with dashes for @ and dots"
    case "address-or-domain-backslash-user": "an address, or DOMAIN\\user"
    default: "the " + form.split(separator: "-").joined(separator: " ").replacing("api", with: "API")
    }
  }

  /// Whether `name` has the form.
  ///
  /// A difference is firm only for forms that leave no choice, such as `apikey`: many servers that show whole addresses
  /// in their pages take what stands before the @ as well.
  public func agreement(_ name: String) -> FactAgreement {
    if let literal {
      return FactAgreement(agrees: name == literal, words, basis: basis, isExclusive: true)
    }
    guard let fits = fits(name) else {
      return FactAgreement(agrees: !name.isEmpty, words, basis: basis, isExclusive: false)
    }
    return FactAgreement(agrees: fits, words, basis: basis, isExclusive: shape == .accessKey || shape == .hexadecimal)
  }

  /// The example where it shows the form; many published ones are a mere "username".
  public var tellingExample: String? {
    let isTelling = example.map { fits($0) == true || ["mailbox-login", "local-part-dash-domain"].contains(form) }
    return literal == nil && isTelling == true ? example : nil
  }

  /// Nil for a form that nothing can be said about.
  private func fits(_ name: String) -> Bool? {
    switch shape {
    case .free: nil
    case .nothing: name.isEmpty
    case .address: Self.isAddress(name)
    case .noAddress: !name.isEmpty && !name.contains("@")
    case .localPart: !name.isEmpty && (!name.contains("@") || Self.isAddress(name))
    case .accessKey: name.utf8.count == 20 && name.hasPrefix("AKIA") && name.utf8.allSatisfy(Self.isUpperOrDigit)
    case .hexadecimal: name.utf8.count == 32 && name.allSatisfy(\.isHexDigit)
    case .uuid:
      name.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [8, 4, 4, 4, 12]
        && name.allSatisfy { $0 == "-" || $0.isHexDigit }
    case .domain: name.contains(".") && !name.contains("@")
    case .objectID: name.hasPrefix("ocid1.")
    case .threeParts: name.split(separator: ".", omittingEmptySubsequences: false).count >= 3
    }
  }

  private static func isUpperOrDigit(_ octet: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@") else { return false }
    return at != text.startIndex && text.index(after: at) != text.endIndex && !text.contains(where: \.isWhitespace)
  }
}
