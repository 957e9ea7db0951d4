"""What a line says in so many words, whatever its intent.

Pure. A reading here answers a question only where the step of ladders.yml names it: "pas d'ordi"
is a no to "avez-vous un ordinateur?", and nothing elsewhere.
"""

import re

from actions.folding import fold

JUNK_CHECKED = "deja_verifie"  # the junk folder was looked at, and the e-mail isn't there
RIGHT_ADDRESS = "bonne_adresse"  # the box looked at is that of the address on file
QUOTED = "message_cite"  # the words of an error message
WILL_CALL = "appellera"  # would rather phone, later

_JUNK = r"(?:courriers? )?(?:spams?|indesirables?|pourriels?|junk|promotions?|corbeille)"
_COMPUTER = r"(?:[dl]?'?ordi(?:nateur)?s?|pc|mac|laptop|portable)"
_HANDHELD = r"(?:tel|cel|phone|iphone|ipad|tablette|android|mobile)"
_LOOKED = r"(?:regard|verifi|check|cherch|fouill)\w*"
# The patterns of a reading, any of which will do; of two readings, a step takes the first.
_CUES = {
    "introuvable": [
        rf"trouve\w* pas (?:ca|sa|le dossier|ce dossier|ou|(?:les|mes|le) {_JUNK})",
        rf"\bpas de (?:dossier )?{_JUNK}",
        r"^(?:c'?est )?ou ca\b",
        r"\bsais pas (?:trop |vraiment )?ou\b",
    ],
    JUNK_CHECKED: [
        # Said so shortly, of the folder just spoken of.
        r"^(?:\S+ ){0,4}?(?:deja|t(?:ou)?t|partout|j'?ai|bien) (?:t(?:ou)?t |deja |bien )?"
        rf"{_LOOKED}(?! dans (?:mes courriels|ma boite))(?: \S+){{0,3}}$",
        rf"\b{_LOOKED} (?:dans (?:l')?|tou(?:te)?s |les |mes |l')+{_JUNK}",
        rf"\b{_JUNK}(?: (?:est|sont|c'est|tout))? (?:aussi|rien|non plus|{_LOOKED})",
        rf"\b{_JUNK}\b.{{0,30}}\bvides?\b",
        rf"\b(?:rien|ni|pas)(?: \w+){{0,4}} (?:dans (?:l')?|des |les |mes |l'){_JUNK}",
    ],
    RIGHT_ADDRESS: [
        r"\bbonne adresse",
        r"\badresse (?:est |c'?est )(?:bien )?(?:la )?(?:bonne|meme|correcte)",
        r"\bcelle (?:de |a |que j'ai donnee? a )(?:mon|ma) conseill",
        r"^(?:oui |ok )?c(?:'?est)? (?:bien )?mon adresse",
    ],
    "sans_ordinateur": [
        r"\b(?:pas|pu|plus|sans|aucun|ni)"
        rf"(?: (?:acces|a|d|de|un|mon|vraiment|d'un))* {_COMPUTER}\b",
        r"\b(?:juste|seulement|rien que|yinque|(?:ai|n'ai) que)"
        rf"(?: (?:mon|un|le|ma|une|avec|sur)){{0,2}} {_HANDHELD}",
    ],
    "code_en_main": [
        r"\bai (?:re)?trouve\w* (?:mon|le) code\b",
        r"(?<!si )\bj(?:e l)?'?ai (?:deja |bien )?(?:mon|le) code\b"
        r"(?! (?:de|d'|est|qui) ?(?:perdu|oubli))",
        r"\bcode je l'ai\b",
    ],
    "bouton_introuvable": [
        r"\b(?:(?:vois|trouve) (?:pas|pu|aucun)|nulle part)\b"
        r"(?!.*\b(?:courriel|mail|email|message))",
        r"\bou (?:il |elle |se trouve |est |c'est |donc )?.*\bbouton\b",
    ],
    "moi_meme": [
        r"\bmo[ie][- ]mem",
        r"\bje (?:vais|vas|va|prefere) (?:le |la |l'|m'en )?(?:faire|charger)\b",
    ],
    "faites_le": [
        r"(?<!je )(?<!le )(?<!la )\b(?:fai(?:s|tes)|lance[zr]?)[- ](?:l[ea]|les|ca|vous)\b",
        r"\bdemandez[- ]l[ea] pour\b",
        r"\ba ma place\b",
        r"\bvous (?:l[ea] )?fassiez\b|\bvous en charg|\bvous laisse (?:le soin|faire)",
    ],
    "plus_tard": [
        r"\b(?:plus tard|pas (?:maintenant|tout de suite|avant|ici|chez moi|a la maison))\b",
        r"\b(?:demain|ce soir|a soir|semaine prochaine|une autre fois)\b",
        r"\bquand je (?:serai|vais|rentre)",
    ],
    "bouton_clique": [
        r"^(?:(?:ok|oui|bon|la) )*(?:j'?ai|g|j(?:e |')?viens d(?:e |')?) ?"
        r"(?:cli[qck]\w*|pes[er]\w*|appuy\w*)(?: (?:dessus|dessu|la|ca|sa|sur le bouton))?$",
    ],
    "rien": [r"^(?:(?:ca|sa) (?:fait|donne) )?rien(?: (?:du tout|pantoute|la))?$"],
    QUOTED: [
        r"[«\"“].{8,}[»\"”]",
        r"\b(?:dit|marque|ecrit|affiche) (?:que )?(?!quoi|rien|pas|ca)(?:\S+ ){3,}",
    ],
    WILL_CALL: [r"\bje (?:vais|va|vas) (?:les |l'|vous )?(?:r)?appeler\b"],
}
_PATTERNS = {
    reading: [re.compile(pattern) for pattern in patterns] for reading, patterns in _CUES.items()
}
# "J'ai pas regardé mes spams", "je trouve pas les spams".
_NOT_LOOKED = re.compile(rf"\bpas (?:encore |deja )?{_LOOKED}|trouve\w* pas (?:les|mes)")
# "C'est quoi la bonne adresse", "c'est pas la bonne adresse", "pas sûr que c'est la bonne".
_NOT_SURELY_RIGHT = re.compile(
    r"\bquel|\bc'?est quoi\b|\best-ce\b|-t[ui]\b|\bsais pas\b|\bmauvaise"
    r"|\b(?:pas|plus|pu) (?:certaine?|sure?|la|ma|sa|celle)\b"
)
_ABOUT = (
    r"(?:genre|environ|a peu pres|peut-etre|depuis|(?:ca|sa) fait?|ya|y a|il y a|plus (?:de|que))"
)
_BARE_MINUTES = re.compile(
    rf"(?:\b{_ABOUT} |\+ ?(?:de |que )?|^)(\d{{1,3}})(?: (?:la|environ|genre))?$"
)
# Words of receipt and nothing more: "j'ai reçu un courriel", "ok le mail est arrivé".
_RECEIPT = frozenset(
    """ok oui bon la ca y je j'ai jai ai viens vient de d'avoir d'arriver arrive recu recevoir eu
    l'ai un le votre du courriel mail email message est rentre portail maintenant enfin finalement
    merci""".split()  # noqa: SIM905 - a list of words reads better so
)
_RECEIVED_IT = frozenset({"recu", "recevoir", "arrive", "d'arriver", "eu", "rentre"})
_E_MAIL = frozenset({"courriel", "mail", "email", "message"})


def cues(text: str) -> list[str]:
    """Returns the readings of a line by its words, likeliest first."""
    folded = _plain(text)
    found = [
        reading
        for reading, patterns in _PATTERNS.items()
        if any(pattern.search(folded) for pattern in patterns)
    ]
    if _NOT_LOOKED.search(folded):
        found = [reading for reading in found if reading != JUNK_CHECKED]
    if "?" in text or _NOT_SURELY_RIGHT.search(folded):
        found = [reading for reading in found if reading != RIGHT_ADDRESS]
    return found


def bare_minutes(text: str) -> int | None:
    """Returns the number a line gives without a unit ("genre 45"), which is minutes, or None."""
    found = _BARE_MINUTES.search(_plain(text))
    return int(found.group(1)) if found else None


def is_receipt(text: str) -> bool:
    """Tells whether a line says that an e-mail came, and nothing that could be wrong with it."""
    words = set(_plain(text).split())
    return words <= _RECEIPT and bool(words & _RECEIVED_IT) and bool(words & _E_MAIL)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[.,:;!?…]+", " ", fold(text)).split())
