import type { FaceOutcome, IdType } from '@anju/shared/contract';

/** Sign-in, consent, real name and face check, as a clerk would say it. */
export const signInTexts = {
  title: '登录',
  lead: '登录后查看余额、提取和进度',
  why: '手机号只用来核对您的公积金账户。',
  mobile: '手机号',
  mobileHelp: '请填您在公积金中心登记的手机号',
  mobilePlaceholder: '11 位手机号',
  codePlaceholder: '6 位数字',
  ended: '登录已过期，请重新登录。已填写的内容还在。',
  mobileWrong: '请填 11 位手机号',
  code: '短信验证码',
  codeHelp: '6 位数字，5 分钟内有效',
  codeWrong: '请填收到的 6 位数字',
  getCode: '获取验证码',
  resendIn: (seconds: number) => `${seconds} 秒后重发`,
  resend: '重新发送',
  sent: (mobile: string) => `验证码已发送到 ${mobile}`,
  enter: '登录',
  entering: '正在登录',
  wechat: '微信一键登录',
  wechatBusy: '正在登录',
  phoneTitle: '再确认一下手机号',
  phoneLead: '用微信绑定的手机号核对账户，不用再收短信。',
  phone: '使用微信手机号',
  phoneRefused: '没有取得手机号。可以再点一次，也可以先到“实名核对”里继续。',
  later: '先不填，继续',
  agreed: '登录即表示您已阅读并同意',
  privacyLink: '《个人信息处理说明》',
  noCode: '收不到验证码？',
  noCodeHow: '请看看短信是否被拦截，60 秒后可以重新发送。手机号已换的，请带身份证到柜台更新，或拨打 12329。',
  guest: '先看看，不登录',
} as const;

export const privacyPageTexts = {
  title: '个人信息处理说明',
  version: (version: string) => `版本 ${version}`,
  lead: '办公积金业务，我们要核对您是不是账户本人。下面写清楚用什么、为什么、保存多久。',
  points: [
    { title: '用什么', text: '姓名、证件号码、手机号；提取时再用到收款银行卡和您上传的付款凭证；确认是本人时，由微信或腾讯云核对人脸。' },
    { title: '为什么', text: '核对账户、办理您提出的申请、把结果通知您。不做推荐，不做画像，不给第三方做营销。' },
    { title: '怎样保存', text: '证件号码、姓名、手机号和卡号加密保存，页面上只显示首尾几位。人脸照片由核验机构核对，我们不保存。' },
    { title: '您可以', text: '随时在“我的”里解除绑定，我们会删除绑定关系和缓存；已办结的业务按档案规定保存。' },
    { title: '不同意也可以', text: '继续看政策、办事指南和贷款测算，只是不能查询账户、不能办理业务。' },
  ],
  agree: '同意并继续',
  refuse: '暂不同意',
  agreed: '您已同意本说明',
  withdraw: '如需撤回同意，请到“我的”解除绑定',
  back: '知道了',
} as const;

export const idTypeTexts: Readonly<Record<IdType, { readonly label: string; readonly note: string }>> = {
  'resident-id': { label: '居民身份证', note: '在线核对，马上有结果' },
  'hmt-residence-permit': { label: '港澳台居民居住证', note: '需要柜台验证码' },
  'foreign-permanent-resident-id': { label: '外国人永久居留身份证', note: '需要柜台验证码' },
  passport: { label: '护照', note: '需要柜台验证码' },
};

export const realNameTexts = {
  title: '实名核对',
  lead: '与公积金中心登记的信息核对一次，以后不用再填。',
  idType: '证件类型',
  name: '姓名',
  nameHelp: '与证件上的姓名一致，可带“·”',
  nameWrong: '请填证件上的姓名',
  idNumber: '证件号码',
  idNumberHelp: { 'resident-id': '18 位，最后一位可以是 X', 'hmt-residence-permit': '18 位', 'foreign-permanent-resident-id': '18 位，或旧证的 15 位', passport: '字母和数字，没有空格' } as Readonly<Record<IdType, string>>,
  idNumberWrong: '号码不对，请与证件逐位核对',
  counterCode: '柜台验证码',
  counterCodeHelp: '工作人员给您的验证码，24 小时内用一次',
  counterCodeWrong: '请填柜台给您的验证码',
  counterWhyTitle: '为什么要柜台验证码？',
  counterWhy: '网上没有可以核对这种证件的渠道。带上证件到任一网点，工作人员核对后会给您一个验证码，填在这里就和刷脸一样有效。不收费，当天可用。',
  consent: '我已阅读并同意',
  consentLink: '《个人信息处理说明》',
  consentMissing: '请先阅读并同意，再提交核对',
  submit: '核对并绑定',
  submitting: '正在核对',
  done: '核对通过',
  doneLead: (name: string) => `${name}，您的公积金账户已绑定。`,
  go: '继续',
  signInFirst: '先登录，再核对身份',
  tasksTitle: '还有一件事要更正',
  tasksLead: '不影响查询。办理提取前请先更正，免得被退回。',
} as const;

export const faceTexts = {
  title: '刷脸确认',
  ready: '确认是您本人',
  readyLead: '看着屏幕约 5 秒，不用说话。',
  start: '开始刷脸',
  starting: '正在打开',
  tips: '这样更容易通过',
  tipsText: '面向亮处 · 摘下口罩和墨镜 · 手机与眼睛同高',
  saved: '您的申请已保存',
  reading: '正在读取结果',
  readingLead: '一般 3 秒内就好，请不要关闭页面。',
  privacy: '照片只用于本次核对，我们不保存 · 12329',
  triesLeft: (count: number) => `今天还可以再试 ${count} 次`,
  otherTitle: '不方便刷脸？',
  otherLead: '带证件到柜台领一个验证码，当天可用',
  otherButton: '填柜台验证码',
  codeTitle: '柜台验证码',
  codeLead: '带证件到任一网点，工作人员当面核对后给您一个验证码。不收费，当天可用。',
  codeSubmit: '用验证码确认',
  codeSubmitting: '正在核对',
  codeOnlyTitle: '用柜台验证码确认',
  codeOnlyLead: '您的证件不能在线刷脸。带证件到任一网点，工作人员会给您一个验证码，24 小时内用一次，不收费。',
  call: '打电话问 12329',
  giveUp: '先不办，返回',
  lately: '刚刚已经确认过，不用再确认一次。',
  troubleTitle: '没有打开刷脸',
  again: '再试一次',
  notSupported: '这台手机或微信版本不支持刷脸。请更新微信，或用柜台验证码。',
} as const;

export interface FaceWords {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What the first button does; null when trying again does not help. */
  readonly again: string | null;
}

/** What each result means and what to do about it. */
export const faceOutcomeTexts: Readonly<Record<FaceOutcome, FaceWords>> = {
  passed: { title: '已确认是您本人', sentences: ['正在回到刚才的业务。'], again: null },
  pending: { title: '结果还没有出来', sentences: ['核验机构还在核对，请稍等几秒再看。'], again: '再看一次结果' },
  cancelled: { title: '您取消了刷脸', sentences: ['没有扣除次数，随时可以再来。'], again: '重新刷脸' },
  camera: { title: '没能打开摄像头', sentences: ['请在系统设置里允许使用摄像头，并关闭正在占用摄像头的应用。', '没有扣除次数。'], again: '设置好了，再试一次' },
  network: { title: '网络断了一下', sentences: ['请换到信号好的地方再试。', '没有扣除次数。'], again: '再试一次' },
  'not-recognised': { title: '没有认出来', sentences: ['光线可能太暗，或者没有正对手机。'], again: '再试一次' },
  'no-reference-photo': { title: '没有可以比对的照片', sentences: ['公安库里没有您的证件照，刷脸不会通过，再试也一样。', '请用柜台验证码。'], again: null },
  'tries-used-up': { title: '今天的次数用完了', sentences: ['明天可以再试；着急的话，请用柜台验证码，当天可办。'], again: null },
  'service-down': { title: '核验服务暂时用不了', sentences: ['不是您的问题，也没有扣除次数。请过几分钟再试。'], again: '再试一次' },
};
