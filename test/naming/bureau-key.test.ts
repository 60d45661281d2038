import { expect, test } from 'vitest';
import { bureauKey } from '../../src/naming/bureau-key.ts';
import { locate } from '../../src/naming/region.ts';

const keyOf = (name: string): string | null => {
  const { candidates } = locate(name);
  return bureauKey(name, candidates.length === 1 ? candidates[0]! : null);
};

test.each([
  ['沙坡头区卫生健康局', '中卫市沙坡头区卫生健康局', '沙坡头区卫健委', '宁夏中卫市沙坡头区卫健局'],
  ['上海市科委', '上海市科学技术委员会', '上海市科技局'],
  ['苏州市市监局', '苏州市市场监督管理局', '江苏省苏州市市场监管局'],
  ['姑苏区政府办', '姑苏区人民政府办公室', '苏州市姑苏区人民政府办公室'],
  ['黄浦区打浦桥街道', '上海市黄浦区人民政府打浦桥街道办事处', '黄浦区打浦桥街道办事处'],
  ['麻阳苗族自治县板栗树乡', '麻阳县板栗树乡人民政府', '怀化市麻阳苗族自治县板栗树乡人民政府'],
  ['扬州市国资委', '扬州市国有资产监督管理委员会', '扬州市人民政府国有资产监督管理委员会'],
  ['银川市公安局金凤分局', '银川市公安局金凤区分局'],
  ['扬州市自然资源局', '扬州市自然资源和规划局', '扬州市自然资源局（扬州市林业局）'],
])('%s and its other names meet in one key', (...names) => {
  expect(new Set(names.map(keyOf)).size).toBe(1);
  expect(keyOf(names[0]!)).not.toBeNull();
});

test.each([
  ['姑苏区人民政府', '姑苏区人民政府办公室'],
  ['扬州市教育局', '扬州市教育系统'],
  ['银川市公安局', '银川市公安局金凤区分局'],
  ['杭州市卫生健康委员会', '杭州市江干区卫生健康局'],
  ['苏州市民政局', '姑苏区民政局'],
])('%s and %s stay apart', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});

test.each(['区统计局', '审计局', '区政府办公室', '市卫健委'])('%s has no key of its own without a place', (name) => {
  expect(keyOf(name)).toBeNull();
});
