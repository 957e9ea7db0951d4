"""Whether a typed line is a plain yes. The one gate before anything is sent in a client's name.

A classifier's guess is never enough: an emoji has been seen classified as a yes at 0.96. So this is
a closed list: every word of the line must be one of assent, and one of them must carry it.
"""

import re

from actions.folding import fold

_ASSENTS = (
    r"oui|ouais|d'accord|daccord|ok|okay|parfait|exact|exactement|correct|certainement|absolument|entendu|"
    r"c'est (?:bien )?(?:ca|bon|beau|exact|correct|parfait|en plein ca)|tout est (?:beau|bon|exact|correct|parfait)|"
    r"(?:vous pouvez |tu peux )?(?:l'|le |la )?(?:envoyer|envoyez|envoie|envoye|envois|envoies|procedez|proceder|lancez|lancer|confirmez|confirmer|faire)(?:[- ](?:le|la|les|ca))?(?:[- ]moi)?|"
    r"je (?:le )?confirme|confirme|confirmee?|vas[- ]y|allez[- ]y|go|faites[- ](?:le|ca)"
)
_FILLERS = r"s'il (?:vous|te) plait|svp|stp|merci(?: beaucoup| bien)?|madame|monsieur|bien sur|la|donc|et|tout|tres bien|bien|a cette adresse"
_PLAIN_YES = re.compile(rf"(?:(?:{_ASSENTS}|{_FILLERS})(?:[ ,.!;]+|$))+")
_CARRIES_ASSENT = re.compile(rf"(?:^|[ ,.!;])(?:{_ASSENTS})(?:[ ,.!;]|$)")


def is_plain_yes(text: str) -> bool:
    """Tells whether `text` is an assent and nothing else.

    "Oui, c'est exact, envoyez-le." is; "ouin", "oui mais", "oui?", "👍" and "je pense que oui" aren't.
    """
    folded = fold(text)
    return bool(_PLAIN_YES.fullmatch(folded)) and bool(_CARRIES_ASSENT.search(folded))
