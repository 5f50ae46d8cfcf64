import { deskCopy } from './copy-desk';
import { words } from './domain';
import { settings } from './settings';

type Word = words.Word;

/** What stands on the pages, one place for all of it. `bo` only where a reviewer has passed it. */
const copy = {
  common: {
    retry: { zh: '重试' },
    offline: { zh: '没有网络，请稍后再试' },
    cancel: { zh: '取消' },
    confirm: { zh: '确定' },
    send: { zh: '提交' },
    more: { zh: '加载更多' },
    end: { zh: '没有更多了' },
    elder: { zh: '长辈版' },
    standard: { zh: '标准版' },
    tibetan: { zh: 'བོད་ཡིག', bo: 'བོད་ཡིག' },
    chinese: { zh: '中文', bo: '中文' },
  },
  screen: {
    loading: { zh: '正在加载' },
    retry: { zh: '重试' },
  },
  ball: {
    left: { zh: '还剩' },
    over: { zh: '已超时' },
    soon: { zh: '快到期' },
    provisional: { zh: '暂定' },
  },
  parts: {
    photo: { zh: '照片' },
    addPhoto: { zh: '加照片' },
    remove: { zh: '删除' },
    late: { zh: '超时' },
    more: { zh: '更多' },
    close: { zh: '关闭' },
    timeline: { zh: '办理经过' },
  },
  ...deskCopy,
} satisfies Record<string, Record<string, Word>>;

export type Section = keyof typeof copy;
export type Copy<Name extends Section> = Readonly<Record<keyof (typeof copy)[Name], string>>;

/** The words of one section in the language of this phone. */
export function copyOf<Name extends Section>(name: Name): Copy<Name> {
  const { language } = settings();
  const said: Record<string, string> = {};
  for (const [key, word] of Object.entries(copy[name]) as [string, Word][])
    said[key] = words.say(word, language);
  return said as Copy<Name>;
}
