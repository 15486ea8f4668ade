/** The guide of one item. */
export const guideTexts = {
  title: '办事指南',
  facets: { basis: '依据', who: '谁能办', conditions: '条件', materials: '材料', steps: '怎么办', timeLimit: '多久', fee: '收费', sample: '样表' },
  none: '不需要',
  served: { online: '在线办', counter: '到柜台办', guide: '只看指南' },
  doNow: { withdrawal: '现在就办', entries: '查看明细', statement: '看年度账单', loan: '查看贷款', plan: '看还款计划', booking: '去预约', prepayment: '到我的贷款里试算', standing: '签约、暂停或终止', estimate: '去测算', progress: '查看进度', realName: '去实名', bankCards: '管理收款卡', signIn: '登录后办理' },
  counterTitle: '怎么到柜台办',
  counterSteps: ['先打 12329 预约，说明要办的业务，问清最近的网点和时间', '按上面的材料带齐原件', '到网点当场办，不收费，不需要中介'],
  counterBookedSteps: ['点下面的“预约到柜台”，选网点和时间；也可以打 12329，由工作人员帮您约', '按上面的材料带齐原件', '按约好的时间到网点当场办，不收费，不需要中介'],
  counterWhy: '这项业务要核对原件，现在还不能在手机上办。',
  guideWhy: '这项业务暂时只提供指南。要办理或有疑问，请拨打 12329。',
  call: '拨打 12329 预约',
  ask: '拨打 12329',
  notFoundTitle: '没有找到这份指南',
  notFoundText: '换个名称在“办理”里找找看。',
  notFoundAction: '去办理',
  footer: '零收费，不需要任何中介',
} as const;
