/** The people, the team and the channels every local workspace starts with. Ids are fixed, so stored links stay valid. */

export const team = { id: 'T0GOVINFO', name: '年报工作组', domain: 'local' } as const;

export const app = { id: 'A0GOVINFO', botId: 'B0GOVINFO', botUserId: 'U0GOVINFO' } as const;

export interface Person {
  id: string;
  /** Short name, used in mentions. */
  name: string;
  realName: string;
  locale: 'zh-CN' | 'en-US';
  role: 'admin' | 'member' | 'guest' | 'bot';
  /** Background of the avatar. */
  color: string;
}

export const people: readonly Person[] = [
  { id: 'U0WANGMIN', name: '王敏', realName: '王敏', locale: 'zh-CN', role: 'admin', color: '#3b6ea8' },
  { id: 'U0LILEI', name: '李雷', realName: '李雷', locale: 'zh-CN', role: 'member', color: '#4c7a4f' },
  { id: 'U0HANMEI', name: '韩梅', realName: '韩梅', locale: 'zh-CN', role: 'guest', color: '#9a5b3f' },
  { id: 'U0ALEX', name: 'Alex', realName: 'Alex Morgan', locale: 'en-US', role: 'member', color: '#7a5aa6' },
  { id: app.botUserId, name: 'govinfo', realName: 'govinfo', locale: 'zh-CN', role: 'bot', color: '#1f4e79' },
];

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'direct';
  topic: string;
  members: string[];
  /** Unix seconds. */
  created: number;
}

const everyone = people.filter((person) => person.role !== 'bot').map((person) => person.id);
const staff = everyone.filter((id) => id !== 'U0HANMEI');

/** Four channels: two where everybody works with govinfo, one private, and one that govinfo was never invited to. */
export const firstChannels = (created: number): Channel[] => [
  {
    id: 'C0REPORTS',
    name: '年报',
    kind: 'public',
    topic: '把年报拖进来，govinfo 在帖子里回复',
    members: [...everyone, app.botUserId],
    created,
  },
  {
    id: 'C0TESTING',
    name: '测试',
    kind: 'public',
    topic: '随便试，不影响别人',
    members: [...staff, app.botUserId],
    created,
  },
  {
    id: 'C0CHATTER',
    name: '闲聊',
    kind: 'public',
    topic: 'govinfo 不在这里，也就读不到这里的文件',
    members: staff,
    created,
  },
  {
    id: 'C0PRIVATE',
    name: '核对组',
    kind: 'private',
    topic: '未公开的草稿只在这里看',
    members: ['U0WANGMIN', 'U0LILEI', app.botUserId],
    created,
  },
];

export const personById = (id: string): Person | undefined => people.find((person) => person.id === id);
