// Placeholder until the first test of ConformanceTests lands.
