"""Rasa custom actions: what the assistant does besides talking, one topic a module."""
