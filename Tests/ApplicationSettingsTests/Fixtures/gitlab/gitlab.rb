## Settings of the Linux package.
external_url 'https://gitlab.example.org'
gitlab_rails['gitlab_email_from'] = 'gitlab@example.org'
gitlab_rails['gitlab_email_reply_to'] = 'noreply@example.org'
gitlab_rails['smtp_enable'] = true
gitlab_rails['smtp_address'] = "smtp.example.org" # the relay
gitlab_rails['smtp_port'] = 465
gitlab_rails['smtp_user_name'] = "gitlab"
gitlab_rails['smtp_password'] = "geheim-4711"
gitlab_rails['smtp_domain'] = "web.example.org"
gitlab_rails['smtp_authentication'] = "login"
gitlab_rails['smtp_tls'] = true
gitlab_rails['smtp_openssl_verify_mode'] = 'peer'
