extension Application {
  /// Mastodon: `SMTP_…` in `.env.production`, handed to the gem mail.
  public static let mastodon = Application(
    name: "mastodon", title: "Mastodon", files: [".env.production"], exampleFile: ".env.production",
    marks: ["LOCAL_DOMAIN=", "SMTP_SERVER=", "SMTP_LOGIN="], conduct: MastodonConduct(), read: MastodonReader.read,
    format: { DotenvScript.read($0, .ruby) },
    writer: KeyedWriter.mastodon)
}

/// Mastodon and the gem mail where `.env.production` is silent.
struct MastodonConduct: ApplicationConduct {
  var implicitTLS: String? { "SMTP_TLS = true, SMTP_ENABLE_STARTTLS = never and SMTP_PORT = 465" }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, why + ", and STARTTLS is used when it is offered",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    if settings.site.isAbsent {
      return Prediction("localhost", why + ", nor LOCAL_DOMAIN", settings.greetingName.place)
    }
    return settings.siteHost(why)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("notifications@localhost", why, settings.from.place)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the gem mail takes the host name of the machine, followed by .mail")
  }
}
