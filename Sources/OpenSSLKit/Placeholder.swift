// Placeholder until the first type of OpenSSLKit lands.
