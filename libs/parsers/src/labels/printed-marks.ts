const PLAIN = '0123456789()+-=';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₍₎₊₋₌';
const STROKE = '\u0336';

/** Text set high (`sup`, superscript runs, marks of notes) in the characters Unicode has for it, so that no digit of it runs together with a figure. */
export function raisedText(text: string): string {
  return inOther(text, RAISED);
}

/** Text set low (`sub`, subscript runs), likewise. */
export function loweredText(text: string): string {
  return inOther(text, LOWERED);
}

/** Text with a stroke through every character. It is no part of a figure; a cell that holds nothing else is not blank. */
export function struckText(text: string): string {
  return text.replace(/\S/gu, (character) => character + STROKE);
}

export function isStruck(text: string): boolean {
  return text.includes(STROKE);
}

function inOther(text: string, characters: string): string {
  const narrow = text.replace(/[０-９（）]/g, (character) => character.normalize('NFKC'));
  return narrow.replace(/[\d()+=-]/g, (character) => characters.charAt(PLAIN.indexOf(character)));
}
