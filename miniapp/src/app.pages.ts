/**
 * The pages of each feature, one WeChat sub-package a feature. A page is listed here once its file exists:
 * `{ root: 'features/loan', pages: ['calculator/index'] }`.
 */
export const featurePages: { root: string; pages: string[] }[] = [];
