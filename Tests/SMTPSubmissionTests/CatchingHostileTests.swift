import DNS
import SMTPSubmission
import Testing

/// Clients that err, and those that mean harm.
@Suite struct CatchingHostileTests {
  static let hello = CatchingSessionTests.hello
  static let envelope = CatchingSessionTests.envelope
  static let data = hello + envelope + "C DATA\nS 354\n"

  static let dialogues: [CatchingDialogue] = [
    CatchingDialogue("order", "S 220\nC MAIL FROM:<a@b.example>\nS 503\nC DATA\nS 503\nC RCPT TO:<a@b.example>\nS 503"),
    CatchingDialogue(
      "no recipient", hello + "C DATA\nS 503\nC MAIL FROM:<a@b.example>\nS 250\nC DATA\nS 503 5.5.1 RCPT"),
    CatchingDialogue("two senders", hello + envelope + "C MAIL FROM:<a@b.example>\nS 503"),
    CatchingDialogue("no name", "S 220\nC EHLO\nS 501\nC HELO \nS 501") { $0.session.greeting == nil },
    CatchingDialogue(
      "bad paths",
      hello + """
        C MAIL FROM <a@b.example>
        S 501
        C MAIL
        S 501
        C MAIL FROM:<a@b.example
        S 501
        C MAIL FROM:<a@b.example>SIZE=1
        S 501
        C MAIL FROM:
        S 501
        C MAIL FROM:<a@b.example> SIZE=x
        S 501
        C MAIL FROM:<a@b.example> RET=FULL
        S 555
        C MAIL FROM:<a@b.example> SIZE=1001
        S 552 5.3.4
        C MAIL FROM:<a@b.example> BODY=BINARYMIME
        S 501
        C MAIL FROM:<a@b.example>
        S 250
        C RCPT TO:<>
        S 501
        C RCPT TO:<a@b.example> NOTIFY=NEVER
        S 555
        """
    ) { $0.session.conduct.errors == 11 },
    CatchingDialogue("parameters after HELO", "S 220\nC HELO a\nS 250\nC MAIL FROM:<a@b.example> SIZE=1\nS 555"),
    CatchingDialogue("STARTTLS injection", hello + "c STARTTLS\\r\\nRSET\\r\\n\nS 554\n!") {
      $0.session.stop == .injected
    },
    CatchingDialogue("STARTTLS with an argument", hello + "C STARTTLS now\nS 501"),
    CatchingDialogue("STARTTLS before EHLO", "S 220\nC STARTTLS\nS 503"),
    CatchingDialogue("STARTTLS without TLS", "S 220\nC STARTTLS\nS 502", mode: .none),
    CatchingDialogue("TLS at once", "S 220\nc \\x16\\x03\\x01\\x02\\x00\\x01\n!") {
      $0.session.stop == .tlsInClearText
    },
    CatchingDialogue("HTTP", "S 220\nC POST / HTTP/1.1\nS 500\n!\nC MAIL FROM:<a@b.example>") {
      $0.session.stop == .foreign
    },
    CatchingDialogue(
      "before the greeting",
      "C EHLO early\nS 220\nS 250-catch\nS 250-P\nS 250-S\nS 250-ST\nS 250-A\nS 250-E\nS 250-8\nS 250-S\nS 250 C"
    ) { $0.session.conduct.spokeBeforeGreeting },
    CatchingDialogue(
      "no wait at all",
      "S 220\nc HELO a\\r\\nMAIL FROM:<>\\r\\nRCPT TO:<a@b.example>\\r\\nDATA\\r\\nhi\\r\\n.\\r\\n\n"
        + "S 250\nS 250\nS 250\nS 354\nS 250"
    ) { $0.first?.conduct.pipelinedUnannounced == true && $0.first?.conduct.unwaited == ["HELO", "DATA"] },
    CatchingDialogue("LF alone", "S 220\nc HELO a\\n\nS 250\nc NOOP\\n\nS 250") {
      $0.session.conduct.bareLineFeeds == 2
    },
    CatchingDialogue("NUL and worse", "S 220\nC \\0\\xFF\nS 500\nC\nS 500\nC HELO a\\0b\\x1B[2J\nS 250") {
      $0.session.greeting?.name == "a\0b\u{1B}[2J"
    },
    CatchingDialogue("too many errors", "S 220\n" + String(repeating: "C X\nS 500\n", count: 20) + "S 421\n!") {
      $0.session.stop == .tooMuch
    },
    CatchingDialogue("a message that is not taken", data + "-\nC .\nS 452 4.3.1\n" + envelope) { $0.messages.isEmpty },
    CatchingDialogue(
      "too large", data + "C " + String(repeating: "x", count: 1500) + "\nC .\nS 552 5.3.4\n" + envelope
    ) { $0.messages.isEmpty },
    CatchingDialogue("far too large", data + "c " + String(repeating: "h: x\\r\\n", count: 400) + "\nS 552\n!") {
      $0.session.stop == .tooMuch
    },
    CatchingDialogue("BDAT far too large", hello + envelope + "C BDAT 999999999999999\nS 552\n!"),
    CatchingDialogue(
      "BDAT of what", hello + envelope + "C BDAT\nS 501\nC BDAT x\nS 501\nC BDAT 1 2\nS 501\nC BDAT -1\nS 501"),
    CatchingDialogue(
      "BDAT too large",
      hello + envelope + "c BDAT 1200\\r\\n" + String(repeating: "x", count: 1200) + "\nS 552\nC BDAT 0 LAST\nS 552"
    ) { $0.messages.isEmpty }
  ]

  @Test(arguments: dialogues)
  func nobodyDoesHarm(dialogue: CatchingDialogue) {
    var run = CatchingDialogueRun(dialogue.policy)
    run.run(dialogue)
    #expect(dialogue.check(run.outcome))
  }

  /// The octets behind DATA, what becomes of them, and what is counted.
  static let forms: [(sent: String, kept: String, counted: @Sendable (OctetCounts) -> Bool)] = [
    (".\\r\\n", "", { $0 == OctetCounts() }),
    ("a\\r\\n.\\r\\n", "a\r\n", { $0 == OctetCounts() }),
    ("..\\r\\n...\\r\\n.\\r\\n", ".\r\n..\r\n", { $0 == OctetCounts() }),
    (".a\\r\\n.\\r\\n", "a\r\n", { $0.singleDots == 1 }),
    ("a\\n.\\n\\r\\n.\\r\\n", "a\n.\n\r\n", { $0.looseEnds == 1 && $0.bareLineFeeds == 2 }),
    ("a\\n.\\r\\nb\\r\\n.\\r\\n", "a\n.\r\nb\r\n", { $0.looseEnds == 1 && $0.bareLineFeeds == 1 }),
    ("a\\r.\\r\\nb\\r\\n.\\r\\n", "a\r.\r\nb\r\n", { $0.looseEnds == 1 && $0.bareCarriageReturns == 1 }),
    ("a\\r\\n.\\nb\\r\\n.\\r\\n", "a\r\n\nb\r\n", { $0.looseEnds == 1 && $0.bareLineFeeds == 1 }),
    ("a\\r\\n.\\rb\\r\\n.\\r\\n", "a\r\n\rb\r\n", { $0.looseEnds == 1 && $0.bareCarriageReturns == 1 }),
    ("a\\r\\r\\n.\\r\\n", "a\r\r\n", { $0.bareCarriageReturns == 1 && $0.looseEnds == 0 }),
    ("a\\n..\\r\\n.\\r\\n", "a\n..\r\n", { $0.looseEnds == 0 && $0.bareLineFeeds == 1 }),
    ("\\0\\xFF\\r\\n.\\r\\n", "\0\u{FFFD}\r\n", { $0.nulOctets == 1 && $0.eightBitOctets == 1 })
  ]

  /// However the octets are cut into packets.
  @Test(arguments: forms.indices)
  func onlyOneFormEndsAMessage(index: Int) {
    let form = Self.forms[index]
    let octets = CatchingDialogue.octets(form.sent)
    for cut in 1...octets.count {
      var policy = CatchingPolicy(hostName: "catch.example")
      policy.maximumSize = 1000
      var run = CatchingDialogueRun(policy)
      run.outcome(after: "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\n")
      for start in stride(from: 0, to: octets.count, by: cut) {
        run.send(Array(octets[start..<min(start + cut, octets.count)]))
      }
      #expect(run.outcome.text == form.kept)
      #expect(run.outcome.messages.count == 1)
      if let counts = run.outcome.first?.conduct.octets { #expect(form.counted(counts), "\(counts)") }
    }
  }

  /// Endless lines and endless commands end, and take no time that grows.
  @Test(arguments: ["x", "AUTH PLAIN ", "MAIL FROM:<", "NOOP\r\n", "EHLO a\r\n", "\r", "\n"])
  func whatIsEndlessEnds(piece: String) {
    var run = CatchingDialogueRun(CatchingPolicy(hostName: "catch.example"))
    run.outcome(after: "")
    let packet = Array(String(repeating: piece, count: 4096 / piece.utf8.count).utf8)
    var packets = 0
    while !run.outcome.isClosed, packets < 1000 {
      run.send(packet)
      packets += 1
    }
    #expect(run.outcome.isClosed)
    #expect(run.outcome.session.stop == .tooMuch)
    #expect(run.outcome.session.transcript.count <= 400)
  }

  @Test(arguments: [(CatchingStop.idle, "421 4.4.2"), (.overlong, "421 4.4.2"), (.ending, "421 4.3.2")])
  func theServerTakesItsLeave(reason: CatchingStop, words: String) {
    var run = CatchingDialogueRun(CatchingPolicy(hostName: "catch.example"))
    run.outcome(after: "EHLO a\r\n")
    run.leave(reason)
    #expect(run.said.last?.hasPrefix(words) == true)
    #expect(run.outcome.isClosed && run.outcome.session.stop == reason)
  }
}

extension CatchingDialogueRun {
  /// Greets, and sends a text.
  mutating func outcome(after text: String) {
    greet()
    send(Array(text.utf8))
  }
}
