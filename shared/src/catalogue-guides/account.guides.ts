import { guide } from './guide.ts';
import type { Guides } from './guide.ts';

/** 账户. */
export const accountGuides: Guides = {
  'real-name': guide({
    who: '在本中心有账户的人',
    conditions: ['姓名、证件号码与中心登记一致', '港澳台居民居住证、护照等不能在线核验的，凭柜台办理码'],
    materials: ['居民身份证、港澳台居民居住证、外国人永久居留身份证或护照'],
    steps: ['登录后阅读并同意隐私说明', '填写姓名和证件号码', '办理提取等业务时再刷脸确认；不能刷脸的使用柜台办理码'],
    timeLimit: '即时核验',
  }),
  'mobile-change': guide({
    who: '中心登记的手机号已不再使用的职工',
    conditions: ['新手机号由本人使用'],
    materials: ['本人有效身份证件'],
    steps: ['预约后到柜台变更', '变更后回到本应用重新登录'],
    timeLimit: '柜台当场办结',
  }),
  'bank-card': guide({
    who: '账户本人',
    conditions: ['必须是本人名下的一类借记卡，不能是信用卡'],
    materials: ['不需要材料，填卡号即可'],
    steps: ['刷脸确认是本人', '填银行卡号，中心当场核对是不是本人名下的一类卡', '核对一致马上可以收款；不再用的可以移除'],
    timeLimit: '当场办结',
  }),
  'withdrawal-lock': guide({
    who: '想防止他人冒名提取的职工',
    conditions: ['账户正常或封存'],
    materials: ['本人有效身份证件'],
    steps: ['发现不是本人的操作，立即拨打 12329', '在“我的设备”里退出不认识的设备', '到柜台申请暂停网上提取'],
    timeLimit: '柜台当场办结',
  }),
  authorisation: guide({
    who: '需要配偶或协助人帮助办理的职工',
    conditions: ['授权由本人作出，可以随时收回'],
    materials: ['双方有效身份证件', '婚姻或亲属关系证明'],
    steps: ['与被授权人一同到柜台签署授权书', '涉及继承、出境等事项须公证的，先办公证'],
    timeLimit: '柜台当场办结',
  }),
};
