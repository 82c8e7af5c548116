public import DNS
import IDNKit
public import MailMessage

extension Mailbox {
  /// The domain as it is asked for, U-labels turned into A-labels (RFC 9989 §5.3.1); nil for a literal and for no name.
  public var aLabelDomain: DomainName? {
    if let domainName { return domainName }
    return traits.contains(.domainLiteral) || domain.isEmpty ? nil : try? DomainName(userInput: domain)
  }
}
