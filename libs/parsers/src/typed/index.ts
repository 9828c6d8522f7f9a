export { readTyped } from './read-typed';
export { reportAsTyped, type FormTexts, type TypingKnowledge } from './report-as-typed';
