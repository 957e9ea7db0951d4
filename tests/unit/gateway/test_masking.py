"""What is masked, in the ways people write it, what is left alone, and where the masks are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.catalogue import load_catalogue
from gateway.intake import MAXIMUM_TEXT_LENGTH
from gateway.masking import Mask, Masked, Masking, is_personal

MASKING = Masking(load_catalogue())
CODE = "[code d’utilisateur masqué]"
NOM = "[nom masqué]"
PRENOM = "[prénom masqué]"
COURRIEL = "[courriel masqué]"
TELEPHONE = "[téléphone masqué]"
CARTE = "[numéro de carte masqué]"
NAS = "[numéro d’assurance sociale masqué]"
MOT_DE_PASSE = "[mot de passe masqué]"
LIEN = "[lien masqué]"


def client_line(
    text: str,
    *,
    known: set[tuple[str, str]] = frozenset(),  # type: ignore[assignment]
    said: set[tuple[str, str]] = frozenset(),  # type: ignore[assignment]
    asked: str | None = None,
) -> str:
    """A client's line, masked; what was said in it is new unless it was known."""
    masked = MASKING.client_line(text, known | said, said=said, new=said - known, asked=asked)
    return masked.text


@pytest.mark.parametrize(
    ("text", "slot", "value", "masked"),
    [
        ("mon code est AB123456.", "code_utilisateur", "AB123456", f"mon code est {CODE}."),
        ("c’est ab 123 456", "code_utilisateur", "AB123456", f"c’est {CODE}"),
        ("AB-123-456, ab.123.456", "code_utilisateur", "AB123456", f"{CODE}, {CODE}"),
        ("xKLM et KLMN", "code_utilisateur", "KLM", "xKLM et KLMN"),
        ("TREMBLE, Tremblé et tremblé", "nom", "Tremblé", f"{NOM}, {NOM} et {NOM}"),
        ("Roy est royal", "nom", "Roy", f"{NOM} est royal"),
        ("st pierre ou St-Pierre", "nom", "St-Pierre", f"{NOM} ou {NOM}"),
        ("D’Amours et D'Amours", "nom", "D’Amours", f"{NOM} et {NOM}"),
        ("jean-françois", "prenom", "Jean François", PRENOM),
        ("Nguyễn", "nom", "nguyen", NOM),
        ("c’est Or@nge!7", "secret", "Or@nge!7", "c’est [renseignement masqué]"),
        ("rien du tout", "nom", "…", "rien du tout"),
    ],
)
def test_a_filled_value(text: str, slot: str, value: str, masked: str) -> None:
    assert MASKING.text(text, [(slot, value)]).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("écrivez à jean.tremblay+x@exemple.qc.ca!", f"écrivez à {COURRIEL}!"),
        ("(a@b.ca), <c@d.ca>;e@f.ca", f"({COURRIEL}), <{COURRIEL}>;{COURRIEL}"),
        ("a@b.ca.", f"{COURRIEL}."),
        # Cards, by Luhn, in groups or not, with what follows them.
        ("4111 1111 1111 1111", CARTE),
        ("ma carte 4111-1111-1111-1111 svp", f"ma carte {CARTE} svp"),
        ("5500005555555559", CARTE),
        ("378282246310005.", f"{CARTE}."),
        ("4111 1111 1111 1111 09 27", CARTE),
        # Insurance numbers, in groups by Luhn, or announced.
        ("046 454 286", NAS),
        ("c’est le 046-454-286 ok", f"c’est le {NAS} ok"),
        ("mon NAS : 046454286", f"mon NAS : {NAS}"),
        ("assurance sociale 123 456 789", f"assurance sociale {NAS}"),
        # Codes.
        ("AB123456", CODE),
        ("ab 123 456 svp", f"{CODE} svp"),
        ("ABC-1234", CODE),
        ("code d’utilisateur : tremblay44", f"code d’utilisateur : {CODE}"),
        ("mon identifiant est 12345678", f"mon identifiant est {CODE}"),
        # Passwords, announced.
        ("mon mot de passe est Soleil22!", f"mon mot de passe est {MOT_DE_PASSE}"),
        ("mot de passe : Soleil22.", f"mot de passe : {MOT_DE_PASSE}."),
        ("mdp: erable-rouge-1608", f"mdp: {MOT_DE_PASSE}"),
        ("mdp : chocolat", f"mdp : {MOT_DE_PASSE}"),
        ("pw hunter22 pis le reste", f"pw {MOT_DE_PASSE} pis le reste"),
        ("mot de passe « Soleil22 », merci", f"mot de passe « {MOT_DE_PASSE} », merci"),
        # Links with a token.
        (
            "https://portail.example/portail/reinitialisation?jeton=abc va pas",
            f"{LIEN} va pas",
        ),
        ("portail.example/r/Zx81kd92jf01ksl2mcq8", LIEN),
        # A client's telephone, never ours.
        ("au 418 555-0199 svp", f"au {TELEPHONE} svp"),
        (
            "(581) 555-0142, 5815550142 et +1 581 555 0142",
            f"{TELEPHONE}, {TELEPHONE} et {TELEPHONE}",
        ),
    ],
)
def test_what_has_a_personal_shape(text: str, masked: str) -> None:
    assert MASKING.text(text, []).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "rendez-vous @ 14 h",
        "418 838-1107 ou 1 888 776-1668",
        "1\u00a0888\u00a0776-1668, (418) 838-1107, 4188381107",
        "ça fait 30 minutes, à 14 h 20 le 2026-01-15",
        "erreur 403, ERR-1029 et 0x80070005",
        "le code d’erreur 403",
        "1234 5678 9012 3456",
        "123 456 789",
        "mon mot de passe est expiré",
        "mot de passe : oublié",
        "mon mot de passe ne marche pas",
        "j’ai oublié mon mot de passe et mon code d’utilisateur",
        "allez sur https://portail.example/portail/ et cliquez",
        "oui et/ou non",
        "12,5 % depuis 2020",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert client_line(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("je m’appelle zacharie quévillon", f"je m’appelle {NOM}"),
        ("Je m'appelle Zacharie et ça bloque", f"Je m'appelle {NOM} et ça bloque"),
        ("mon nom est Quévillon, Zacharie", f"mon nom est {NOM}, Zacharie"),
        ("mon nom c’est Marie-Ève Côté", f"mon nom c’est {NOM}"),
        ("nom de famille : Roy. mon prénom est Luc", f"nom de famille : Roy. mon prénom est {NOM}"),
        ("ici Jean de la rue", f"ici {NOM} de la rue"),
        ("Bonjour, ici Mme Côté", f"Bonjour, ici Mme {NOM}"),
        ("le compte est au nom de Léa Roy", f"le compte est au nom de {NOM}"),
        ("Zacharie Quévillon", NOM),
        ("je suis Léa Roy", f"je suis {NOM}"),
    ],
)
def test_an_announced_name_in_a_clients_line(text: str, masked: str) -> None:
    assert client_line(text) == masked
    # Others' words are not searched for names: « ici Julie » is an agent's own.
    assert MASKING.text(text, []).text == text


@pytest.mark.parametrize(
    "text",
    [
        "je suis perdu",
        "je suis à Québec",
        "c’est pour un compte conjoint",
        "mon nom est pas bon dans le dossier",
        "mon nom est bien écrit",
        "j’appelle ici depuis hier",
        "Bonjour",
        "Bonjour ça marche pas",
        "c’est au nom de mon mari",
    ],
)
def test_no_name_is_announced(text: str) -> None:
    assert client_line(text) == text


@pytest.mark.parametrize(
    ("text", "said", "asked", "masked"),
    [
        # Nothing was read in an answer: it may be the value all the same.
        ("tremblay quarante-quatre", set(), "code_utilisateur", CODE),
        ("je veux quelqu’un", set(), "nom", NOM),
        ("oui", set(), "confirmation", "oui"),
        ("individuel", set(), "type_compte", "individuel"),
        # The value is told apart from what goes with it.
        ("c’est Tremblé svp", {("nom", "Tremblé")}, "nom", f"c’est {NOM} svp"),
        ("Tremblé", {("nom", "Tremblé")}, None, NOM),
        # It was read in the line, and isn't there as it was read.
        ("jean arobase exemple point ca", {("courriel", "jean@exemple.ca")}, None, COURRIEL),
    ],
)
def test_an_answer(text: str, said: set[tuple[str, str]], asked: str | None, masked: str) -> None:
    assert client_line(text, said=said, asked=asked) == masked


def test_a_value_known_already_need_not_be_in_the_line() -> None:
    known = {("nom", "Roy")}
    assert client_line("oui, envoyez", known=known, said=known) == "oui, envoyez"


def test_longer_values_go_first() -> None:
    filled = [("prenom", "Marie"), ("nom", "Marie-Claude Roy")]
    assert MASKING.text("Marie-Claude Roy, Marie", filled).text == f"{NOM}, {PRENOM}"


def test_what_the_engine_read_tells_a_names_kind() -> None:
    assert client_line("mon prénom est Luc", said={("prenom", "Luc")}) == f"mon prénom est {PRENOM}"


def test_a_name_in_an_address_is_part_of_the_address() -> None:
    assert MASKING.text("roy@exemple.ca", [("nom", "Roy")]).text == COURRIEL


def test_a_mask_says_where_it_stands_and_what_it_hides() -> None:
    text = "🙂 AB123456 et roy@exemple.ca"
    masked = MASKING.text(text, [])
    assert masked == Masked(
        f"🙂 {CODE} et {COURRIEL}",
        (
            Mask("code_utilisateur", start=2, end=29, raw_start=2, raw_end=10),
            Mask("courriel", start=33, end=50, raw_start=14, raw_end=28),
        ),
    )


@given(
    pieces=st.lists(
        st.sampled_from(["AB123456", "roy@exemple.ca", "418 555-0199", "Roy", "\n", "é", "🙂", " "])
    )
)
def test_the_masked_text_with_its_values_put_back_is_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    masked = MASKING.text(text, [("nom", "Roy")])
    restored, end = "", 0
    for mask in masked.masks:
        restored += masked.text[end : mask.start] + text[mask.raw_start : mask.raw_end]
        end = mask.end
    assert restored + masked.text[end:] == text


def test_masking_again_adds_what_is_new_and_keeps_the_rest() -> None:
    text = "Léa Roy, AB123456"
    once = MASKING.text(text, [("prenom", "Léa")])
    again = MASKING.again(text, once.stored_masks, [("nom", "Roy")])
    assert again.text == f"{PRENOM} {NOM}, {CODE}"
    assert MASKING.again(text, again.stored_masks, [("nom", "Roy")]) == again


@pytest.mark.parametrize(
    ("slot", "personal"),
    [
        ("code_utilisateur", True),
        ("prenom", True),
        ("nom", True),
        ("courriel", True),
        ("telephone", True),
        ("type_compte", False),
        ("confirmation", False),
        (None, False),
    ],
)
def test_which_slots_are_personal(slot: str | None, personal: bool) -> None:
    assert is_personal(slot) is personal


@given(
    before=st.text(max_size=20),
    value=st.from_regex(r"[A-Z]{2}[0-9]{6}", fullmatch=True),
    after=st.text(max_size=20),
)
def test_a_value_standing_alone_never_stays(before: str, value: str, after: str) -> None:
    masked = MASKING.text(f"{before} {value} {after}", [("code_utilisateur", value)])
    assert f" {value} " not in masked.text


@pytest.mark.parametrize("piece", ["a.", "a-", "a@", "1 ", "mdp ", "nas ", "Aa ", "code le ", "a/"])
def test_the_longest_line_is_masked_fast_whatever_it_is_made_of(piece: str) -> None:
    text = (piece * MAXIMUM_TEXT_LENGTH)[:MAXIMUM_TEXT_LENGTH]
    started = time.process_time()
    client_line(text)
    # Milliseconds; a search that starts anew at each character takes tenths of a second.
    assert time.process_time() - started < 0.1
