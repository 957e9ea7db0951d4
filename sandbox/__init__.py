"""Stand-ins for what a financial institution already has, for the demo and for tests.

One process: the identity backend of actions/identity/openapi.yaml, a client portal to log in to,
and a mailbox where the mails it sends can be read.
"""
