import * as v from 'valibot';

/** Never meant: controls but line breaks, marks without width but those that join letters, half characters. */
const unseen = /(?!\n)\p{Cc}|(?![\u200c\u200d])\p{Cf}|\p{Cs}/gu;

/** Words of a person: normalised, trimmed, between `min` and `max` characters. */
export function words(label: string, max: number, min = 1) {
  return v.pipe(
    v.string(`${label}应为文字`),
    v.maxLength(max * 2, `${label}最多 ${max} 字`),
    v.transform((text) => text.normalize('NFC').replace(unseen, '').trim()),
    v.minLength(min, min === 1 ? `请填写${label}` : `${label}至少 ${min} 字`),
    v.maxLength(max, `${label}最多 ${max} 字`),
  );
}

/** Ids are ours: letters, digits and dashes. */
export function id(label: string, longest = 120) {
  return v.pipe(
    v.string(`${label}不正确`),
    v.maxLength(longest, `${label}不正确`),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, `${label}不正确`),
  );
}

export function phone(label: string) {
  return v.pipe(
    v.string(`${label}不正确`),
    v.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, `${label}应为手机号或带区号的座机号`),
  );
}

/** 报到码: six digits, read out on the spot. */
export const code = v.pipe(v.string('报到码不正确'), v.regex(/^\d{6}$/, '报到码是 6 位数字'));

export const photos = v.pipe(v.array(id('照片'), '照片不正确'), v.maxLength(9, '最多 9 张照片'));

/** A moment of this century, epoch ms. */
export const instant = (label: string) =>
  v.pipe(
    v.number(`${label}不正确`),
    v.safeInteger(`${label}不正确`),
    v.minValue(946_684_800_000, `${label}不正确`),
    v.maxValue(4_102_444_799_999, `${label}不正确`),
  );

const degrees = (label: string, limit: number) =>
  v.pipe(
    v.number(`${label}不正确`),
    v.finite(`${label}不正确`),
    v.minValue(-limit, `${label}不正确`),
    v.maxValue(limit, `${label}不正确`),
  );

/** GCJ-02 degrees; (0, 0) is a broken receiver, not a place. */
export const coordinates = v.pipe(
  v.strictObject({ lng: degrees('经度', 180), lat: degrees('纬度', 90) }, '位置不正确'),
  v.check(({ lng, lat }) => lng !== 0 || lat !== 0, '没有取到真实位置，请重新选择'),
);

/** A place on the map, in words, or both. */
export const place = v.pipe(
  v.strictObject({
    point: v.optional(coordinates),
    address: v.optional(words('地址', 120)),
    grid: v.optional(id('网格')),
  }),
  v.check(({ point, address }) => point !== undefined || address !== undefined, '请在地图上选点或填写地址'),
);
