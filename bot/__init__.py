"""What runs inside Rasa's environment (Python 3.10): NLU components and the engine's server."""
