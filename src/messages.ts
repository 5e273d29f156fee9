/**
 * The language people are spoken to in: simplified Chinese unless the command line says `--lang en`.
 *
 * Both wordings stand side by side where they are used, so that neither is forgotten.
 */
export type Language = 'zh' | 'en';

const current: { language: Language } = { language: 'zh' };

/** Called once by the command line before anything is printed. */
export const setLanguage = (language: Language): void => {
  current.language = language;
};

export const language = (): Language => current.language;

/** The wording for the current language. */
export const say = (zh: string, en: string): string => (current.language === 'zh' ? zh : en);
