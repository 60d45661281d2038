/** Text in both languages govinfo speaks; `zh` (Simplified Chinese) comes first everywhere. */
export interface Words {
  zh: string;
  en: string;
}

/**
 * Something a person can act on: a file that cannot be read, a question that cannot be answered, a setting that is
 * wrong. `code` is stable (`E-PDF-ENCRYPTED`), `words` is what the person is told. Every other thrown value is a bug.
 */
export class GovinfoError extends Error {
  override readonly name = 'GovinfoError';

  constructor(
    readonly code: `E-${string}`,
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${words.en}`, options);
  }
}
