/**
 * Finds North American phone numbers in a text, so that they can be called with one touch. Knows
 * nothing of what the text says.
 */
import { html, type TemplateResult } from "lit";

export interface TextPart {
  text: string;
  /** `tel:` address, when the part is a phone number. */
  href?: string;
}

/**
 * Area code, exchange and line, apart from each other: ten digits in a row may be a user code.
 * The digit before is captured because a lookbehind is a syntax error in browsers still in use.
 */
const PHONE_NUMBER =
  /(^|[^\d-])((?:\+?1[\s.\u2011-])?\(?([2-9]\d{2})\)?[\s.\u2011-]{1,2}(\d{3})[\s.\u2011-](\d{4}))(?!\d)/g;

/** The text cut into parts that, put end to end, give it back unchanged. */
export function splitPhoneNumbers(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PHONE_NUMBER)) {
    const [, before = "", number = "", area, exchange, line] = match;
    const start = match.index + before.length;
    if (start > end) parts.push({ text: text.slice(end, start) });
    parts.push({ text: number, href: `tel:+1${area}${exchange}${line}` });
    end = start + number.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The text with its phone numbers as links; never parsed as markup. */
export function renderText(text: string): (string | TemplateResult)[] {
  return splitPhoneNumbers(text).map((part) =>
    part.href ? html`<a href=${part.href}>${part.text}</a>` : part.text,
  );
}
