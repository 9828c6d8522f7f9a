import type { Words, Language } from '@gongkai/model';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export interface Speaker {
  readonly t: TFunction;
  readonly language: Language;
  /** Words of the catalogue or of the platform in the reader's language. */
  readonly say: (words: Words) => string;
}

/** What a component needs to speak. */
export function useWords(): Speaker {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { t, language, say: (words) => words[language] };
}
