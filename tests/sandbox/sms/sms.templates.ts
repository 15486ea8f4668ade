/** An approved text of the account: `{1}`, `{2}` … stand for the parameters. */
export interface SmsTemplate {
  readonly id: string;
  readonly text: string;
  /** Whether a parameter may stand at its place; absent: any text of 1 to 50 characters. */
  readonly accepts?: (value: string, place: number) => boolean;
}

const isShortText = (value: string): boolean => /^[^\r\n]{1,50}$/u.test(value);

/** The two templates of the product: a sign-in code and a step of a case. */
export function approvedTemplates(codeId: string, caseId: string): SmsTemplate[] {
  return [
    { id: codeId, text: '{1}为您的登录验证码，{2}分钟内有效。如非本人操作，请忽略本短信，切勿告诉他人。', accepts: (value) => /^\d{1,6}$/.test(value) },
    { id: caseId, text: '您的{1}（编号{2}）{3}，详情请在安居公积金“进度”中查看。' },
  ];
}

/** How many parameters a template has. */
export function parameterCount(template: SmsTemplate): number {
  return new Set(template.text.match(/\{\d+\}/g) ?? []).size;
}

/** True when the parameters are as many as the template's and each may stand at its place. */
export function parametersFit(template: SmsTemplate, parameters: readonly string[]): boolean {
  const accepts = template.accepts ?? isShortText;
  return parameters.length === parameterCount(template) && parameters.every((value, at) => accepts(value, at + 1));
}

/** The text a phone shows: signature in front, parameters filled in. */
export function smsText(signName: string, template: SmsTemplate, parameters: readonly string[]): string {
  return `【${signName}】${template.text.replace(/\{(\d+)\}/g, (_all, place: string) => parameters[Number(place) - 1] ?? '')}`;
}

/** Pieces a text is billed as: up to 70 characters one, then 67 each. */
export function billedPieces(text: string): number {
  const length = [...text].length;
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
