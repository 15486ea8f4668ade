/** A moment as the screens say it, in China. */
const inChina = (instant: string): Date => new Date(Date.parse(instant) + 8 * 3_600_000);

/** `09:30` */
export const clockText = (instant: string): string => inChina(instant).toISOString().slice(11, 16);

/** `11月27日` */
export const dayWords = (instant: string): string => `${inChina(instant).toISOString().slice(5, 7)}月${inChina(instant).toISOString().slice(8, 10)}日`;
