"""The support manager's side: what became of conversations, and what was not understood."""
