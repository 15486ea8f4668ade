import { chinaDateOf } from '@anju/shared/calendar';
import { now } from '../../api/api.ts';

/** Today in China: by the phone or by when the account was asked, whichever is later. Only keeps days that lie ahead out of the form. */
export const todayOf = (asOf: string): string => {
  const days = [chinaDateOf(now()), chinaDateOf(Date.parse(asOf))];
  return days[0] !== undefined && days[1] !== undefined && days[0] > days[1] ? days[0] : (days[1] ?? '');
};
