/**
 * How the browser helps to write a value the assistant asks for: its keyboard, its own memory, no
 * spell checking of codes and names.
 */

export interface InputHints {
  autocomplete?: AutoFill;
  autocapitalize?: "none" | "words" | "characters";
  inputmode?: "email" | "tel";
  spellcheck?: false;
}

/** By the name of the slot that is asked for, as messages say it in `expects`. */
const HINTS: Readonly<Record<string, InputHints>> = {
  code_utilisateur: { autocomplete: "username", autocapitalize: "characters", spellcheck: false },
  prenom: { autocomplete: "given-name", autocapitalize: "words", spellcheck: false },
  nom: { autocomplete: "family-name", autocapitalize: "words", spellcheck: false },
  courriel: {
    autocomplete: "email",
    autocapitalize: "none",
    inputmode: "email",
    spellcheck: false,
  },
  telephone_rappel: { autocomplete: "tel", inputmode: "tel", spellcheck: false },
};

/** The hints for a value; none for one in plain words. */
export function inputHints(expects: string | null): InputHints {
  return HINTS[expects ?? ""] ?? {};
}
