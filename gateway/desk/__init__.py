"""The agents' side: their accounts, the desk's pages and socket, what they may see and do."""
