import { beijing } from '../time/calendar.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `JSJB-20261121-LH-7K3Q9M`: the day, the office, six characters that follow from the id. To be read out, not a secret. */
export function numberOf(id: string, at: number, officeCode: string): string {
  return `JSJB-${beijing(at).format('YYYYMMDD')}-${officeCode}-${digest(id)}`;
}

function digest(id: string): string {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return Array.from({ length: 6 }, (_, place) => alphabet[(hash >>> (place * 5)) & 31]).join('');
}
