"""Rasa's own command line."""

from rasa.__main__ import main

if __name__ == "__main__":
    main()
