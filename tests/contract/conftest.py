from tests.sandbox.fixtures import clock, hurried_outbox, sandbox

__all__ = ["clock", "hurried_outbox", "sandbox"]
