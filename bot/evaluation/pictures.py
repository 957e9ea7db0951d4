"""The pictures of the page, as SVG."""

import io
import warnings
from collections.abc import Mapping

import numpy as np

# It warns of its own parser's deprecations, whatever the filters were before Rasa.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import matplotlib as mpl
    from matplotlib.figure import Figure

from bot.evaluation.figures import Figures

# The same figures give the same file.
mpl.rcParams["svg.hashsalt"] = "evaluation"
mpl.rcParams["font.size"] = 8


def confusion_matrix(figures: Figures) -> str:
    """Returns which intent (row) was taken for which (column); the colour is the share of a row."""
    counts = np.array(figures.confusion)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    size = 3 + 0.22 * len(counts)
    picture = Figure(figsize=(size, size), tight_layout=True)
    axes = picture.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    names = [name or "(nothing)" for name in figures.confusion_names]
    axes.set_xticks(range(len(names)), names, rotation=90)
    axes.set_yticks(range(len(names)), names)
    axes.set(xlabel="taken for", ylabel="meant")
    for row, column in zip(*counts.nonzero(), strict=True):
        colour = "white" if shares[row, column] > 0.5 else "black"
        text = str(counts[row, column])
        axes.text(column, row, text, ha="center", va="center", color=colour, fontsize=6)
    return _svg(picture)


def reliability(systems: Mapping[str, Figures]) -> str:
    """Returns how often each tenth of confidence is right; on the diagonal, as often as it says."""
    picture = Figure(figsize=(4.5, 4), tight_layout=True)
    axes = picture.subplots()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    for name, figures in systems.items():
        bins = [b for b in figures.calibration if b.lines]
        axes.plot([b.confidence for b in bins], [b.accuracy for b in bins], marker="o", label=name)
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    return _svg(picture)


def risk_and_coverage(systems: Mapping[str, Figures]) -> str:
    """Returns what share of the served is wrong against the share served, over thresholds."""
    picture = Figure(figsize=(4.5, 4), tight_layout=True)
    axes = picture.subplots()
    for name, figures in systems.items():
        curve = [c for c in figures.coverage if c.served]
        axes.plot(
            [c.served for c in curve], [c.wrong_of_served for c in curve], marker=".", label=name
        )
    axes.set(xlabel="share served", ylabel="wrong of the served")
    axes.set_ylim(bottom=0)
    axes.legend()
    return _svg(picture)


def _svg(picture: Figure) -> str:
    out = io.StringIO()
    picture.savefig(out, format="svg", metadata={"Date": None})
    text = out.getvalue()
    # Inside a page, without the head of a file.
    return text[text.index("<svg") :]
