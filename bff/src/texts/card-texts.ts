/** Words about cards to be paid to. */
export const cardTexts = {
  checksum: '卡号没有填对，请核对后重新填写',
  'unknown-bank': '卡号没有填对，或暂不支持这家银行',
  'not-own': '只能使用本人名下的一类账户银行卡',
  inUse: '有正在办理的业务或签约要付到这张卡，暂时不能删除',
} as const;
