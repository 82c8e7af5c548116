// Placeholder until the first type of CommandLine lands.
