import MailAuthentication
import MailMessage
import Syntax

extension FuzzTarget {
  /// The structured fields of messages.
  static let fields = [
    FuzzTarget(name: "address-list") { input in
      let parsed = AddressList.parse(input)
      checkFaults(of: parsed)
      for mailbox in parsed.value?.mailboxes ?? [] {
        checkRange(mailbox.range, in: input)
        checkRange(mailbox.addressRange, in: input)
        if mailbox.isWellFormed { promise(mailbox.address.contains("@"), "an address has an @") }
      }
      promise(parsed.value != nil || parsed.faults.contains { $0.gravity == .fatal }, "no list is a fault")
    },
    FuzzTarget(name: "message-id") { input in
      checkFaults(of: MessageIDToken.parse(input))
      let parsed = MessageIDList.parse(input)
      checkFaults(of: parsed)
      for identifier in parsed.value?.identifiers ?? [] {
        checkRange(identifier.range, in: input)
        guard identifier.isWellFormed else { continue }
        promise(identifier.text == "<\(identifier.left)@\(identifier.right)>", "an identifier is made of its sides")
      }
    },
    FuzzTarget(name: "date-time") { input in
      let parsed = DateTime.parse(input)
      checkFaults(of: parsed)
      guard let date = parsed.value else { return promise(!parsed.faults.isEmpty, "no date is a fault") }
      promise(abs(date.zoneOffset) < 100 * 3600, "a zone is near")
    },
    FuzzTarget(name: "received") { input in
      let parsed = ReceivedField.parse(input)
      checkFaults(of: parsed)
      if let transfer = parsed.value?.with, transfer.isTLS {
        promise(transfer.isRegistered, "TLS is told by known words")
      }
    },
    FuzzTarget(name: "encoded-word") { input in
      let parsed = UnstructuredText.parse(input)
      checkFaults(of: parsed)
      promise(parsed.value != nil, "every text is one")
      checkFaults(of: EncodedWord.parse(input))
    },
    FuzzTarget(name: "content-type") { input in
      let parsed = ContentType.parse(input)
      checkFaults(of: parsed)
      let names = parsed.value?.parameters.map(\.name) ?? []
      promise(Set(names).count == names.count, "a parameter is there once")
      for parameter in parsed.value?.parameters ?? [] { checkRange(parameter.range, in: input) }
      checkFaults(of: ContentDisposition.parse(input))
      checkFaults(of: ContentTransferEncoding.parse(input))
      checkFaults(of: MIMEVersion.parse(input))
    },
    FuzzTarget(name: "list-unsubscribe") { input in
      let parsed = ListUnsubscribe.parse(input)
      checkFaults(of: parsed)
      for target in parsed.value?.uris ?? [] {
        checkRange(target.range, in: input)
        promise(!target.uri.utf8.contains { $0 == 0x20 || $0 == 0x0A }, "a URI has no white space")
      }
      checkFaults(of: ListUnsubscribePost.parse(input))
      checkFaults(of: ListID.parse(input))
      checkFaults(of: AutoSubmitted.parse(input))
      checkFaults(of: Precedence.parse(input))
      checkFaults(of: FeedbackID.parse(input))
    },
    FuzzTarget(name: "authentication-results") { input in
      let parsed = AuthenticationResults.parse(input)
      checkFaults(of: parsed)
      for result in parsed.value?.results ?? [] { checkRange(result.range, in: input) }
    }
  ]
}

private func checkRange(_ range: Range<Int>, in input: [UInt8]) {
  promise(range.lowerBound >= 0 && range.upperBound <= input.count, "ranges lie within the text")
}
