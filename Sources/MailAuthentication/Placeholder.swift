// Placeholder until the first type of MailAuthentication lands.
