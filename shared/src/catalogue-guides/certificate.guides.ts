import { guide } from './guide.ts';
import type { Guides } from './guide.ts';

const identity = '本人有效身份证件';
const printed = '柜台当场出具';

/** 证明. */
export const certificateGuides: Guides = {
  'contribution-certificate': guide({
    who: '账户本人',
    conditions: ['在本中心有账户'],
    materials: [identity],
    steps: ['到柜台或自助终端打印', '证明上有校验码，用证方可以核验'],
    timeLimit: printed,
  }),
  'elsewhere-loan-certificate': guide({
    basis: '建金〔2014〕148号、建金〔2015〕135号',
    who: '要在外地申请公积金贷款的职工',
    conditions: ['在本中心缴存', '如实登记公积金贷款次数和是否结清'],
    materials: [identity, '贷款城市名称'],
    steps: ['先问贷款城市是否已能直接读取，能读取的不用开', '需要的，到柜台出具', '贷款发放后由贷款城市回执'],
    timeLimit: printed,
    sample: '证明列明：姓名、账号、账户状态、缴存基数、月缴存额、余额、连续缴存月数、贷款次数',
  }),
  'loan-settled-certificate': guide({
    who: '已还清公积金贷款的借款人',
    conditions: ['贷款已全部还清，一般自结清次日起可以出具'],
    materials: [identity],
    steps: ['到柜台或自助终端打印', '凭证明办理抵押注销'],
    timeLimit: printed,
  }),
  'show-code': guide({
    who: '账户本人',
    conditions: ['用证单位已接入亮码'],
    materials: ['无需材料'],
    steps: ['打开全国住房公积金小程序，出示二维码', '由用证单位扫码核验，不再收纸质证明'],
    timeLimit: '即时核验',
  }),
};
