"""The Chromium of every browser test: the one found by script/test, or on the PATH."""

import os
import shutil

# None: Playwright's own.
EXECUTABLE = os.environ.get("ASSISTANT_CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    # As browsers do or soon will.
    "--test-third-party-cookie-phaseout",
    # A page made by a test has no address; it may still talk to this machine.
    "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
