"""Access to the identity backend: the port, its HTTP contract (openapi.yaml) and its adapters."""
