"""Whether a typed line is a plain yes. The one gate before anything is sent in a client's name.

A classifier's guess is never enough: an emoji has been seen classified as a yes at 0.96. So this
is a closed list: every word of the line must be one of assent, and one of them must carry it.
"""

import re

from actions.folding import fold

_ASSENT = r"""(?:
    ou+i+ | ui | ouais | oue | ouep | yes | yep | d'?accord | ok | oki | okay | parfait | exact
  | exactement | correct | certainement | absolument | effectivement | tout\ a\ fait | volontiers
  | entendu | go | let'?s\ go | beau
  | (?:c'?est|c) \ (?:bien\ )?
    (?: ca | cela(?:\ meme)? | bon | tout\ bon | beau(?:\ ca)? | exact | correct | juste | conforme
      | parfait | en\ plein\ ca )
  | tout\ est \ (?:beau|bon|exact|correct|parfait)
  | (?:(?:vous\ pouvez|tu\ peux)\ )? (?:l'|le\ |la\ )?
    (?:envoy(?:ez|er|e)|envoi(?:es?|s)?|proced(?:ez|er)|lanc(?:ez|er)|confirm(?:ez|er|e)|faire)
    (?:[-\ ](?:le|la|les|ca))? (?:[-\ ]moi)?
  | je\ (?:le\ )?confirme
  | vas[-\ ]?y | allez[-\ ]y | fai(?:tes|t|s)(?:[-\ ](?:le|la|ca))?
)"""
_FILLER = r"""(?:
    pls | please | bcp | mademoiselle | je\ vous\ remercie | bonne\ (?:soiree|journee)
  | ouin | ben | bin | pis | d'abord | je\ vous\ (?:en\ )?prie | sans\ (?:plus\ )?tarder
  | s'il\ (?:vous|te)\ plait | svp | stp | merci(?:\ beaucoup|\ bien|\ bcp)? | madame | monsieur
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
