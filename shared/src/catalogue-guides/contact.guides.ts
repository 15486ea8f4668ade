import { guide } from './guide.ts';
import type { Guides } from './guide.ts';

/** 互动. */
export const contactGuides: Guides = {
  appointment: guide({
    who: '要到柜台办事的人',
    conditions: ['无'],
    materials: ['无需材料'],
    steps: ['到柜台办的提取在它的指南里选网点和时间，贷款面签在“进度”里选；其余拨打 12329 或到网点约定', '按事项指南备好材料', '按约定时间到场'],
    timeLimit: '柜台工作日 8:30 至 17:30，以网点公告为准',
  }),
  'urge-or-complain': guide({
    who: '对办理进度或服务有意见的人',
    conditions: ['无'],
    materials: ['业务编号（在“进度”里可以看到）'],
    steps: ['先在“进度”里看走到哪一步、何时到期', '超过期限的，拨打 12329 说明业务编号', '对处理不满意的，可以投诉'],
    timeLimit: '12329 当场登记',
  }),
  questions: guide({
    who: '任何人，不需要登录',
    conditions: ['无'],
    materials: ['无需材料'],
    steps: ['先在“办理”里查找事项指南', '没有找到答案的，拨打 12329'],
    timeLimit: '当场答复',
  }),
  'home-visit': guide({
    who: '年老、伤病等行动不便的职工',
    conditions: ['事项必须本人到场而本人无法到场'],
    materials: ['本人有效身份证件', '事项指南所列材料'],
    steps: ['由本人或家属拨打 12329 预约', '工作人员上门核实身份、收取材料', '结果照常在“进度”里查看'],
    timeLimit: '上门时间由网点与本人约定',
  }),
};
