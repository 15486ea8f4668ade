/** Consent, in words a person can judge. */
export const privacyTexts = {
  gateTitle: '使用前请您确认',
  gate: '为了核对您的公积金账户，我们需要使用您的手机号；上传材料时使用您选中的照片。只在您点按时使用，不用于其他用途。不同意也可以继续看政策、办事指南和贷款测算。',
  contract: '阅读《用户隐私保护指引》',
  agree: '同意并继续',
  refuse: '暂不同意',
  /** The version that a person agrees to; changes with the text. */
  consentVersion: '2026-11-01',
} as const;
