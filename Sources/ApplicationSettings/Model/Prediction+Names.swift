extension SubmissionSettings {
  var predictedGreeting: Prediction {
    if greetingName.value == "" {
      return application.conduct.emptyGreetingName("\(greetingName.name) is empty", self)
    }
    return .of(greetingName, text: { $0 }) { application.conduct.greetingName($0, self) }
  }

  var predictedFrom: Prediction {
    if from.value == "" { return application.conduct.from("\(from.name) is empty", self) }
    return .of(from, text: { $0 }) { application.conduct.from($0, self) }
  }

  var predictedEnvelope: Prediction { application.conduct.envelopeSender(self) }

  var predictedReplyTo: Prediction {
    .of(replyTo, text: { $0 }) { application.conduct.replyTo($0, self) }
  }

  var predictedMessageIDHost: Prediction {
    if !messageIDHost.isAbsent, messageIDHost.value != "" {
      return .of(messageIDHost, text: { $0 }) { Prediction(nil, $0) }
    }
    return application.conduct.messageIDHost("\(messageIDHost.name) is not set", self)
  }
}
