import { closeBrowser, closePhones, type Look, openPhone } from './browser.ts';
import type { Phone } from './handset.ts';
import { openStreet, type Street } from './street.ts';

export interface Stage {
  readonly street: Street;
  /** The phone of somebody of the demonstration. */
  phone(person: string, look?: Look): Promise<Phone>;
}

/** A street and a browser for the tests of one file; a phone that complained fails the test that used it. */
export function setStage(office: { empty?: boolean } = {}): Stage {
  jest.setTimeout(90_000);
  let street: Street | undefined;
  const there = () => {
    if (!street) throw new Error('the street opens before the first test');
    return street;
  };
  beforeAll(async () => {
    street = await openStreet(office);
  }, 120_000);
  afterEach(closePhones);
  afterAll(async () => {
    await closeBrowser();
    await street?.close();
  });
  return {
    get street() {
      return there();
    },
    phone: (person, look) => openPhone(there().url, person, look),
  };
}
