import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/parsing/text/read-text.ts';
import { findSections } from '../../../src/parsing/text/sections.ts';
import type { Fact } from '../../../src/report/fact.ts';
import { documentOf } from './document-of.ts';

const read = (...lines: string[]): Fact[] => {
  const document = documentOf('扬州市教育局2024年政府信息公开工作年度报告', '一、总体情况', ...lines);
  return readText(document, findSections(document)).facts;
};

/** A fact in short: subject, number, and what narrows it. */
const short = ({ subject, value, unit, precision, of: _, sentence, section, place, ...more }: Fact): string =>
  [
    subject,
    `${value ?? '?'}${unit}`,
    precision === 'exact' ? '' : precision,
    ...Object.entries(more).map(([key, said]) => `${key}=${said}`),
  ]
    .filter((part) => part !== '')
    .join(' ');
const said = (...lines: string[]): string[] => read(...lines).map(short);

describe('requests', () => {
  test.each([
    ['全年共收到政府信息公开申请8件。', ['received 8件']],
    ['教育局共收到8份政府信息公开申请，均为自然人申请。', ['received 8份', 'applicants ? column=person']],
    ['2024年新收政府信息公开申请120件，上年结转3件。', ['received 120件 withCarriedIn=false', 'carriedIn 3件']],
    [
      '全年共收办政府信息公开申请案件36件（市政府20件、各部门16件）。',
      [
        'receivedAndCarried 36件 parts=complete',
        'receivedAndCarried 20件 scope=市政府 partOf=0',
        'receivedAndCarried 16件 scope=各部门 partOf=0',
      ],
    ],
    [
      '受理政府信息公开申请19件，其中11件均按规定程序办结，8件申请人主动撤销。',
      ['received 19件 parts=complete', 'concluded 11件 partOf=0', 'withdrawn 8件 partOf=0'],
    ],
    [
      '答复政府信息公开申请50件（含上年度结转申请4件，另有3件顺延到下年度答复）。',
      ['answered 50件 parts=open', 'carriedIn 4件 partOf=0', 'carriedOut 3件'],
    ],
    [
      '共办理依申请公开12件，因本机关不掌握等原因无法提供5件，占41.7%，不予公开2件。',
      ['handled 12件', 'unavailable 5件', 'share 41.7% about=1', 'denied 2件'],
    ],
    ['收到政府信息公开申请4件，所有申请均已按时办结。', ['received 4件', 'allConcluded ?']],
    // that they were in time says nothing of those still open
    ['受理政府信息公开申请12件，均在规定时限内办结。', ['received 12件']],
    [
      '收到政府信息公开申请12件，其中公开5件，部分公开1件，不予公开6件。',
      ['received 12件 parts=complete', 'granted 5件 partOf=0', 'partlyGranted 1件 partOf=0', 'denied 6件 partOf=0'],
    ],
    // 其他 among the matters asked for is no outcome
    [
      '收到政府信息公开申请12件，按内容分，拆迁类4件、规划类5件、其他3件。',
      ['received 12件', 'otherCount 4件', 'otherCount 5件', 'otherCount 3件'],
    ],
    ['收到政府信息公开申请12件，结转上年1件。', ['received 12件', 'carriedIn 1件']],
    // what the rest is made of
    [
      '收到政府信息公开申请7件，其中涉及下属单位的4件；其余3件中，予以公开1件、信息不存在2件。',
      [
        'received 7件 parts=plain',
        'received 4件 partOf=0',
        'otherCount 3件 parts=complete',
        'granted 1件 partOf=2',
        'ground 2件 row=unavailable.notHeld partOf=2',
      ],
    ],
  ])('%s', (sentence, facts) => {
    expect(said(sentence)).toEqual(facts);
  });

  test('those of half a year, or handled for others, are narrowed and not all', () => {
    const ofs = (sentence: string) => read(sentence).map(({ value, of }) => [value, of]);
    expect(ofs('上半年收到政府信息公开申请7件，下半年收到5件。')).toEqual([
      [7, '上半年'],
      [5, '下半年'],
    ]);
    expect(ofs('2024年12月收到的1件政府信息公开申请结转，全年收到申请12件。')).toEqual([
      [1, '12月收到'],
      [12, undefined],
    ]);
    expect(ofs('上半年完善制度，全年收到政府信息公开申请12件，另协助区政府办理政府信息公开申请5件。')).toEqual([
      [12, undefined],
      [5, '协助'],
    ]);
  });

  test.each([
    '我局未接收到公民、法人或其他社会组织提出的政府信息公开申请。',
    '2024年度我街办未接到提出公开政府信息的申请。',
    '未收到过公开申请。',
    '全年无依申请公开信息。',
    '本机关没有收到任何形式的要求公开政府信息的申请。',
  ])('none: %s', (sentence) => {
    expect(said(sentence)).toEqual(['received 0件']);
  });

  test.each([
    '全年无“不予公开”的政府信息。',
    '未收到行政许可申请。',
    '未出现依申请公开答复超期情况。',
    '没有现成信息需要另行制作的，依法告知申请人。',
    '进一步完善政府信息公开申请办理规范。',
    '各类申请均在法定期限内予以答复。',
    '12345热线受理各类投诉和咨询件，按时办结。',
  ])('says nothing of requests: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  test('denies disputes without denying requests', () => {
    expect(said('没有因政府信息公开申请引起的行政复议和行政诉讼。')).toEqual(['reconsiderations 0件', 'lawsuits 0件']);
  });

  test('takes a heading for what a bare 申请 means, and a hotline for what it is', () => {
    expect(
      said(
        '（二）依申请公开情况',
        '共收到申请6件，办结5件。',
        '（三）政府信息管理',
        '县长热线办理群众来电12件，办结12件。',
      ),
    ).toEqual(['received 6件', 'concluded 5件', 'complaints 12件 channel=hotline', 'otherCount 12件']);
  });
});

test('outcomes of disputes belong to the kind named last', () => {
  expect(said('政府信息公开行政复议9件，其中结果维持7件，尚未审结2件；行政诉讼3件，均获维持。')).toEqual([
    'reconsiderations 9件 parts=complete',
    'reconsiderations 7件 column=upheld partOf=0',
    'reconsiderations 2件 column=pending partOf=0',
    'lawsuits 3件',
    'allUpheld ? column=lawsuits',
  ]);
});

test('a date in front of a number is neither an outcome nor a ground', () => {
  expect(said('政府信息公开行政复议9件，其中尚未审结2件，2024年12月31日前3件。').slice(1)).toEqual([
    'reconsiderations 2件 column=pending partOf=0',
  ]);
  expect(said('收到政府信息公开申请9件，其中危及“三安全一稳定”1件，2024年12月31日5件。').join()).not.toMatch(
    /security.*security/,
  );
});

test('a claim of outcomes goes no further than its part of the sentence', () => {
  expect(said('政府信息公开行政复议3件，均维持原行政行为；行政诉讼1件，尚未审结。')).toEqual([
    'reconsiderations 3件',
    'lawsuits 1件',
    'allUpheld ? column=reconsiderations',
  ]);
});

describe('parts of a total', () => {
  test('end where they add up; what follows stands on its own', () => {
    expect(
      said('主动公开各类信息共98条，其中，重点领域54条，部门动态10条，公告34条，政务新媒体发布信息383条。'),
    ).toEqual([
      'published 98条 parts=complete',
      'published 54条 partOf=0',
      'published 10条 partOf=0',
      'published 34条 partOf=0',
      'published 383条 channel=newMedia',
    ]);
  });
  test('may stand in the next sentence, where they add up exactly', () => {
    expect(said('主动公开政府信息50条。局门户网站公开信息30条，局微博发布信息20条。')).toEqual([
      'published 50条 parts=complete',
      'published 30条 channel=website partOf=0',
      'published 20条 channel=weibo partOf=0',
    ]);
    expect(said('主动公开政府信息50条。局门户网站公开信息30条，局微博发布信息21条。').join()).not.toContain('partOf');
    expect(said('收到政府信息公开申请2件。因此引发行政复议1件、行政诉讼1件。').join()).not.toContain('partOf');
  });
  test('by kinds of applicants hold what became of the requests of each', () => {
    expect(
      said(
        '收到政府信息公开申请11件，其中自然人申请9件，予以公开4件、无法提供5件；企业申请2件，予以公开1件、无法提供1件。',
      ),
    ).toEqual([
      'received 11件 parts=complete',
      'applicants 9件 column=person partOf=0 parts=complete',
      'granted 4件 partOf=1',
      'unavailable 5件 partOf=1',
      'applicants 2件 column=business partOf=0 parts=complete',
      'granted 1件 partOf=4',
      'unavailable 1件 partOf=4',
    ]);
  });
  test('may be too many, or only some', () => {
    expect(said('网站发布信息20条，其中动态15条，解读类信息6条。')).toEqual([
      'published 20条 channel=website parts=plain',
      'published 15条 channel=website partOf=0',
      'interpretations 6条 partOf=0',
    ]);
    expect(said('网站发布信息20条，其中包括规划2条，其他公文3条。')[0]).toBe(
      'published 20条 channel=website parts=open',
    );
    expect(said('受理投诉20件，其中医疗12件，其他9件。')[0]).toBe('complaints 20件 parts=closed');
    expect(said('受理投诉20件，其中医疗12件，其他9件，公开信息5件。')[0]).toBe('complaints 20件 parts=closed');
    expect(said('网站发布信息313条，其中行政许可93条、其他重点信息5条、工作动态63条。')[0]).not.toContain('closed');
  });
});

describe('words that go on', () => {
  test('about documents: repealed and in force', () => {
    expect(said('全年制发规范性文件2件，废止1件，现行有效14件。')).toEqual([
      'normativeDocuments 2件 column=made',
      'normativeDocuments 1件 column=repealed',
      'normativeDocuments 14件 column=inForce',
    ]);
    expect(said('开展规范性文件清理，宣布失效3件，修订制度4件。')).toEqual([
      'normativeDocuments 3件 column=repealed',
      'otherCount 4件',
    ]);
    // a clean-up counts what there was before it
    expect(said('清理现行有效规范性文件12件。')).toEqual(['normativeDocuments 12件']);
    expect(said('代拟起草规范性文件3件。')).toEqual(['normativeDocuments 3件']);
    expect(said('本街道无制发规章、规范性文件情况。')).toEqual(['normativeDocuments 0件 column=made']);
  });
  test('about one thing in two units, and about what it has become', () => {
    expect(said('微信公众号发布信息112期368条。')).toEqual([
      'published 112期 channel=wechat',
      'published 368条 channel=wechat',
    ]);
    expect(said('全市共向6件申请收取信息处理费2,680元，其中甲局4件1,900元，乙局2件780元。')).toEqual([
      'feeCases 6件 scope=全市 parts=complete',
      'informationFee 2680元 scope=全市 parts=complete',
      'feeCases 4件 scope=全市 partOf=0',
      'informationFee 1900元 scope=全市 partOf=1',
      'feeCases 2件 scope=全市 partOf=0',
      'informationFee 780元 scope=全市 partOf=1',
    ]);
    expect(said('公众号1个，关注人数由年初的2300人增加到4122人；账号由5个整合为2个。')).toEqual([
      'accounts 1个 channel=wechat',
      'followers 4122人 channel=wechat',
      'accounts 2个',
    ]);
  });
  test('a colon behind a noun opens no list of the sentence before', () => {
    expect(said('因信息公开引发行政诉讼53件。', '全市规范性文件：市政府制发11件。').join()).not.toContain('partOf');
    expect(said('因信息公开引发行政诉讼53件。全市规范性文件：市政府制发11件，部门制发35件。')[1]).toBe(
      'normativeDocuments 11件 column=made scope=市政府',
    );
  });
});

describe('whom a number is said of', () => {
  /** Of each number, the body that its sentence names, if that is not 扬州市教育局 itself. */
  const scopes = (sentence: string) => read(sentence).map(({ value, scope }) => [value, scope]);
  test.each([
    [
      '市政府制发行政规范性文件5件，废止1件。',
      [
        [5, '市政府'],
        [1, '市政府'],
      ],
    ],
    [
      '以市政府名义印发规范性文件6件，废止2件。',
      [
        [6, '市政府'],
        [2, '市政府'],
      ],
    ],
    ['审核市政府规范性文件12件。', [[12, '市政府']]],
    [
      '2024年全市共收到政府信息公开申请120件，其中我局12件。',
      [
        [120, '全市'],
        [12, undefined],
      ],
    ],
    [
      '各县（市、区）制发规范性文件35件；制发规范性文件2件。',
      [
        [35, '各县'],
        [2, undefined],
      ],
    ],
    [
      '市自然资源局收到政府信息公开申请30件，我局收到12件。',
      [
        [30, '市自然资源局'],
        [12, undefined],
      ],
    ],
    [
      '全市收到申请36件（市政府20件、各部门16件），办结30件。',
      [
        [36, '全市'],
        [20, '市政府'],
        [16, '各部门'],
        [30, '全市'],
      ],
    ],
    [
      '全市共收到政府信息公开申请1356件（市政府120件、各部门620件）。已办结1300件，结转下年度56件。',
      [
        [1356, '全市'],
        [120, '市政府'],
        [620, '各部门'],
        [1300, '全市'],
        [56, '全市'],
      ],
    ],
    [
      '全市共收到政府信息公开申请1356件。我局办结30件，结转2件。',
      [
        [1356, '全市'],
        [30, undefined],
        [2, undefined],
      ],
    ],
    [
      '全市共收到政府信息公开申请1356件，其中我局30件。办结28件。',
      [
        [1356, '全市'],
        [30, undefined],
        [28, undefined],
      ],
    ],
    [
      '全市制发行政规范性文件15件。收到政府信息公开申请30件。',
      [
        [15, '全市'],
        [30, undefined],
      ],
    ],
    ['市政府未收到政府信息公开行政复议申请。', [[0, '市政府']]],
    [
      '我市各级行政机关收到政府信息公开申请36件，办结30件。',
      [
        [36, '我市'],
        [30, '我市'],
      ],
    ],
    [
      '全年公开文件20件，其中市政府制发规范性文件5件、废止1件。',
      [
        [20, undefined],
        [5, '市政府'],
        [1, '市政府'],
      ],
    ],
    [
      '信息公开行政复议2件，均获维持，维护了市政府的形象。',
      [
        [2, undefined],
        [null, undefined],
      ],
    ],
    ['市政府及市教育局收到政府信息公开申请68件。', [[68, '市政府']]],
    [
      '全市审批项目462个，其中市局作出行政许可86件。',
      [
        [462, '全市'],
        [86, undefined],
      ],
    ],
    ['省厅作出行政许可86件。', [[86, '省厅']]],
    // named, but it did nothing of what is counted
    ['在市政府的领导下，收到政府信息公开申请12件。', [[12, undefined]]],
    ['按照全市统一部署，收到政府信息公开申请12件。', [[12, undefined]]],
    ['督促各部门及时更新，收到政府信息公开申请12件。', [[12, undefined]]],
    ['市教育局认真落实全市要求，收到政府信息公开申请12件。', [[12, undefined]]],
    ['报市政府备案的规范性文件2件。', [[2, undefined]]],
    ['在市政府门户网站收到政府信息公开申请12件。', [[12, undefined]]],
  ] satisfies [string, [number | null, string?][]][])('%s', (sentence, facts) => {
    expect(scopes(sentence)).toEqual(facts);
  });
});

test('documents that departments made stand behind those of the government', () => {
  expect(said('市政府制发规范性文件9件，市直部门制发16件。')).toEqual([
    'normativeDocuments 9件 column=made scope=市政府',
    'normativeDocuments 16件 column=made scope=市直部门',
  ]);
});

test('grounds of table three are no complaints, and quoted outcomes are outcomes', () => {
  expect(
    said(
      '共收到政府信息公开申请9件。答复结果为：予以公开4件、不予公开3件（行政执法案卷信息2件、第三方合法权益1件）、不予处理2件（重复申请1件、信访举报投诉类1件）。',
    ).slice(1),
  ).toEqual([
    'granted 4件',
    'denied 3件 parts=complete',
    'ground 2件 row=denied.enforcementFile partOf=2',
    'ground 1件 row=denied.thirdParty partOf=2',
    'declined 2件 parts=complete',
    'ground 1件 row=declined.repeated partOf=5',
    'ground 1件 row=declined.complaint partOf=5',
  ]);
  expect(said('（二）依申请公开。受理书面申请2份，答复“予以公开”1份。')).toEqual(['received 2份', 'granted 1份']);
});

test('reviews that the body decides itself, and suits after a review, are told apart', () => {
  expect(said('县政府作为复议机关受理信息公开类行政复议案件27件。')).toEqual(['otherCount 27件 scope=县政府']);
  expect(
    said('因政府信息公开引起的行政复议4件，其中尚未审结1件；行政诉讼2件，均为复议后起诉，已全部维持。').at(-1),
  ).toBe('allUpheld ? column=lawsuits');
});

describe('numbers', () => {
  test('keep how exact they are', () => {
    expect(said('公开信息18万余条，发放资料近500份，微信推送文章约1,200篇。')).toEqual([
      'published 180000条 atLeast',
      'otherCount 500份 atMost',
      'published 1200篇 about channel=wechat',
    ]);
  });
  test('are not dates, documents, telephones, durations, names or plans', () => {
    expect(
      said(
        '根据国办公开办函〔2021〕30号和第711号令，于10月13日实行24小时值班，3个工作日内答复，电话0951-5043348。',
        '印发《2024年工作要点（20条）》，落实“30条措施”，2024年四个季度均合格。',
        '下一步将公开信息500条。',
      ),
    ).toEqual([]);
  });
  test('of another year stay out', () => {
    expect(said('2023年公开信息30条，2024年公开信息40条，同比增长33.3%。')).toEqual([
      'published 40条',
      'change 33.3% about=0',
    ]);
  });
  test('of another year stay out until the sentence comes back to this one', () => {
    expect(said('2023年公开信息30条，推送文章36篇，召开会议4次。')).toEqual([]);
    expect(said('受理政府信息公开申请8件，申请数量较去年回落12.3%；答复7件。')).toEqual([
      'received 8件',
      'change -12.3% about=0',
      'answered 7件',
    ]);
    expect(said('公开信息40条，同比减少2条。')).toEqual(['published 40条']);
  });
  test('go to their things in order with 分别为, or nowhere', () => {
    const facts = read('“健康某区”微信公众号和“某区发布”政务微博发布各类信息分别为350条和150条。');
    expect(facts.map(({ value, channel, of }) => [value, channel, of])).toEqual([
      [350, 'wechat', '“健康某区”微信公众号'],
      [150, 'weibo', '“某区发布”政务微博'],
    ]);
    expect(said('网站、微信和微博发布信息分别为350条和150条。')).toEqual([]);
  });
  test('written in characters: hundreds, approximations, but no 一件 of prose and no ordinals', () => {
    expect(said('公开信息三百二十一条，推送文章五百余条，发布短视频一百零八条。')).toEqual([
      'published 321条',
      'published 500条 atLeast',
      'published 108条 channel=video',
    ]);
    expect(said('办好一件实事，考核位列全市第3名，名列第二位。')).toEqual([]);
  });
  test('each go to their kind behind 分别 and a verb', () => {
    const facts = read('发布解读材料21篇，以图文、视频、问答方式分别解读12篇、5篇、4篇。');
    expect(facts.slice(1).map(({ value, of }) => [value, of])).toEqual([
      [12, '图文'],
      [5, '视频'],
      [4, '问答方式'],
    ]);
  });
  test('written in characters count where a counter follows', () => {
    expect(said('公开信息81条，其中退回三条，推送78条。')).toEqual([
      'published 81条 parts=complete',
      'published 3条 partOf=0',
      'published 78条 partOf=0',
    ]);
  });
});

describe('table two and fees', () => {
  test('decisions count, published notices of them and one kind do not', () => {
    expect(said('共办理行政许可事项1344件，作出行政处罚决定5件。')).toEqual(['licences 1344件', 'penalties 5件']);
    expect(said('公开行政许可信息30条。')).toEqual(['published 30条']);
    expect(said('主动公开行政许可33项，行政处罚36项。').filter((fact) => /licences|penalties/.test(fact))).toEqual([]);
    expect(read('办理公共场所卫生行政许可30件。')[0]).toMatchObject({
      subject: 'licences',
      of: expect.stringContaining('公共场所'),
    });
    expect(said('公报刊登规章、规范性文件等112件。')).toEqual(['published 112件 channel=gazette']);
    expect(said('制发行政规范性文件8件，废止3件规范性文件，现行有效规范性文件20件。')).toEqual([
      'normativeDocuments 8件 column=made',
      'normativeDocuments 3件 column=repealed',
      'normativeDocuments 20件 column=inForce',
    ]);
  });
  test.each([
    ['未收取信息处理费。', 'informationFee 0元'],
    ['在办理依申请公开工作中，未向申请人收取任何费用。', 'informationFee 0元'],
    ['不存在收取信息处理费的情况。', 'informationFee 0元'],
    ['本年度暂未开展信息处理费收取工作。', 'informationFee 0元'],
    ['未发生政府信息公开收费事项。', 'informationFee 0元'],
    ['严格落实《政府信息公开信息处理费管理办法》，全年收取信息处理费3940元。', 'informationFee 3940元'],
  ])('%s', (sentence, fact) => {
    expect(said(sentence)).toEqual([fact]);
  });
  test('a sum with its cases is added up in both columns', () => {
    expect(
      said('对3件政府信息公开申请案件收取了信息处理费500元。其中，甲局1件，收取200元；乙局2件，收取300元。'),
    ).toEqual([
      'feeCases 3件 parts=complete',
      'informationFee 500元 parts=complete',
      'feeCases 1件 partOf=0',
      'informationFee 200元 partOf=1',
      'feeCases 2件 partOf=0',
      'informationFee 300元 partOf=1',
    ]);
  });
});

test('what was answered is no part of what was handled and not yet answered', () => {
  const partsOf = (before: string): (number | undefined)[] =>
    read(`${before}在答复的政府信息公开申请中，予以公开9件，部分公开3件，不予公开1件。`).map(({ partOf }) => partOf);
  expect(partsOf('全年累计办理政府信息公开申请14件。')).toEqual([undefined, undefined, undefined, undefined]);
  expect(partsOf('全年答复政府信息公开申请13件。')).toEqual([undefined, 0, 0, 0]);
});

test('a list that begins behind its heading keeps its first item', () => {
  const document = documentOf(
    '扬州市教育局2024年政府信息公开工作年度报告',
    '五、存在的主要问题及改进情况',
    '存在问题：一是公开内容不够全面；二是解读质量有待提高。',
    '改进措施：1.完善公开目录，按季度检查；2.丰富解读形式；3.加强业务培训。',
    '六、其他需要报告的事项',
  );
  const { problems, measures } = readText(document, findSections(document));
  expect(problems.map(({ text }) => text)).toEqual(['公开内容不够全面', '解读质量有待提高']);
  expect(measures.map(({ text }) => text)).toEqual(['完善公开目录，按季度检查', '丰富解读形式', '加强业务培训']);
});

test('the number of an item and a year behind it are no decimal', () => {
  const document = documentOf(
    '扬州市教育局2024年政府信息公开工作年度报告',
    '五、存在的主要问题及改进情况',
    '（一）存在问题。1.意见建议收集不足。2.部分栏目更新不及时。',
    '（二）改进措施。1.2025年，计划举办培训。2.按月检查栏目更新。',
  );
  const { measures } = readText(document, findSections(document));
  expect(measures.map(({ text }) => text)).toEqual(['2025年，计划举办培训', '按月检查栏目更新']);
});

test('section five becomes two short lists and yields no counts', () => {
  const document = documentOf(
    '扬州市教育局2024年政府信息公开工作年度报告',
    '五、存在的主要问题及改进情况',
    '虽然取得了一定成绩，但仍存在不足。一是信息更新不够及时；二是解读形式单一。个别单位只用文字。',
    '下一步，我局将开展以下工作：一是加强培训，全年举办5期。二是丰富解读形式。',
    '六、其他需要报告的事项',
    '无。',
  );
  const { problems, measures, facts } = readText(document, findSections(document));
  expect(problems.map(({ text }) => text)).toEqual(['信息更新不够及时', '解读形式单一']);
  expect(measures.map(({ text }) => text)).toEqual(['加强培训，全年举办5期', '丰富解读形式']);
  expect(facts).toEqual([]);
});
