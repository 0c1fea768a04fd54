import { createContext, useContext } from 'react';

export type Language = 'zh' | 'en';
export type Words = Readonly<Record<Language, string>>;

export const LanguageContext = createContext<Language>('zh');

const key = 'agritrace-field-language';

export function firstLanguage(): Language {
  const chosen = localStorage.getItem(key);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Words by name in the language that is shown; a word without its other language does not compile. */
export function defineTexts<Name extends string>(texts: Record<Name, Words>) {
  return function useTexts() {
    const language = useContext(LanguageContext);
    return (name: Name, given: Record<string, string | number> = {}) =>
      texts[name][language].replaceAll(/\{(\w+)\}/g, (_, field) => String(given[field] ?? ''));
  };
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}
