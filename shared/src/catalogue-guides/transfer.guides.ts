import { guide } from './guide.ts';
import type { Guides } from './guide.ts';

/** 转移. */
export const transferGuides: Guides = {
  'transfer-in': guide({
    basis: '全国住房公积金异地转移接续业务操作规程',
    who: '换城市工作、在新城市已开户缴存的职工',
    conditions: ['已在转入地开户并稳定缴存', '转出地账户已封存，没有被冻结', '转出地要求贷款结清的，贷款已结清'],
    materials: ['本人有效身份证件', '原公积金中心名称和个人账号'],
    steps: ['只向转入地中心申请，不用回原城市', '到转入地柜台或全国住房公积金小程序提交', '转出地核对后，余额和利息一并转入'],
    timeLimit: '由两地中心接续办理，可向转入地查询进度',
  }),
  'merge-accounts': guide({
    who: '在本中心有两个以上账户的职工',
    conditions: ['各账户的姓名、证件号码一致', '没有被冻结'],
    materials: ['本人有效身份证件'],
    steps: ['在首页核对名下账户', '预约后到柜台申请合并', '余额并入正在缴存的账户，其余账户注销'],
    timeLimit: '柜台当场受理',
  }),
  'transfer-progress': guide({
    who: '已申请异地转入的职工',
    conditions: ['转出地尚未确认之前可以撤销'],
    materials: ['联系函编号或本人有效身份证件'],
    steps: ['拨打 12329 或到转入地柜台查询', '需要撤销的，在转出地确认之前提出'],
    timeLimit: '当场答复',
  }),
};
