"""Rasa's own command line, with the import order that makes it start fast."""

# Before Rasa: it scans every loaded module, which takes seconds once Rasa is there.
import skops.io  # noqa: F401  isort: skip

from rasa.__main__ import main

if __name__ == "__main__":
    main()
