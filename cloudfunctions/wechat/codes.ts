import type { Fate } from './port.ts';

/**
 * WeChat's error codes. Source: the pages of code2Session, getStableAccessToken, getPhoneNumber, msgSecCheck,
 * mediaCheckAsync and sendMessage, and the list of general codes, on developers.weixin.qq.com.
 */
const fates: Readonly<Record<Fate, readonly number[]>> = {
  retry: [
    -1, // 系统繁忙
    40001, // access_token 无效或不是最新的
    40014, // access_token 不合法
    42001, // access_token 已过期
  ],
  quota: [
    44991, // 超出接口调用限制
    45009, // 超过当天的调用次数
    45011, // 超过每分钟的调用次数
  ],
  final: [
    40002, // 凭证类型不对
    40003, // openid 不正确
    40013, // appid 不正确
    40029, // code 无效
    40037, // 模板不正确
    40066, // 地址不正确
    40097, // 参数不正确
    40125, // secret 不正确
    40163, // code 已经用过
    40164, // 本机不在 IP 白名单里
    40226, // 高风险用户，登录被拦截
    40243, // secret 已冻结
    41001, // 没有 access_token
    41002, // 没有 appid
    41004, // 没有 secret
    41008, // 没有 code
    41030, // 页面不存在
    43101, // 用户拒绝接收
    43104, // appid 与 openid 不符
    44002, // 内容为空
    45002, // 内容太长
    47001, // 数据格式不对
    47003, // 模板字段不对
    48001, // 没有这个接口的权限
    50001, // 没有授权
    50002, // 账号受限
    61010, // 用户近两小时没有来过
    87014, // 内容违规
  ],
};

const byCode = new Map(
  Object.entries(fates).flatMap(([fate, codes]) => codes.map((code) => [code, fate as Fate] as const)),
);

/** What no page names may pass: it is tried again, as often as the outbox allows. */
export function fateOf(code: number): Fate {
  return byCode.get(code) ?? 'retry';
}

/** The token is to be fetched anew and the call made once more. */
export function isStale(code: number): boolean {
  return [40001, 40014, 42001].includes(code);
}
