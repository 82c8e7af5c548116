// Placeholder until the first test of AuditTests lands.
