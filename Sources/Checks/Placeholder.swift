// Placeholder until the first type of Checks lands.
