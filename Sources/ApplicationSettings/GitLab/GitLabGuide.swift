extension GitLabConduct {
  var guide: ApplicationGuide? {
    ApplicationGuide(
      change: "gitlab-ctl reconfigure, on each node that runs Rails or Sidekiq.",
      trial:
        "gitlab-rails console, then Notify.test_email('you@example.org', 'Trial', 'Trial').deliver_now. It goes past "
        + "Sidekiq: that a notification arrives proves the queue. ActionMailer::Base.delivery_method and "
        + "ActionMailer::Base.smtp_settings only show; other commands of the console change data.",
      logs:
        "/var/log/gitlab/sidekiq/current and gitlab-rails/exceptions_json.log; of a local mail server /var/log/mail.log "
        + "(Debian), /var/log/maillog (Red Hat), or journalctl.")
  }
}
