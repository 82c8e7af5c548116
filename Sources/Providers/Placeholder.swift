// Placeholder until the first type of Providers lands.
