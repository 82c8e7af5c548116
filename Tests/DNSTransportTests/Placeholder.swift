// Placeholder until the first test of DNSTransportTests lands.
