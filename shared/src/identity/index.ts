export { bankCardWithCheck, isBankCardNumber } from './bank-card.ts';
export { creditCodeWithChecks, isCreditCode } from './credit-code.ts';
export { checkDocument, ID_TYPES } from './document.ts';
export type { IdType } from './document.ts';
export { maskCard, maskIdNumber, maskMobile, maskName } from './masks.ts';
export { isMobile } from './mobile.ts';
export { isPersonName, normaliseName } from './person-name.ts';
export { checkResidentId, residentIdWithCheck, upgradeResidentId } from './resident-id.ts';
export type { CheckedDocument, DocumentCheck, DocumentRule, RefusedDocument, Sex } from './resident-id.ts';
