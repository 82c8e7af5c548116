## GitLab configuration
external_url "https://gitlab.example.org"
=begin
gitlab_rails['smtp_address'] = "wrong.example"
=end
gitlab_rails['ldap_servers'] = YAML.load <<-'EOS'
  main:
    password: 'it''s "hidden'
EOS
gitlab_rails["smtp_enable"] = true
gitlab_rails['smtp_address'] = "smtp.example.org" # the relay
### Email Settings
gitlab_rails['smtp_port'] = 465
gitlab_rails['smtp_user_name'] = ENV['SMTP_USER']
gitlab_rails['smtp_password'] = "pa#{1}ss"
gitlab_rails['smtp_authentication'] = :login
gitlab_rails['smtp_ssl'] = true
gitlab_rails['smtp_force_ssl'] = true
gitlab_rails['smtp_openssl_verify_mode'] = 'client_once'
gitlab_rails['smtp_domain'] = "a.example" if node['x']
