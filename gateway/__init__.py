"""The public process: it owns conversations, the people in them, and everything a browser sees."""
