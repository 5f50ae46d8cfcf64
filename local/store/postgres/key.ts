import type { Dialect } from '../compile.ts';

/**
 * How a scalar stands in its column: one text, compared byte by byte, so that the order is the same on every
 * server whatever its language, numbers come before strings, and no number ever equals a string.
 * The server's function and ours must agree to the last bit: the tests hold them together.
 */
export const keyFunction = `CREATE OR REPLACE FUNCTION onewhistle_key(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  number float8;
  hex text;
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'string' THEN RETURN 's' || (value #>> '{}');
    WHEN 'number' THEN
      number := value::float8;
      hex := encode(float8send(number), 'hex');
      IF number < 0 THEN RETURN 'n0' || translate(hex, '0123456789abcdef', 'fedcba9876543210'); END IF;
      RETURN 'n1' || hex;
    ELSE RETURN NULL;
  END CASE;
END $$`;

export function keyExpression(field: string): string {
  return `onewhistle_key(doc::jsonb->'${field}')`;
}

const bytes = Buffer.alloc(8);

export function keyOf(scalar: string | number): string {
  if (typeof scalar === 'string') return `s${scalar}`;
  bytes.writeDoubleBE(scalar === 0 ? 0 : scalar);
  if (scalar >= 0) return `n1${bytes.toString('hex')}`;
  return `n0${Buffer.from(bytes.map((byte) => 255 - byte)).toString('hex')}`;
}

export const dialect: Dialect = {
  from: ({ collection }) => `"${collection}"`,
  mark: (n) => `$${n}`,
  value: keyOf,
};
