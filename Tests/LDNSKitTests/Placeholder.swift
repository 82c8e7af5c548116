// Placeholder until the first test of LDNSKitTests lands.
