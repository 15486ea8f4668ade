/** Words for a centre whose rules nobody has. */
export const policyTexts = {
  centreUnknown: '暂无该城市的政策',
} as const;
