import { Problem } from '../api/problem.ts';
import { useLanguage } from '../shared/texts.ts';
import { wordsOf } from './problem-words.ts';

/** Answers of the routes of accounts, whose problems are told in the reader's language. */
export function useInWords(): <Answer>(call: Promise<Answer>) => Promise<Answer> {
  const language = useLanguage();
  return (call) =>
    call.catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      const errors = error.errors.map(({ pointer, message }) => ({ pointer, message: wordsOf(message, language) }));
      throw new Problem(error.status, error.title, wordsOf(error.message, language), errors, error.code);
    });
}
