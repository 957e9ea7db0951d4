"""Plays chosen conversations against a system of its own and writes them to docs/dialogues.md.

    python -m tests.conversations.transcribe [FILE]

The trained model must be there (script/train); no server needs to run. What differs from one run
to the next is masked, but for the hours promised.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from tests.conversations.player import Stage, play
from tests.conversations.scenario import load
from tests.conversations.transcript import Line, Transcript
from tests.running_system import RunningSystem

HERE = Path(__file__).parent
WRITTEN = Path("docs/dialogues.md")
# By heading, which is an intent where there is one, the conversations that show it.
CHOSEN = {
    "courriel_non_recu": [
        "coming_back/rendez_vous_toujours_rien",
        "happy_path/courriel_non_recu_jusqu_a_l_agent",
    ],
    "renvoyer_courriel": ["happy_path/renvoi_insiste"],
    "lien_expire": ["happy_path/lien_recu", "happy_path/lien_expire_soi_meme"],
    "mot_de_passe_oublie": ["happy_path/mot_de_passe", "correction/avec_un_y"],
    "code_utilisateur_oublie": [
        "happy_path/code_oublie",
        "switch/du_mot_de_passe_au_code_et_retour",
    ],
    "premiere_connexion": ["happy_path/premiere_connexion"],
    "reinitialisation_cellulaire": ["happy_path/cellulaire_ecran"],
    "connexion_impossible": ["happy_path/connexion_impossible"],
    "message_erreur": ["happy_path/message_erreur", "happy_path/message_erreur_puis_le_lien"],
    "compte_verrouille": ["happy_path/compte_verrouille"],
    "compte_non_personnel": ["happy_path/mandataire"],
    "changer_adresse_courriel": ["happy_path/adresse_a_changer_un_agent"],
    "signaler_fraude": ["facts/a3_message_suspect"],
    "question_code_utilisateur": ["facts/f2_le_code"],
    "question_adresse_courriel": ["facts/f5_l_adresse"],
    "question_delai_courriel": ["facts/f6_le_delai"],
    "question_validite_lien": ["facts/f7_le_lien"],
    "question_coordonnees": ["facts/f9_les_numeros"],
    "question_confidentialite": ["facts/a4_les_donnees"],
    "parler_agent": ["coming_back/apres_un_agent"],
    "being called back": ["handover/rappel"],
    "two problems": ["two_problems/lien_et_code"],
    "anything else": ["digression/hors_sujet", "abuse/insultes", "digression/lecture_choisie"],
}
# Of every other speaker, all lines are kept.
_LEFT_OUT = frozenset({"Page"})
_REFERENCE = re.compile(r"(référence\s:\s)[0-9A-Z]+-[0-9A-Z]+")
_MARKDOWN = re.compile(r"([*_<>`\\])")
_HEAD = """# Dialogues

Real ones, of the running system, in the order of the README's table. Written by
`python -m tests.conversations.transcribe`, never by hand. Choices offered are in [brackets], and
so is one that was pressed. Case references are masked. Each begins with the same greeting:
"""


def main() -> None:
    """The command line."""
    written = Path(sys.argv[1]) if len(sys.argv) > 1 else WRITTEN
    with tempfile.TemporaryDirectory() as data_dir, RunningSystem(Path(data_dir)).run() as system:
        stage = Stage(
            gateway_url=system.gateway_url,
            portal_url=system.portal_url,
            agent_login=system.agent_login,
            agent_password=system.agent_password,
            system=system,
        )
        written.write_text(asyncio.run(_transcribe(stage)), encoding="utf-8")


async def _transcribe(stage: Stage) -> str:
    parts: list[str] = []
    greeting = ""
    for problem, files in CHOSEN.items():
        parts.append(f"## {problem}")
        for file in files:
            [scenario] = load(HERE / f"{file}.yml")
            transcript = await play(scenario, stage)
            greeting = _quote(transcript.lines[:1])
            parts.append(_dialogue(transcript))
    return "\n\n".join([_HEAD + "\n" + greeting, *parts]) + "\n"


def _dialogue(transcript: Transcript) -> str:
    """The conversation without its greeting."""
    return _quote([ln for ln in transcript.lines[1:] if ln.speaker not in _LEFT_OUT])


def _quote(lines: list[Line]) -> str:
    return "<br>\n".join(f"> {_markdown(line)}" for line in lines)


def _markdown(line: Line) -> str:
    # Of a mail, the line with its recipient and subject.
    text = line.text.partition("\n")[0] if line.speaker == "Courriel" else line.text
    text = _MARKDOWN.sub(r"\\\1", _REFERENCE.sub(r"\1XXX-XXX", text))
    text = " ".join([text.replace("\n", " "), *(f"[{title}]" for title in line.choices)])
    # What happens beside the conversation.
    if line.speaker in ("Événement", "Bureau"):
        return f"*({text})*"
    if line.speaker == "Courriel":
        return f"*(Courriel à {text})*"
    return f"**{line.speaker}** : {text}"


if __name__ == "__main__":
    main()
