// Placeholder until the first test of OpenSSLKitTests lands.
