// Placeholder until the first type of LDNSKit lands.
