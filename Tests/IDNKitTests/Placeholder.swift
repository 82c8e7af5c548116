// Placeholder until the first test of IDNKitTests lands.
