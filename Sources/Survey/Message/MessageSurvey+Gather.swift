public import MailMessage

extension MessageSurvey {
  /// Looks at the message of `source` with `instruments`: the message itself, and the domain of its author.
  public static func gather(
    _ source: MessageOctets, named name: String, batch: MessageBatch = .init(), options: MessageOptions,
    with instruments: Instruments
  ) async throws(MessageReadError) -> MessageSurvey {
    let message = try Message(reading: source)
    let recorder = RecordingResolver(instruments.resolver)
    return MessageSurvey(
      name: name, options: options, message: message, batch: batch, author: nil, answers: recorder.answers)
  }
}
