import { safeParse } from './domain';

type Schema = Parameters<typeof safeParse>[0];

/** What is wrong with an input: for each field, by its path (`contact_phone`: no dots, for WXML), the first sentence. */
export function errorsOf(schema: Schema, input: unknown): Record<string, string> {
  const { issues = [] } = safeParse(schema, input);
  const errors: Record<string, string> = {};
  for (const { path = [], message } of issues) {
    const field = path.map(({ key }) => String(key)).join('_');
    if (!(field in errors)) errors[field] = message;
  }
  return errors;
}
