"""axe-core, run in our pages under their own content security policy."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.watched_context import WatchedContext
from tests.running_system import ROOT

SCRIPT = ROOT / "gateway/web/node_modules/axe-core/axe.min.js"
# WCAG 2.2 AA, and what axe-core advises beyond it.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In forced colours the contrast is the reader's own; axe-core reads what the page had asked for.
RUN = """tags => axe.run({
    runOnly: tags,
    resultTypes: ["violations"],
    rules: {
        "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches },
    },
})"""
COLOR_SCHEMES = ("light", "dark")


def install(browser: WatchedContext) -> None:
    """Has axe-core ready in every page opened from now on."""
    assert Path(SCRIPT).exists(), "axe-core is missing: run npm ci in gateway/web (script/web does)"
    # Not a script of the page's: the policy of the page holds, and doesn't refuse this one.
    browser.context.add_init_script(path=SCRIPT)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it is now, in its light and dark colours."""
    # Until its style sheet is there, a page is not yet as anybody sees it.
    page.wait_for_load_state("load")
    found: list[str] = []
    for scheme in COLOR_SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        result: dict[str, Any] = page.evaluate(RUN, TAGS)
        found += [
            f"{scheme}: {violation['help']}: {node['target']} {node['failureSummary']}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]
    return found
