import type { PolicySource } from '../../policy-pack.ts';

// Apart from the regulation, so that a pack that names a notice does not carry the regulation's texts to the phone.

/** 建金〔2015〕19号, the rule of three months for rent. */
export const rentNotice: PolicySource = {
  id: 'national/rent-notice-2015',
  title: '住房城乡建设部、财政部、人民银行《关于放宽提取住房公积金支付房租条件的通知》（建金〔2015〕19号）',
  url: null,
  date: null,
  seenOn: '2026-09-01',
  confidence: 'medium',
};
/** The legal retirement ages, computed by retirementOf. */
export const retirementSource: PolicySource = {
  id: 'national/retirement-2025',
  title: '《国务院关于渐进式延迟法定退休年龄的办法》（国发〔2024〕18号，2025年1月1日起施行）',
  url: null,
  date: '2024-09-13',
  seenOn: '2026-09-01',
  confidence: 'high',
};
/** What centres commonly ask of a withdrawal; beside a centre's own word only. */
export const withdrawalPattern: PolicySource = {
  id: 'national/withdrawal-pattern',
  title: '各地公积金提取事项的常见条件（公开办事指南汇总）',
  url: null,
  date: null,
  seenOn: '2026-09-01',
  confidence: 'medium',
};
