// Placeholder until the first test of ReportingTests lands.
