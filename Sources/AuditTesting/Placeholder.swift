// Placeholder until the first type of AuditTesting lands.
