/** What the pieces of the look say by themselves. */
export const pieceTexts = {
  unknown: '暂未取得',
  yuan: '元',
  hidden: '金额已隐藏',
  masked: '已隐去一部分',
  loading: '正在加载',
  back: '返回',
  close: '关闭',
  choose: '请选择',
  notChosen: '未选择',
  on: '开',
  off: '关',
  noSuchDay: '没有这一天，请核对年、月、日',
  eightDigits: '八位数字，例如 19900101',
  day: (year: string, month: string, day: string) => `${year}年${month}月${day}日`,
  progress: '办理进度',
  steps: { done: '已完成', current: '正在办理', ahead: '尚未开始', stopped: '已停止' },
  photo: '照片',
} as const;

/** The name over everything. */
export const appTexts = {
  name: '安居公积金',
  titled: (title: string) => (title === '' ? '安居公积金' : `${title} · 安居公积金`),
  share: '安居公积金：查余额、办提取、算贷款',
} as const;
