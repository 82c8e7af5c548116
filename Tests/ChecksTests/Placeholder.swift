// Placeholder until the first test of ChecksTests lands.
