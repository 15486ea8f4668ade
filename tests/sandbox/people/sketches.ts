import type { PlainDate } from '@anju/shared/calendar';

/** Every situation of the demo, the end-to-end tests and the benchmarks. */
export type PersonKey =
  | 'loan-in-order' | 'spouse' | 'renter' | 'buyer-local' | 'buyer-elsewhere' | 'sealed-outsider' | 'sealed-local'
  | 'near-retirement' | 'category-unknown' | 'newcomer' | 'permit-holder' | 'passport-holder' | 'long-name' | 'name-mismatch'
  | 'old-mobile' | 'arrears' | 'frozen' | 'two-accounts' | 'odd-history' | 'line-dropped' | 'card-closed' | 'no-subscription'
  | 'flexible-worker' | 'in-transfer' | 'home-buyer' | 'home-buyer-spouse' | 'loan-offset'
  | 'bank-loan' | 'renovator' | 'old-house' | 'lift-neighbour' | 'illness' | 'escrow-buyer' | 'emigrant' | 'retired';

/** What is chosen about a person; numbers are computed from it. */
export interface PersonSketch {
  readonly key: PersonKey;
  readonly name: string;
  readonly sentence: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: PlainDate | 'near-retirement';
  /** First six digits of the document number. */
  readonly region: string;
  readonly idType?: 'hmt-residence-permit' | 'passport';
  readonly married?: boolean;
  readonly householdLocal?: boolean;
  readonly spouseKey?: PersonKey;
  readonly nameInCore?: string;
  readonly fifteenDigitsInCore?: boolean;
  readonly mobileInCoreDiffers?: boolean;
  readonly secondCard?: 'class-one' | 'class-two';
  readonly firstCardClosed?: boolean;
  readonly contractNumber?: string;
}

/** Order matters: numbers are counted along it, so new people go to the end. */
export const SKETCHES: readonly PersonSketch[] = [
  { key: 'loan-in-order', name: '林昶宁', sex: 'male', birthDate: '1988-03-14', region: '350203', married: true, spouseKey: 'spouse', secondCard: 'class-two', sentence: '正常缴存，公积金贷款按时还：走一遍提取还贷，一个字也不用填。' },
  { key: 'spouse', name: '陈翯宜', sex: 'female', birthDate: '1990-08-02', region: '350206', married: true, spouseKey: 'loan-in-order', sentence: '林昶宁的爱人，在另一家单位缴存。' },
  { key: 'renter', name: '黄璟彦', sex: 'male', birthDate: '1998-11-20', region: '350521', householdLocal: false, contractNumber: 'XM2026-1012-0731', sentence: '在厦门租房，没有房子，缴了 14 个月；刚签了购房合同，合同号 XM2026-1012-0731，想贷款。' },
  { key: 'buyer-local', name: '许翀远', sex: 'male', birthDate: '1992-05-27', region: '350211', contractNumber: 'XM2026-0803-1187', sentence: '刚在厦门买了房，合同号 XM2026-0803-1187，登记中心查得到，当场就能批。' },
  { key: 'buyer-elsewhere', name: '郑婳秋', sex: 'female', birthDate: '1991-10-09', region: '350602', householdLocal: false, contractNumber: 'ZZ2026-0709-0342', sentence: '在漳州买了房，合同号 ZZ2026-0709-0342，那边的登记系统没有回音，由柜员审核。' },
  { key: 'sealed-outsider', name: '向旻昱', sex: 'male', birthDate: '1993-02-18', region: '430102', householdLocal: false, sentence: '外地户口，离职封存 7 个月了。' },
  { key: 'sealed-local', name: '洪垚生', sex: 'male', birthDate: '1987-12-05', region: '350203', sentence: '厦门户口，离职封存，暂时不能离职提取。' },
  { key: 'near-retirement', name: '蔡暾和', sex: 'male', birthDate: 'near-retirement', region: '350203', married: true, sentence: '再过两个月就到法定退休年龄。' },
  { key: 'category-unknown', name: '苏嫄琴', sex: 'female', birthDate: '1976-06-30', region: '350212', married: true, sentence: '五十岁还是五十五岁退休，系统不知道。' },
  { key: 'newcomer', name: '吴玥翎', sex: 'female', birthDate: '2003-04-12', region: '360102', householdLocal: false, sentence: '刚工作，只缴了 3 个月。' },
  { key: 'permit-holder', name: '何琤敏', sex: 'female', birthDate: '1989-07-23', region: '810000', idType: 'hmt-residence-permit', householdLocal: false, sentence: '持港澳居民居住证，不能人脸核验，用柜台给的验证码。' },
  { key: 'passport-holder', name: '司徒翾华', sex: 'male', birthDate: '1985-01-16', region: '350203', idType: 'passport', householdLocal: false, sentence: '用护照缴存的华侨，不能人脸核验，用柜台给的验证码。' },
  { key: 'long-name', name: '阿依努尔·麦麦提艾力', sex: 'female', birthDate: '1986-09-01', region: '650102', householdLocal: false, fifteenDigitsInCore: true, sentence: '名字长、中间带点，档案里还是 15 位老证号，照样认得出。' },
  { key: 'name-mismatch', name: '曾祎琳', sex: 'female', birthDate: '1994-06-08', region: '350205', nameInCore: '曾袆琳', sentence: '档案里名字错了一个字，绑定时就会提醒去更正。' },
  { key: 'old-mobile', name: '范昉泽', sex: 'male', birthDate: '1990-12-28', region: '350213', mobileInCoreDiffers: true, sentence: '换过手机号，档案里还是旧的。' },
  { key: 'arrears', name: '梁堃鹏', sex: 'male', birthDate: '1984-04-03', region: '350206', sentence: '公积金贷款逾期两期，还清以前不能提取。' },
  { key: 'frozen', name: '罗罡毅', sex: 'male', birthDate: '1982-08-19', region: '350203', sentence: '账户被法院冻结，什么都办不了，说得清清楚楚。' },
  { key: 'two-accounts', name: '谢翙羽', sex: 'female', birthDate: '1991-03-31', region: '350211', sentence: '换过单位，名下有两个账户。' },
  { key: 'odd-history', name: '唐芃钰', sex: 'female', birthDate: '1993-11-11', region: '350203', sentence: '断缴过、重复缴过、基数改过，流水看得明白。' },
  { key: 'line-dropped', name: '韩劼行', sex: 'male', birthDate: '1989-05-05', region: '350206', sentence: '第一次提交时核心办完了却断了线：结果自己会查清，只付一次。' },
  { key: 'card-closed', name: '邓筠绮', sex: 'female', birthDate: '1992-01-25', region: '350203', secondCard: 'class-one', firstCardClosed: true, sentence: '收款卡已经销户，银行退回，换一张卡再办，只付一次。' },
  { key: 'no-subscription', name: '彭颋安', sex: 'male', birthDate: '1987-10-30', region: '350212', sentence: '没有同意微信通知，改收短信和站内消息。' },
  { key: 'flexible-worker', name: '董翊翀', sex: 'male', birthDate: '1995-07-07', region: '350211', sentence: '灵活就业，没有单位，自己缴全部。' },
  { key: 'in-transfer', name: '叶湉冉', sex: 'female', birthDate: '1996-02-14', region: '350502', householdLocal: false, sentence: '从泉州转来厦门，转移正在路上。' },
  { key: 'home-buyer', name: '施勍峥', sex: 'male', birthDate: '1995-09-12', region: '350205', married: true, spouseKey: 'home-buyer-spouse', contractNumber: 'XM2026-0918-2046', sentence: '缴了 26 个月，和爱人签了购房合同，合同号 XM2026-0918-2046，可以两个人一起申请贷款。' },
  { key: 'home-buyer-spouse', name: '柯瑢苒', sex: 'female', birthDate: '1996-04-21', region: '350212', married: true, spouseKey: 'home-buyer', sentence: '施勍峥的爱人，在自己的手机上确认一起申请贷款。' },
  { key: 'loan-offset', name: '江翃舟', sex: 'male', birthDate: '1988-11-03', region: '350203', sentence: '签了冲还贷，每个月用公积金账户里的钱还贷款。' },
  { key: 'bank-loan', name: '邹骞屹', sex: 'male', birthDate: '1986-05-22', region: '350206', married: true, sentence: '在签约银行有商业住房贷款，按时还：提取还商贷，一个字也不用填。' },
  { key: 'renovator', name: '阮沅芷', sex: 'female', birthDate: '1992-09-17', region: '350211', sentence: '去年拿到房产证，正在装修，今年的物业费也交了。' },
  { key: 'old-house', name: '傅甡木', sex: 'male', birthDate: '1979-01-30', region: '350213', sentence: '老房子鉴定为 D 级，正在大修，住建那边查得到。' },
  { key: 'lift-neighbour', name: '庄晏澍', sex: 'male', birthDate: '1983-06-08', region: '350203', sentence: '给父母住的老楼加装了电梯，自家分摊了一部分。' },
  { key: 'illness', name: '白蓁菡', sex: 'female', birthDate: '1981-12-12', region: '350205', sentence: '去年得了大病，医保结算后自己付了一部分。' },
  { key: 'escrow-buyer', name: '卢翕朗', sex: 'male', birthDate: '1994-03-03', region: '350212', sentence: '买了二手房，首付要付到资金监管账户。' },
  { key: 'emigrant', name: '龚珩逸', sex: 'male', birthDate: '1990-02-25', region: '350203', sentence: '已经出境定居，公安查得到，可以全部提取并销户。' },
  { key: 'retired', name: '汪弢安', sex: 'male', birthDate: '1964-05-06', region: '350203', married: true, sentence: '已经退休，账户封存着，可以全部提取并销户。' },
];
