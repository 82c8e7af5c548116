// Placeholder until the first type of AuditModel lands.
