import type { CaseMatter, CaseOrigin, CaseRole } from '@anju/shared/contract';
import { chinaDateTimeParts } from '@anju/shared/calendar';
import type { CaseStage } from '@anju/shared/progress';
import { SubscribeMessage } from '../wechat/index.ts';
import { matterTitle, stageHint, stageWord } from './case-texts.ts';

export interface CaseWords {
  readonly caseId: string;
  readonly number: string;
  readonly route: CaseMatter;
  readonly stage: CaseStage;
  /** As whom the person is told; absent: as the applicant. */
  readonly role?: CaseRole;
  /** Who made the case, when it was not the person here. */
  readonly origin?: CaseOrigin | null;
  readonly at: Date;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026年11月21日 15:01`, as the template's field `time` demands. */
function chineseMoment(at: Date): string {
  const { date, hour, minute } = chinaDateTimeParts(at);
  const [year, month, day] = date.split('-');
  return `${year}年${month}月${day}日 ${two(hour)}:${two(minute)}`;
}

/** The one subscription message of a case; a tap opens its timeline. */
export function caseSubscribeMessage(openId: string, templateId: string, words: CaseWords): SubscribeMessage {
  return SubscribeMessage.to(openId, templateId)
    .opening(`features/progress/pages/case/index?caseId=${words.caseId}`)
    .with('thing1', matterTitle(words.route))
    .with('character_string2', words.number)
    .with('phrase3', stageWord(words.stage, words.route, words.origin))
    .with('time4', chineseMoment(words.at))
    .with('thing5', stageHint(words.stage, words.route, words.role, words.origin));
}

/** The three parameters of the SMS template: what, number, state. */
export function caseSms(words: CaseWords): readonly string[] {
  return [matterTitle(words.route), words.number, stageWord(words.stage, words.route, words.origin)];
}
