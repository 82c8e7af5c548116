require "active_support/core_ext/integer/time"

Rails.application.configure do
  config.eager_load = true
  config.action_mailer.default_url_options = { host: "app.example.org" }
  config.action_mailer.default_options = { from: "app@example.org" }
  config.action_mailer.delivery_method = :smtp
  config.action_mailer.smtp_settings = {
    address: "smtp.example.org",
    port: 587,
    domain: "web.example.org",
    user_name: ENV["SMTP_USERNAME"],
    password: ENV.fetch("SMTP_PASSWORD"),
    authentication: :plain,
    enable_starttls: true,
    openssl_verify_mode: "peer"
  }
end
