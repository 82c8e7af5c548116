// Placeholder until the first type of IDNKit lands.
