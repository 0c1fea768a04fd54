import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Bilingual } from '../api/types.ts';

export type Language = 'zh' | 'en';

/** `zh-CN` and `en-GB` write days before months the way their readers expect, with 24 hours. */
export const localeOf: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const remembered = 'agritrace.language';

i18next.use(initReactI18next).init({
  lng: localStorage.getItem(remembered) === 'en' ? 'en' : 'zh',
  fallbackLng: 'zh',
  resources: {},
  interpolation: { escapeValue: false },
});

export function switchLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
  i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** The half of a two-language text that the reader chose. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}

/** A text of the operator's, which may have an English one beside it. */
export function useWithEnglish(): <Text extends string | undefined>(
  text: Text,
  english: string | undefined,
) => Text | string {
  const language = useLanguage();
  return useCallback((text, english) => (language === 'en' && english) || text, [language]);
}

type Texts = Record<string, string>;

/** The texts of one element, in both languages. */
export interface ElementTexts<Key extends string> {
  element: string;
  /** Only for the compiler. */
  key?: Key;
}

/**
 * Registers the texts of one element. Both languages must have the same keys: a text that is missing in one does not compile.
 */
export function defineTexts<Zh extends Texts>(
  element: string,
  texts: { zh: Zh; en: Record<keyof Zh, string> },
): ElementTexts<keyof Zh & string> {
  i18next.addResourceBundle('zh', element, texts.zh);
  i18next.addResourceBundle('en', element, texts.en);
  return { element };
}

/** Reads the texts of one element in the language that was chosen. */
export function useTexts<Key extends string>({ element }: ElementTexts<Key>) {
  const { t } = useTranslation(element);
  return useCallback((key: Key, values: Record<string, string | number> = {}): string => t(key, values), [t]);
}

/** The words of an enumeration, for values that come from the server and may be new to this console. */
export type Words<Value extends string> = Record<Value, Bilingual>;

export function useWords<Value extends string>(words: Words<Value>): (value: string) => string {
  const language = useLanguage();
  return useCallback((value) => words[value as Value]?.[language] ?? value, [words, language]);
}
