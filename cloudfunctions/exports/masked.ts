/** 张三丰 → 张＊＊: of a name its first letter. */
export function maskedName(name: string | undefined): string | undefined {
  const [first, ...rest] = name ?? '';
  return first === undefined ? undefined : `${first}${'＊'.repeat(Math.max(1, rest.length))}`;
}

/** 139****0101: of a phone number both ends. */
export function maskedPhone(phone: string | undefined): string | undefined {
  if (phone === undefined) return undefined;
  return phone.length < 8
    ? '*'.repeat(phone.length)
    : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** Phone and identity numbers that stand in somebody's words. */
export function maskedWords(text: string): string {
  return text
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (number) => `${number.slice(0, 4)}**********${number.slice(-4)}`)
    .replace(/(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/g, (number) => maskedPhone(number) ?? '');
}
