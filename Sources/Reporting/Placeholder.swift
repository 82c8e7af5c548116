// Placeholder until the first type of Reporting lands.
