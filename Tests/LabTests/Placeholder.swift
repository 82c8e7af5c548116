// Placeholder until the first test of LabTests lands.
