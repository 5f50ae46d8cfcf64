/** How this person reads: kept on the phone. */
export interface Settings {
  readonly size: 'standard' | 'elder';
  readonly language: 'zh' | 'bo';
}

const key = 'settings';
const first: Settings = { size: 'standard', language: 'zh' };

export function settings(): Settings {
  return { ...first, ...(wx.getStorageSync<Partial<Settings>>(key) || {}) };
}

export function change(part: Partial<Settings>): Settings {
  const next = { ...settings(), ...part };
  wx.setStorageSync(key, next);
  return next;
}
