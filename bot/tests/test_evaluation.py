"""The figures against values worked out by hand."""

from pathlib import Path

import numpy as np
import pytest
from scipy.special import softmax

from bot.evaluation import data_checks
from bot.evaluation.comparison import changed_intents, compared, losses
from bot.evaluation.cross_validation import log_loss_by_sharpness
from bot.evaluation.data_checks import near_duplicates, too_few, was_touched
from bot.evaluation.disturbances import lower_case, with_typos, without_accents
from bot.evaluation.figures import Cost, Figures, Reading, measure
from bot.evaluation.lines import LabelledLine, read_lines, read_training_lines
from bot.evaluation.metrics import (
    calibration_bins,
    confusion,
    coverage_curve,
    expected_calibration_error,
    intent_scores,
    log_loss,
    macro_f1,
    share,
    threshold_that_keeps,
)
from bot.evaluation.page import Page
from bot.evaluation.targets import missed_targets

TRUE = ["oui", "oui", "oui", "non", "non", "merci"]
SAID = ["oui", "oui", "non", "non", "non", "non"]


class TestMetrics:
    def test_wilson_interval(self) -> None:
        # 90 of 100: the textbook's (0.8256, 0.9448).
        found = share(90, 100)
        assert (found.value, found.lines) == (0.9, 100)
        assert (found.low, found.high) == pytest.approx((0.8256, 0.9448), abs=1e-4)

    def test_wilson_interval_stays_within_bounds_and_says_nothing_of_nothing(self) -> None:
        assert share(5, 5).high == 1.0
        assert share(0, 5).low == 0.0
        assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)

    def test_scores_of_intents(self) -> None:
        scores = intent_scores(TRUE, SAID)
        assert (scores["oui"].precision, scores["oui"].recall) == pytest.approx((1.0, 2 / 3))
        assert scores["oui"].f1 == pytest.approx(0.8)
        assert (scores["non"].precision, scores["non"].recall) == pytest.approx((0.5, 1.0))
        assert scores["non"].f1 == pytest.approx(2 / 3)
        assert scores["merci"].f1 == 0.0

    def test_an_intent_that_is_only_said_has_no_score(self) -> None:
        assert set(intent_scores(["oui"], ["non"])) == {"oui"}

    def test_macro_f1(self) -> None:
        found = macro_f1(TRUE, SAID)
        assert found.value == pytest.approx((0.8 + 2 / 3 + 0) / 3)
        assert found.low <= found.value <= found.high
        assert macro_f1(TRUE, SAID) == found

    def test_confusion_has_a_row_for_what_was_meant(self) -> None:
        names, counts = confusion(TRUE, SAID)
        assert names == ["merci", "non", "oui"]
        assert counts.tolist() == [[0, 1, 0], [0, 2, 0], [0, 1, 2]]

    def test_calibration(self) -> None:
        confidence = np.array([0.95, 1.0, 0.55, 0.52])
        right = np.array([True, True, True, False])
        bins = calibration_bins(confidence, right)
        assert [b.lines for b in bins] == [0, 0, 0, 0, 0, 2, 0, 0, 0, 2]
        assert (bins[5].confidence, bins[5].accuracy) == pytest.approx((0.535, 0.5))
        # Half of the lines 0.035 too sure, half 0.025 not sure enough.
        assert expected_calibration_error(bins) == pytest.approx(0.03)

    def test_threshold_that_keeps(self) -> None:
        scores = np.arange(1, 101) / 100
        threshold = threshold_that_keeps(scores, 0.95)
        assert threshold == 0.06
        assert (scores >= threshold).mean() == 0.95

    def test_threshold_keeps_all_where_a_line_less_would_be_too_few(self) -> None:
        assert threshold_that_keeps(np.array([0.3, 0.2, 0.9]), 0.95) == 0.2

    def test_coverage(self) -> None:
        confidence = np.array([0.9, 0.8, 0.4, 0.3])
        right = np.array([True, False, True, False])
        all_of_it, half, nothing = coverage_curve(confidence, right, [0.0, 0.5, 0.95])
        assert (all_of_it.served, all_of_it.wrong_of_served) == (1.0, 0.5)
        assert (half.served, half.wrong_of_served, half.confidently_wrong) == (0.5, 0.5, 0.25)
        assert (nothing.served, nothing.wrong_of_served) == (0.0, 0.0)

    def test_log_loss(self) -> None:
        probabilities = np.array([[0.5, 0.5], [0.2, 0.8]])
        expected = -(np.log(0.5) + np.log(0.8)) / 2
        assert log_loss(probabilities, [0, 1]) == pytest.approx(expected)

    def test_log_loss_at_another_sharpness_needs_no_decisions(self) -> None:
        decisions = np.array([[0.3, -0.9, -1.1], [-0.2, 0.4, -1.0]])
        losses = log_loss_by_sharpness(softmax(4.0 * decisions, axis=1), [0, 1], 4.0)
        assert losses[2.5] == pytest.approx(log_loss(softmax(2.5 * decisions, axis=1), [0, 1]))


class TestDisturbances:
    def test_accents_go_and_all_else_stays(self) -> None:
        assert without_accents("Ça, c’est où? À l'été 😀") == "Ca, c’est ou? A l'ete 😀"

    def test_lower_case(self) -> None:
        assert lower_case("J'AI Oublié") == "j'ai oublié"

    def test_typos_are_always_the_same(self) -> None:
        line = "bonjour j'ai oublié complètement mon mot de passe hier"
        assert with_typos(line) == with_typos(line)

    def test_short_words_and_numbers_have_no_typos(self) -> None:
        assert with_typos("oui mon mot 123456 est la") == "oui mon mot 123456 est la"

    def test_about_every_fourth_long_word_has_one(self) -> None:
        words = [f"courriel{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(676)]
        mistyped = sum(with_typos(word) != word for word in words)
        # A swap or a neighbour of the same letter changes nothing, but there is none here.
        assert 0.2 < mistyped / len(words) < 0.3


class TestDataChecks:
    @pytest.mark.parametrize(
        ("other", "is_nearly_the_same"),
        [
            ("COURRIELS", True),  # 6 trigrams of 7
            ("cour", False),  # 2 of 6
            ("courrielle", False),  # 6 of 8
        ],
    )
    def test_nearly_the_same_line_in_one_intent(self, other: str, is_nearly_the_same: bool) -> None:
        lines = [LabelledLine("informer", text) for text in ("Courriel", other)]
        assert bool(near_duplicates(lines)) is is_nearly_the_same

    def test_the_same_line_in_two_intents_is_not_its_business(self) -> None:
        lines = [LabelledLine(intent, "allo") for intent in ("saluer", "demander_aide")]
        assert near_duplicates(lines) == []

    def test_lines_too_short_for_a_trigram(self) -> None:
        short = [LabelledLine("affirmer", text) for text in ("ok", "OK", "o")]
        assert near_duplicates(short) == [(short[0], short[1])]

    def test_too_few_lines(self) -> None:
        many = [
            LabelledLine("saluer", "allo", register)
            for register in ("soigne", "texto", "joual", "indirect")
            for _ in range(data_checks.OF_AN_ACT.lines // 4)
        ]
        assert too_few(many, ["saluer"]) == []
        assert too_few(many[4:], ["saluer"]) == [
            "saluer: 56 lines of at least 60",
            "saluer, soigne: 11 lines of at least 12",
        ]
        assert "lien_expire: 0 lines of at least 120" in too_few(many, ["saluer", "lien_expire"])

    def test_a_touched_file(self, tmp_path: Path) -> None:
        file = tmp_path / "lines.tsv"
        file.write_text("saluer\tallo\n", "utf-8")
        digest = "3a41b4de8c4cc62a30b8ca6d3d0b0f8f6ac6d5b2c5f5f2bd0b5d0c8be7a2b7c9"
        (tmp_path / "lines.tsv.sha256").write_text(f"{digest}  lines.tsv\n", "utf-8")
        assert was_touched(file)


class TestLines:
    def test_columns_that_may_be_missing(self, tmp_path: Path) -> None:
        file = tmp_path / "lines.tsv"
        file.write_text("saluer\tallo\nout_of_scope\til pleut\ttexto\tlointain\n", "utf-8")
        assert read_lines(file) == [
            LabelledLine("saluer", "allo"),
            LabelledLine("out_of_scope", "il pleut", "texto", "lointain"),
        ]

    def test_a_row_that_is_no_line_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "lines.tsv"
        file.write_text("saluer\tallo\nsaluer\n", "utf-8")
        with pytest.raises(ValueError, match=r"lines\.tsv:2"):
            read_lines(file)

    def test_registers_are_read_off_the_comments(self, tmp_path: Path) -> None:
        (tmp_path / "a.yml").write_text(
            "nlu:\n# Registre soigné : phrases\n- intent: saluer\n  examples: |\n    - Bonjour.\n"
            "# Registre joual, anglicismes\n- intent: saluer\n  examples: |\n    - allo - là\n"
            "- regex: x\n  examples: |\n    - y\n",
            "utf-8",
        )
        assert read_training_lines(tmp_path) == [
            LabelledLine("saluer", "Bonjour.", "soigne"),
            LabelledLine("saluer", "allo - là", "joual"),
        ]


class TestFigures:
    def test_what_was_served_and_what_was_caught(self) -> None:
        figures = _figures()
        assert figures.accuracy.value == 0.75
        assert figures.served_right.value == 0.5
        assert figures.fallback.value == 0.25
        assert figures.confidently_wrong.value == 0.25
        assert (figures.accuracy_unseen.value, figures.accuracy_unseen.lines) == (0.5, 2)
        assert figures.registers["texto"].value == 0.5
        assert figures.disturbed["typos"].value == 0.5
        assert figures.out_of_scope is not None
        assert figures.out_of_scope.near.value == 1.0
        assert figures.out_of_scope.far.value == 0.0

    def test_missed_targets_are_named(self) -> None:
        missed = missed_targets(_figures())
        assert "accuracy: 0.75, not at least 0.95" in missed
        assert "F1 of remercier: 0, not at least 0.85" in missed
        assert "accuracy lost by typos: 0.25, not at most 0.03" in missed
        assert "ms a message, p50: 9, not at most 8" in missed
        assert not [m for m in missed if "memory" in m or "near" in m or "without accents" in m]


class TestComparison:
    def test_losses_beyond_the_margins_are_named(self) -> None:
        better, worse = _figures(), _figures(remercier="saluer", saluer="remercier")
        assert losses(better, better) == []
        assert losses(worse, better) == []
        assert losses(better, worse) == [
            "accuracy is worse by 25.0 %, more than 0.5 %",
            "macro-F1 is worse by 22.2 %, more than 1.0 %",
            "confidently wrong is worse by 25.0 %, more than 0.5 %",
        ]

    def test_the_worst_change_comes_first(self) -> None:
        figures = _figures(), _figures(saluer="remercier", remercier="remercier")
        assert [row[0] for row in changed_intents(*figures)] == ["F1", "saluer", "remercier"]
        assert changed_intents(*figures)[1] == ["saluer", "66.7 %", "0.0 %", "-66.7"]

    def test_reviewed_lines_have_a_row_if_there_are_some(self) -> None:
        figures = _figures()
        [*_, row] = compared(figures, figures, ([False, True], [True, True]))
        assert row == ["reviewed lines right, of 2", "50.0 %", "100.0 %", "+50.0"]
        assert len(compared(figures, figures, ([], []))) == 5


def test_the_page_escapes_what_it_shows() -> None:
    page = Page("<title>")
    page.add_table([["line"], ["<script>"]])
    assert "<script>" not in page.html()
    assert "&lt;script&gt;" in page.html()


def _figures(saluer: str = "saluer", remercier: str = "saluer") -> Figures:
    """Figures of four lines; two of them are read as those intents."""
    lines = [
        LabelledLine("saluer", "allo", "texto"),
        LabelledLine("remercier", "marci", "texto"),
        LabelledLine("out_of_scope", "mes actions?", "soigne", "proche"),
        LabelledLine("out_of_scope", "il pleut", "soigne", "lointain"),
    ]
    readings = [
        Reading(saluer, 0.9, fell_back=False, out_of_scope=0.05),
        Reading(remercier, 0.8, fell_back=False, out_of_scope=0.1),
        Reading("out_of_scope", 0.9, fell_back=False, out_of_scope=0.9),
        Reading("out_of_scope", 0.4, fell_back=True, out_of_scope=0.06),
    ]
    mistyped = [readings[1], readings[1], readings[1], readings[3]]
    return measure(
        lines,
        readings,
        disturbed={"without accents": readings, "typos": mistyped},
        unseen=[True, True, False, False],
        cost=Cost(p50_ms=9.0, p99_ms=20.0, memory_mb=300.0, training_s=None),
    )
