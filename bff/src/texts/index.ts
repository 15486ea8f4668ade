export { caseSms, caseSubscribeMessage } from './case-messages.ts';
export type { CaseWords } from './case-messages.ts';
export { matterTitle, stageHint, stageWord, TEMPLATE_TITLE } from './case-texts.ts';
export { loanCaseTexts } from './loan-case-texts.ts';
export { receiptMoment, receiptTexts } from './receipt-texts.ts';
export { archiveTexts } from './archive-texts.ts';
export { policyTexts } from './policy-texts.ts';
export { KNOWN_SOURCES, knownTexts, submissionTexts } from './form-texts.ts';
