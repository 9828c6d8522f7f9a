import type { Language } from '@gongkai/model';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import zh from './zh.json';

const KEPT = 'gongkai.language';
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Chinese unless the reader chose otherwise on this machine. */
export async function startWords(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = TAGS[language as Language];
  });
  await i18next.use(initReactI18next).init({
    lng: readKept(),
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  void i18next.changeLanguage(language);
}

function readKept(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
}
