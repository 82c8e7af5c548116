// Placeholder until the first type of DNSTransport lands.
