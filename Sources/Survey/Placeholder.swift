// Placeholder until the first type of Survey lands.
