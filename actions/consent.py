"""Whether a typed line is a plain yes. The one gate before anything is sent in a client's name.

A classifier's guess is never enough: an emoji has been seen classified as a yes at 0.96. So this
is a closed list: every word of the line must be one of assent, and one of them must carry it.
"""

import re

from actions.folding import fold

_ASSENT = r"""(?:
    oui | ouais | d'?accord | ok | okay | parfait | exact | exactement | correct | certainement
  | absolument | entendu | go
  | (?:c'?est|c) \ (?:bien\ )?
    (?:ca|bon|tout\ bon|beau|exact|correct|juste|conforme|parfait|en\ plein\ ca)
  | tout\ est \ (?:beau|bon|exact|correct|parfait)
  | (?:(?:vous\ pouvez|tu\ peux)\ )? (?:l'|le\ |la\ )?
    (?:envoy(?:ez|er|e)|envoies?|envois|proced(?:ez|er)|lanc(?:ez|er)|confirm(?:ez|er|e)|faire)
    (?:[-\ ](?:le|la|les|ca))? (?:[-\ ]moi)?
  | je\ (?:le\ )?confirme
  | vas[-\ ]y | allez[-\ ]y | faites[-\ ](?:le|la|ca)
)"""
_FILLER = r"""(?:
    s'il\ (?:vous|te)\ plait | svp | stp | merci(?:\ beaucoup|\ bien)? | madame | monsieur
  | bien\ sur | la | donc | et | tout | tres\ bien | bien
)"""
_END_OF_WORD = r"(?: [\ ,.!;]+ | $ )"
_PLAIN_YES = re.compile(rf"(?: (?: {_ASSENT} | {_FILLER} ) {_END_OF_WORD} )+", re.VERBOSE)
_CARRIES_ASSENT = re.compile(rf"(?: ^ | [\ ,.!;] ) {_ASSENT} {_END_OF_WORD}", re.VERBOSE)


def is_plain_yes(text: str) -> bool:
    """Tells whether `text` is an assent and nothing else.

    "Oui, c'est exact, envoyez-le." is; "ouin", "oui mais", "oui?", "👍" and "je pense que oui"
    are not.
    """
    folded = fold(text)
    return bool(_PLAIN_YES.fullmatch(folded)) and bool(_CARRIES_ASSENT.search(folded))
