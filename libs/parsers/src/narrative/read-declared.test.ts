import { DECLARED } from '@gongkai/catalogue';
import type { Narrative } from '@gongkai/model';
import { narrativeResidue } from './narrative-residue';
import { readDeclared } from './read-declared';
import type { PlacedNarrative } from './read-narrative';

const declare = (text: string, section: Narrative['section'] = 's1') => readDeclared([{ section, text }], DECLARED, 2023);
const amounts = (text: string, code = 'published_items') =>
  declare(text, code === 'information_processing_fee' ? 's6' : 's1')
    .filter((one) => one.code === code)
    .map(({ amount }) => amount);
const claims = (text: string) => declare(text).map(({ code, amount }) => `${code} ${amount}`);

describe('readDeclared', () => {
  it.each([
    ['全年公开政府信息12件，包括预算。', 12n],
    ['主动公开政府信息共计1,234条。', 1234n],
    ['发布各类公开政府信息249条，其中：公告9条；指南1条。', 249n],
    ['主动公开信息８８条。', 88n],
    ['主动公开各类政府信息数量为 30 件。', 30n],
    ['主动公开信息50条。全年公开政府信息60条。', 60n],
    ['主动公开信息50条。再说一遍，主动公开信息50条。', 50n],
  ])('%j declares %s', (text, amount) => {
    expect(amounts(text)).toEqual([amount]);
  });

  it.each([
    '主动公开规章13件，行政规范性文件60件。',
    '答复政府信息公开申请805件。',
    '2022年公开政府信息100件。',
    '比上年公开政府信息多，上年公开政府信息100件。',
    '通过三个渠道公开，其中网站公开政府信息40件。',
    '公开政府信息约100件。',
    '公开政府信息100余件。',
    '公开政府信息12件次。',
    '主动公开信息50条。在公众号主动公开信息30条。',
  ])('%j declares no total', (text) => {
    expect(amounts(text)).toEqual([]);
  });

  it.each([
    ['全年收取信息处理费3,940.5元。', [394_050n]],
    ['信息处理费收取金额为0.394万元。', [394_000n]],
    ['收取政府信息公开信息处理费0元。', [0n]],
    ['全年未收取信息处理费。', [0n]],
    ['2023年，无收取信息处理费的情况。', [0n]],
    ['本局政府信息公开没有发生收费情况。', [0n]],
    ['按每页10元收取。', []],
    ['没有其他需要报告的事项。', []],
  ])('keeps the fee of %j in 分', (text, expected) => {
    expect(amounts(text, 'information_processing_fee')).toEqual(expected);
  });

  it('only looks in the sections of the catalogue', () => {
    expect(readDeclared([{ section: 's5', text: '收取信息处理费3940元。' }], DECLARED, 2023)).toEqual([]);
  });

  it('quotes the sentence, whose number is no residue any more', () => {
    const narrative: readonly PlacedNarrative[] = [
      {
        section: 's1',
        heading: '',
        places: [{ line: 7 }],
        text: '2023年，按国办〔2021〕30号要求，全年公开政府信息12件。培训2次，满意率98.5%，电话0555—7123456，1月5日第3次修订。\n1.检查12处',
      },
    ];
    const declared = readDeclared(narrative, DECLARED, 2023);
    expect(declared[0]?.quotation).toBe('2023年，按国办〔2021〕30号要求，全年公开政府信息12件。');
    expect(declared[0]?.place).toEqual({ line: 7 });
    expect(narrativeResidue(narrative, declared).map(({ raw }) => raw)).toEqual(['2', '98.5%', '12']);
  });
});

describe('claims about requests', () => {
  it.each([
    ['全年收到政府信息公开申请十二件。', ['requests_received 12']],
    ['共受理依申请公开件2５件，办结24件。', ['requests_received 25', 'requests_processed 24']],
    ['接收通过信函、网络提交的各类政府信息公开申请共计81件。', ['requests_received 81']],
    ['收到群众提交的依申请信息公开26件，及时回复。', ['requests_received 26']],
    ['共收到21件政府信息公开申请。', ['requests_received 21']],
    [
      '收到政府信息公开申请75件，其中自然人72件、商业企业3件。',
      ['requests_received 75', 'requests_by_natural_persons 72', 'requests_by_enterprises 3'],
    ],
    [
      '收到政府信息公开申请9件，其中网络申请5件，信函申请3件，当面申请1件。',
      ['requests_received 9', 'requests_online 5', 'requests_by_mail 3', 'requests_in_person 1'],
    ],
    [
      '受理政府信息公开申请8件，其中自然人申请6件，法人或其他组织申请2件。',
      ['requests_received 8', 'requests_by_natural_persons 6', 'requests_by_organizations 2'],
    ],
    ['新收申请17件，上年结转1件，结转下年度继续办理2件。', ['requests_received 17', 'requests_carried_in 1', 'requests_carried_out 2']],
    [
      '答复政府信息公开申请98件（含上年度转结申请8件，另有5件申请转结下年度继续办理）。',
      ['requests_carried_in 8', 'requests_processed 98', 'requests_carried_out 5'],
    ],
    ['与去年相比增加3件，全年新收政府信息公开申请11件。', ['requests_received 11']],
    [
      '办结依申请公开81件，其中：予以公开及部分公开42件；不予公开5件；无法提供的31件；不予处理1件；其他处理2件。',
      [
        'requests_processed 81',
        'results_granted_or_partially 42',
        'results_denied 5',
        'results_unable 31',
        'results_not_processed 1',
        'results_other 2',
      ],
    ],
    [
      '受理依申请公开55件，办结55件。予以公开17件、部分公开5件。',
      ['requests_received 55', 'requests_processed 55', 'results_granted 17', 'results_partially_granted 5'],
    ],
    ['我局未收到政府信息公开申请。', ['requests_received 0']],
    ['全年没有收到公民、法人或其他组织提出的政府信息公开申请。', ['requests_received 0']],
    ['我局无依申请公开情况。', ['requests_received 0']],
  ])('%j', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it.each([
    '收到政府信息公开申请100余件。',
    '收到政府信息公开申请约三十件。',
    '收到政府信息公开申请数十件。',
    '收到政府信息公开申请近百件。',
    '2022年收到政府信息公开申请12件。',
    '上年收到政府信息公开申请12件。',
    '计划明年受理政府信息公开申请12件。',
    '收到网上咨询和政府信息公开申请12件。',
    '未收到书面申请的政府信息公开答复。',
    '未收到通过信函提交的政府信息公开申请。',
    '无依申请公开收费情况。',
    '收到政府信息公开行政复议申请书12件。',
    '各类诉求中，包括收到政府信息公开申请12件。',
    '收到留言182件，按期答复180件。',
    '公文公开属性认定中，不予公开12件。',
    '办理建议提案20件，答复后予以公开18件。',
    '无锡市某单位的依申请公开，值得学习。',
  ])('%j claims nothing', (text) => {
    expect(claims(text)).toEqual([]);
  });
});

describe('claims about cases, documents and channels', () => {
  it.each([
    ['因政府信息公开引起的行政复议七件、行政诉讼2件。', ['reviews 7', 'suits 2']],
    ['信息公开类行政复议7件，诉讼9件，均获维持。', ['reviews 7', 'suits 9']],
    ['收到政府信息公开申请3件。全年发生行政复议案件1件，行政诉讼案件1件。', ['requests_received 3', 'reviews 1', 'suits 1']],
    ['全年未发生因政府信息公开引起的行政复议、行政诉讼情况。', ['reviews 0', 'suits 0']],
    ['政府信息公开方面无行政复议和行政诉讼案件。', ['reviews 0', 'suits 0']],
    ['没有因政府信息公开被提起行政诉讼。', ['suits 0']],
    [
      '本年度制发的行政规范性文件88件，现行有效规范性文件698件，废止规范性文件5件。',
      ['normative_issued 88', 'normative_repealed 5', 'normative_in_force 698'],
    ],
    ['制定发布规范性文件四件。', ['normative_issued 4']],
    [
      '主动公开政府信息36件。县政府网站发布信息30条，微信公众号推送信息120条，微博发布信息9条，编印政府公报12期。',
      ['published_items 36', 'published_on_website 30', 'published_on_wechat 120', 'published_on_weibo 9', 'gazette_issues 12'],
    ],
    ['通过政府网站公开政府信息12件。', ['published_items 12']],
    ['通过政务新媒体发布政府信息45条；通过政府网站发布政府信息79条。', ['published_on_website 79']],
    ['累计公开政府信息215条。县政府网站公开政府信息70条。', ['published_items 215', 'published_on_website 70']],
  ])('%j', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it.each([
    '全年办理行政复议案件120件。',
    '受理政府信息公开行政复议案件5件。',
    '因政府信息公开引起的行政复议、行政诉讼共5件。',
    '因未按规定答复信息公开申请引发的行政复议，认真整改。',
    '政府信息公开未发生行政诉讼败诉情况。',
    '未经行政复议直接起诉的信息公开案件，依法应诉。',
    '协助县政府制定规范性文件2件。',
    '刊登规范性文件等112件，部门规范性文件45件。',
    '审查规范性文件12件。',
    '微信公众号用户达550万。',
  ])('%j claims nothing', (text) => {
    expect(claims(text)).toEqual([]);
  });
});
