"""The components of the NLU pipeline, in the order of config.yml."""
