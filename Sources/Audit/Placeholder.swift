// Placeholder until the first type of Audit lands.
