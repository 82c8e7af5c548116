extension Application {
  /// GitLab's Linux package.
  public static let gitlab = Application(
    name: "gitlab", title: "GitLab", files: ["gitlab.rb", "smtp.yaml.enc"], exampleFile: "gitlab.rb",
    marks: ["gitlab_rails["], conduct: GitLabConduct(), read: { GitLabReader.read($0) },
    readVersion: { GitLabReader.read($0, version: $1) }, format: RubyScript.read, writer: GitLabWriter())
}

/// The Linux package and Ruby's mail gem where `gitlab.rb` is silent.
struct GitLabConduct: ApplicationConduct {
  var implicitTLS: String? {
    "gitlab_rails['smtp_tls'] = true and gitlab_rails['smtp_port'] = 465, without smtp_enable_starttls_auto"
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.sendmail.rawValue, why)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, "neither smtp_tls nor smtp_enable_starttls_auto is set",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost.localdomain", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    settings.addressAtSite("gitlab", why, settings.from)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    settings.addressAtSite("noreply", why, settings.replyTo)
  }

  var habits: ApplicationHabits {
    var habits = ApplicationHabits()
    habits.defaultSender = "gitlab@ the host of external_url"
    habits.defaultMechanism = "PLAIN"
    habits.mechanisms = ["plain", "login", "cram_md5"]
    habits.otherCredentials = "the encrypted file smtp.yaml.enc"
    habits.copiesPassword = true
    return habits
  }
}
