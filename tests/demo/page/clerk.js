/** The visitor's hand at the centre's counter: takes a case on, sends it back, lets the bank return a payment. */

const STAGES = { SQ: '已提交', SL: '已受理', SH: '审核中', SP: '已审批', MQ: '待面签', DY: '已面签，正在抵押登记', FK: '已放款', DZ: '已到账', BH: '已退回', CX: '本人已撤回', FKSB: '银行退回了付款' };
const WAITING = ['SQ', 'SL', 'SH', 'SP', 'MQ', 'DY'];
/** A few of the core's codes, as a clerk would say them. */
const REASONS = new Map([
  ['300050', '材料看不清'],
  ['300051', '材料不符'],
  ['300063', '金额与发票不符'],
  ['300065', '银行卡错误'],
  ['300014', '合同已用过'],
]);

/** What happens if the visitor does nothing. */
function next(state) {
  if (state === 'MQ') return '等本人在手机上预约面签；约好的时间过后（把时钟往前拨），演示柜员接着办。';
  return WAITING.includes(state) ? '您已接手；20 秒不动，演示柜员接着办。' : '';
}

/** What each button needs to find, and what is said when it finds nothing or comes too late. */
const ACTS = {
  advance: { path: 'advance', of: WAITING, none: '现在没有等待办理的业务：选“在漳州买了房”的人，提交一件购房提取。', late: '核心系统没有应答。' },
  refuse: { path: 'refuse', of: WAITING, none: '现在没有等待办理的业务，没有可以退回的。', late: '已经审批通过，不能再退回。' },
  return: { path: 'return-payment', of: ['DZ'], none: '还没有付过款。', late: '这笔付款不能再退回。' },
};

/**
 * Wires the counter's buttons. `newest(states)` gives the newest case in one of these states, the chosen person's before another's; `nameOf` a
 * person's name; `ask` speaks to the stand-ins.
 */
export function openCounter({ byId, ask, newest, nameOf }) {
  const say = (words) => (byId('clerk-state').textContent = words);
  const act = async ({ path, of, none, late }, body) => {
    const found = await newest(of);
    if (!found) return say(none);
    try {
      const { state } = await ask(`core/cases/${found.ywlsh}/${path}`, body);
      say(`${nameOf(found.key)}的业务：${STAGES[state] ?? '已办理'}。${next(state)}`);
    } catch {
      say(late);
    }
  };
  const reason = byId('reason');
  reason.replaceChildren(...[...REASONS].map(([code, words]) => Object.assign(document.createElement('option'), { value: code, textContent: words })));
  byId('advance').addEventListener('click', () => void act(ACTS.advance, {}));
  byId('refuse').addEventListener('click', () => void act(ACTS.refuse, { code: reason.value, reason: REASONS.get(reason.value) }));
  byId('return-payment').addEventListener('click', () => void act(ACTS.return, {}));
}
