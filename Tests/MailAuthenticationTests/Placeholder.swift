// Placeholder until the first test of MailAuthenticationTests lands.
