import type { Dialect } from '../compile.ts';

/**
 * How a scalar stands in its column: one text, compared byte by byte, so that the order is the same on every
 * server whatever its language, numbers come before strings, and no number ever equals a string.
 * The expression and the function must agree to the last bit; the contract's ordering tests hold them together.
 */
export function keyExpression(field: string): string {
  const number = `(doc->>'${field}')::float8`;
  const hex = `encode(float8send(${number}), 'hex')`;
  const turned = `translate(${hex}, '0123456789abcdef', 'fedcba9876543210')`;
  return (
    `CASE jsonb_typeof(doc->'${field}') WHEN 'string' THEN 's' || (doc->>'${field}') ` +
    `WHEN 'number' THEN CASE WHEN ${number} < 0 THEN 'n0' || ${turned} ELSE 'n1' || ${hex} END END`
  );
}

export function keyOf(scalar: string | number): string {
  if (typeof scalar === 'string') return `s${scalar}`;
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(scalar === 0 ? 0 : scalar);
  if (scalar >= 0) return `n1${bytes.toString('hex')}`;
  return `n0${Buffer.from(bytes.map((byte) => 255 - byte)).toString('hex')}`;
}

export const dialect: Dialect = {
  from: ({ collection }) => `"${collection}"`,
  mark: (n) => `$${n}`,
  value: keyOf,
};
