import type { Language } from '@gongkai/model';
import { createColors } from 'picocolors';
import { WORDS, type CommandWords } from '../i18n/words';

/** How texts for a person look: their language, colours or none, and the columns there are. */
export interface Style {
  readonly language: Language;
  readonly words: CommandWords;
  readonly colors: ReturnType<typeof createColors>;
  readonly width: number;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const [NARROWEST, WIDEST, WITHOUT_SCREEN] = [60, 132, 100];

/** NO_COLOR (no-color.org) wins, then FORCE_COLOR; otherwise colours are for terminals only. */
export function styleFor(screen: Screen, language: Language, env: Readonly<Record<string, string | undefined>>): Style {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '' && env['FORCE_COLOR'] !== '0';
  const colours = !env['NO_COLOR'] && (forced || (screen.isTTY === true && env['TERM'] !== 'dumb'));
  const width = Math.min(WIDEST, Math.max(NARROWEST, screen.columns ?? WITHOUT_SCREEN));
  return { language, words: WORDS[language], colors: createColors(colours), width };
}
