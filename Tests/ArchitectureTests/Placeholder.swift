// Placeholder until the first test of ArchitectureTests lands.
