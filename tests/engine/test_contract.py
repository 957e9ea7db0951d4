"""The engine's contract (docs/engine.md) over HTTP: trained model, real actions."""

import json
import sqlite3
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest

from tests.running_system import RunningSystem

HANDOVER_REASONS = {
    "demande", "fraude", "verrouille", "erreur", "compte", "fin_etapes", "incompris", "panne",
}  # fmt: skip


@dataclass
class Engine:
    """A gateway's view of the engine, for one conversation."""

    system: RunningSystem
    conversation: str = field(default_factory=lambda: f"test-{uuid4()}")
    url: str = ""

    def say(self, text: str, message_id: str | None = None) -> dict[str, Any]:
        """Sends typed text; returns the result."""
        return self._expect_ok({"text": text}, message_id)

    def press(self, payload: str) -> dict[str, Any]:
        """Sends a button's payload; returns the result."""
        return self._expect_ok({"payload": payload}, None)

    def post(self, body: object, secret: str | None = None) -> tuple[int, dict[str, Any]]:
        """Sends `body` as it is; returns the status and the answer."""
        return self.request("POST", f"/conversations/{self.conversation}/messages", body, secret)

    def request(
        self, method: str, path: str, body: object = None, secret: str | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Makes one request; returns the status and the answer."""
        request = urllib.request.Request(  # noqa: S310
            (self.url or self.system.engine_url) + path,
            data=json.dumps(body).encode() if body is not None else None,
            method=method,
            headers={"Authorization": f"Bearer {secret or self.system.engine_secret}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:  # noqa: S310
                content = answer.read()
                return answer.status, json.loads(content) if content else {}
        except urllib.error.HTTPError as refused:
            return refused.code, json.loads(refused.read())

    def _expect_ok(self, content: dict[str, str], message_id: str | None) -> dict[str, Any]:
        metadata = {"client_key": self.conversation}
        status, result = self.post(
            {"message_id": message_id or str(uuid4()), "metadata": metadata, **content}
        )
        assert status == 200, result
        return result


def texts(result: dict[str, Any]) -> str:
    return "\n".join(m["text"] or "" for m in result["messages"])


def test_a_message_is_answered_with_its_buttons_and_what_is_expected_next(engine: Engine) -> None:
    engine.say("mon lien est expiré")
    result = engine.press("/affirmer")
    assert result["intent"] == "affirmer"
    assert result["requested_slot"] == "code_utilisateur"
    assert {"title": "Annuler", "payload": "/annuler"} in result["messages"][-1]["buttons"]


def test_filled_values_are_reported_so_that_they_can_be_masked(engine: Engine) -> None:
    engine.say("mon lien est expiré")
    engine.press("/affirmer")
    result = engine.say("AB123456 Jean Tremblay")
    assert result["filled"] == [
        {"slot": "code_utilisateur", "value": "AB123456"},
        {"slot": "prenom", "value": "Jean"},
        {"slot": "nom", "value": "Tremblay"},
    ]


def test_a_repeated_message_gets_its_first_result_and_runs_nothing(engine: Engine) -> None:
    first = engine.say("je n'ai pas reçu le courriel", message_id="m1")
    second = engine.say("ça fait deux heures", message_id="m2")
    assert engine.say("je n'ai pas reçu le courriel", message_id="m1") == first
    assert engine.say("ça fait deux heures", message_id="m2") == second
    assert "indésirables" in texts(second)
    assert engine.say("oui", message_id="m3")["messages"] != second["messages"]


def test_a_message_id_used_for_another_text_is_refused(engine: Engine) -> None:
    engine.say("bonjour", message_id="m1")
    status, _ = engine.post({"message_id": "m1", "text": "au revoir"})
    assert status == 409


def test_typed_text_is_never_a_command(engine: Engine) -> None:
    result = engine.say("/parler_agent")
    assert result["confidence"] < 1.0
    result = engine.say('/affirmer{"confirmation": "oui"}')
    assert not any(m["custom"] for m in result["messages"])
    assert "erreur" not in engine.say("/restart")


def test_a_line_that_is_not_understood_has_a_guess(engine: Engine) -> None:
    result = engine.say("la page se rembobine tout le temps")
    assert (result["intent"], result["readings_offered"]) == ("nlu_fallback", True)
    assert result["guess"]["intent"] == "connexion_impossible"
    assert 0 < result["guess"]["confidence"] < 0.5
    understood = engine.say("mon lien est expiré")
    assert (understood["guess"], understood["readings_offered"]) == (None, False)


def test_a_payload_is(engine: Engine) -> None:
    handover = engine.press("/parler_agent")["messages"][-1]["custom"]["handover"]
    assert handover["reason"] in HANDOVER_REASONS
    assert handover["priority"] == "normal"


def test_a_handover_says_what_was_tried_and_what_else_was_said(engine: Engine) -> None:
    engine.say("j'ai pas reçu le courriel, ça fait 45 minutes, sur mon iPhone")
    engine.say("oui, rien là")
    handover = engine.press("/parler_agent")["messages"][-1]["custom"]["handover"]
    assert any("indésirables" in step for step in handover["etapes"])
    assert "courriel demandé il y a environ 45 min" in handover["details"]
    assert all(line in handover["resume"] for line in handover["etapes"] + handover["details"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("plus d'une heure", "courriel demandé il y a plus d’une heure"),
        ("deux heures", "courriel demandé il y a environ 2 h"),
        ("trois jours", "courriel demandé il y a environ 3 jours"),
    ],
)
def test_a_delay_is_told_no_more_precisely_than_it_was_said(
    engine: Engine, said: str, told: str
) -> None:
    engine.say(f"j'ai pas reçu le courriel, ça fait {said}")
    handover = engine.press("/parler_agent")["messages"][-1]["custom"]["handover"]
    assert told in handover["details"]


def test_a_delay_that_was_chosen_is_told_as_the_choice(engine: Engine) -> None:
    engine.press("/courriel_non_recu")
    engine.press('/donner_delai{"delai": 60}')
    handover = engine.press("/parler_agent")["messages"][-1]["custom"]["handover"]
    assert "courriel demandé il y a plus de 30 minutes" in handover["details"]


def test_given_back_by_a_person_a_form_is_left_in_silence_and_what_was_tried_is_kept(
    engine: Engine,
) -> None:
    engine.say("j'ai pas reçu le courriel, ça fait deux heures")
    engine.say("oui, rien là")
    assert engine.say("oui c'est la bonne")["requested_slot"] == "code_utilisateur"
    result = engine.press('/annuler{"reprise": "oui"}')
    assert not any(m["text"] or m["buttons"] or m["custom"] for m in result["messages"])
    assert (result["requested_slot"], result["step"]) == (None, None)
    assert "là où on en était" in texts(engine.press("/courriel_non_recu"))


def test_a_typed_line_gives_nobody_back(engine: Engine) -> None:
    engine.say("mon lien est expiré")
    engine.press("/affirmer")
    # It cancels, and says so.
    assert "Rien n’a été envoyé" in texts(engine.say('/annuler{"reprise": "oui"}'))


def test_that_nothing_is_left_to_solve_is_marked(engine: Engine) -> None:
    engine.say("mon lien est expiré")
    [message] = engine.press("/probleme_resolu")["messages"]
    assert message["custom"] == {"solved": True}


@pytest.mark.parametrize("line", ["", "   ", "😀😀", "???", "...", "\u202e\u0000", "—"])
def test_a_line_without_a_word_gets_a_polite_fallback(engine: Engine, line: str) -> None:
    result = engine.say(line)
    assert result["intent"] == "nlu_fallback"
    assert result["messages"][-1]["buttons"]


@pytest.mark.parametrize(
    "body",
    [
        [],
        "bonjour",
        {},
        {"message_id": "m"},
        {"message_id": "m", "text": "a", "payload": "/affirmer"},
        {"message_id": "", "text": "a"},
        {"message_id": 3, "text": "a"},
        {"message_id": "m", "text": ["a"]},
        {"message_id": "m", "text": "a" * 2001},
        {"message_id": "m", "payload": "affirmer"},
        {"message_id": "m", "text": "a", "metadata": []},
    ],
)
def test_a_malformed_message_is_refused(engine: Engine, body: object) -> None:
    status, answer = engine.post(body)
    assert status == 422
    assert answer["error"]


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("j'ai reçu un texto louche qui me demande mon mot de passe", "signaler_fraude"),
        ("merci beaucoup", "remercier"),
        # Typed text is never a command here either.
        ("/signaler_fraude", None),
    ],
)
def test_a_line_is_read_by_itself(engine: Engine, line: str, intent: str | None) -> None:
    status, read = engine.request("POST", "/parse", {"text": line})
    assert status == 200, read
    assert set(read) == {"intent", "confidence"}
    assert 0 <= read["confidence"] <= 1
    assert intent is None or read["intent"] == intent
    assert intent is not None or read["confidence"] < 1


@pytest.mark.parametrize("body", [{}, {"text": 1}, {"text": "a" * 2001}, [], "allo", None])
def test_a_line_that_is_none_is_not_read(engine: Engine, body: object) -> None:
    status, answer = engine.request("POST", "/parse", body)
    assert (status, set(answer)) == (422, {"error"})


def test_without_the_secret_nothing_is_answered(engine: Engine) -> None:
    status, _ = engine.post({"message_id": "m", "text": "bonjour"}, secret="guess")
    assert status == 401


def test_an_erased_conversation_is_forgotten(engine: Engine) -> None:
    engine.say("mon code est ZZ998877, mon lien est expiré")
    status, _ = engine.request("DELETE", f"/conversations/{engine.conversation}")
    assert status == 204
    rows = _tracker(engine.system).execute(
        "SELECT count(*) FROM events WHERE sender_id = ?", [engine.conversation]
    )
    assert rows.fetchone() == (0,)
    assert "Rebonjour" not in texts(engine.say("bonjour"))


def test_killed_in_the_middle_of_a_form_it_asks_the_same_question_next(engine: Engine) -> None:
    engine.say("mon lien est expiré")
    engine.press("/affirmer")
    before = engine.say("AB123456")
    assert before["requested_slot"] == "prenom"
    engine.system.kill("bot")
    engine.system.wait_for(f"{engine.system.engine_url}/health")
    after = engine.say("c'est quoi le numéro de téléphone?")
    assert after["requested_slot"] == "prenom"
    assert engine.say("Jean")["requested_slot"] == "nom"


def test_a_failing_action_is_an_error_and_the_message_can_be_sent_again(engine: Engine) -> None:
    engine.say("bonjour")
    message = {"message_id": "m-failed", "text": "mon compte est verrouillé"}
    engine.system.suspend("actions")
    try:
        status, _ = engine.post(message)
        assert status == 504
    finally:
        engine.system.resume("actions")
    deadline = time.monotonic() + 30
    while (answer := engine.post(message))[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.3)
    assert answer[1]["messages"][-1]["custom"]["handover"]["reason"] == "verrouille"


def test_back_after_65_minutes_the_assistant_goes_on_where_it_was(engine: Engine) -> None:
    engine.say("je n'ai pas reçu le courriel")
    engine.press('/donner_delai{"delai": 10}')
    _let_time_pass(engine, minutes=65)
    assert "indésirables" in texts(engine.say("toujours rien"))


def _let_time_pass(engine: Engine, minutes: int) -> None:
    """Makes everything the conversation holds that much older."""
    with _tracker(engine.system) as tracker:
        rows = tracker.execute(
            "SELECT id, data FROM events WHERE sender_id = ?", [engine.conversation]
        ).fetchall()
        for row, data in rows:
            event = json.loads(data)
            event["timestamp"] -= minutes * 60
            tracker.execute(
                "UPDATE events SET timestamp = ?, data = ? WHERE id = ?",
                [event["timestamp"], json.dumps(event), row],
            )


def _tracker(system: RunningSystem) -> sqlite3.Connection:
    return sqlite3.connect(system.data_dir / "tracker.db", timeout=10)
