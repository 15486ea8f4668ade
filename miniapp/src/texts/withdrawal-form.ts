import type { SourceName } from '@anju/shared/contract';
import { fieldWords } from './withdrawal-fields.ts';

/** The sources, as a person knows them. */
export const sourceNames: Readonly<Record<SourceName, string>> = {
  core: '公积金账户', 'real-estate': '不动产登记', 'civil-affairs': '民政部门', bank: '银行', 'public-security': '公安部门', 'social-insurance': '社保部门',
  employment: '就业登记', 'market-regulation': '市场监管部门', credit: '征信系统', invoice: '税务发票',
};

/** One question a screen. */
export const stepTexts = {
  where: (number: number, total: number) => `第\u00a0${number}\u00a0步，共\u00a0${total}\u00a0步`,
  most: (amount: string) => `最多可提 ${amount}`,
  next: '下一步',
  toConfirm: '下一步：核对并提交',
  done: '改好了，回去核对',
  before: '上一步',
  optional: '没有可以不填',
  optionalChoice: '不清楚可以不选',
  skip: '没有，跳过',
  /** True of a source that was silent and of one that has nothing on this. */
  insteadTyped: (source: SourceName) => `从${sourceNames[source]}没有查到，请您填一下。`,
  insteadPaper: (source: SourceName) => `从${sourceNames[source]}没有查到，请您上传一份。`,
  known: (count: number) => `已经替您取得\u00a0${count}\u00a0项，不用再填`,
  against: '按您填的，这项不能办',
  otherMatter: '换一项办',
  mayChange: '填错了的，可以在上面改，改好再往下走',
  /** Led back here from the confirm page. */
  back: { papers: '有材料没有找到，还没有提交。请重新上传，再核对提交。', answers: '还有内容没有填好，还没有提交。请填好，再核对提交。' },
  saved: '已保存，换一部手机也能接着填',
  saving: '正在保存',
  onPhone: '先存在这部手机里，连上网络后自动保存',
  refused: (names: readonly string[]) =>
    `${names.length === 0 ? '有内容不能保存，请核对填过的各项' : `${names.map((name) => `“${fieldWords(name).label}”`).join('')}填的内容不能保存，请改好`}。改好以前，填的只存在这部手机里。`,
  overwrittenTitle: '另一部手机上改过',
  overwritten: (names: readonly string[]) => `${names.map((name) => fieldWords(name).label).join('、')}已换成那边填的，请看一下对不对。`,
  understood: '知道了',
  giveUp: '放弃这次填写',
  giveUpTitle: '放弃这次填写？',
  giveUpText: '填过的内容和上传的材料都会删掉，下次从头填。账户不受影响。',
  giveUpYes: '确定放弃',
  giveUpBusy: '正在删除',
  giveUpNo: '接着填',
  gaveUp: '已经删掉',
} as const;

/** Papers: what to photograph and what it must show. */
export const paperTexts = {
  shows: '要看得清',
  kinds: 'JPG、PNG、HEIC 照片或 PDF，可以传几份',
  take: '拍照或选照片',
  takeMore: '再加一份',
  document: '选微信聊天里的文件',
  preparing: '正在压缩',
  going: (percent: number) => `正在上传 ${percent}%`,
  done: '已上传',
  failed: '没有传成',
  retry: '重新上传',
  remove: '删除',
  removeOne: (name: string) => `删除${name}`,
  replace: '换一份',
  replaceOne: (name: string) => `换一份，${name}`,
  lost: '网络断了，这一份还在，点“重新上传”接着传',
  waiting: '还有材料没有传完，请等一下，或删掉没有传成的',
  name: (index: number) => `第\u00a0${index}\u00a0份`,
} as const;

/** What was begun and not sent, and what stands before a form. */
export const draftListTexts = {
  title: '还没填完的',
  goOn: '继续填写',
  savedAt: (moment: string) => `${moment}\u00a0保存`,
  onPhone: '存在这部手机里',
  wayOut: {
    'case-running': '看办理进度', 'account-frozen': '拨打 12329', 'account-state-unclear': '拨打 12329', 'card-missing': '添加收款卡', 'name-differs': '看怎样更正', 'mobile-differs': '看怎样更新',
    'loan-in-arrears': '看我的贷款', 'transfer-running': '看转移进度',
  } as Readonly<Record<string, string>>,
} as const;
