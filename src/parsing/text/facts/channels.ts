import type { FactChannel, FactSubject } from '../../../report/fact.ts';

const channels: readonly (readonly [FactChannel, RegExp])[] = [
  ['weibo', /微博/u],
  ['wechat', /微信|公众号|微讯/u],
  ['video', /抖音|视频号|短视频|快手|直播/u],
  ['gazette', /公报/u],
  ['newMedia', /新媒体|两微|客户端|APP|头条/u],
  ['press', /报纸|(?<!公)报刊|电视|电台|广播|新闻媒体/u],
  ['board', /公告栏|公示栏|电子屏|显示屏|宣传栏|公开栏/u],
  ['website', /网站|门户|官网|政务网|网上/u],
  ['hotline', /热线|电话|12345/u],
];

/** The channel that some words name; `null` where they list several (网站、微信和微博), so that none is meant alone. */
export function channelOf(text: string): FactChannel | null | undefined {
  const named = channels.filter(([, pattern]) => pattern.test(text));
  const joint = /微博微信|微信微博/u.test(text);
  return joint || (named.length > 1 && /[、和及]/u.test(text)) ? null : named[0]?.[0];
}

/** Subjects that keep the channel named earlier in their sentence. */
export const carriesChannel: ReadonlySet<FactSubject> = new Set(['published', 'followers', 'visits', 'responses']);
/** Subjects that have one only in their own words. */
export const ownChannel: ReadonlySet<FactSubject> = new Set([
  'complaints',
  'consultations',
  'interpretations',
  'accounts',
]);
