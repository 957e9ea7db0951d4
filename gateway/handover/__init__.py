"""From the assistant to a person and back: owners, cases, and the clock of those who wait."""
