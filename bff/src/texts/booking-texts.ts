/** Why a wish for a booked time is not as it must be. */
export const bookingTexts = {
  caseMissing: '请从贷款的办理进度里预约面签。',
  caseOfCounter: '到柜台办提取还没有业务号，不用填。',
  routeMissing: '请先选要到柜台办的提取业务。',
  routeOfSigning: '预约面签不用选提取业务。',
  routeOnline: '这项提取在手机上就能办，不用预约柜台。',
  routeNotOffered: '本中心暂不办理这项提取，请拨打 12329 咨询。',
} as const;
