import { CASE_STAGES } from '@anju/shared/progress';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { caseSms, caseSubscribeMessage } from './index.ts';

const words = { caseId: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', at: new Date('2026-11-21T07:01:00.000Z') };

describe('what goes out to a person', () => {
  it.each(CASE_STAGES)('fits the limits of WeChat in stage %s for every route, uncut', (stage) => {
    for (const route of WITHDRAWAL_ROUTES) {
      const { fields, page } = caseSubscribeMessage('open-1', 'template-1', { ...words, route, stage });
      expect(Object.values(fields).some((text) => text.includes('…'))).toBe(false);
      expect(fields['time4']).toBe('2026年11月21日 15:01');
      expect(page).toBe(`features/progress/pages/case/index?caseId=${words.caseId}`);
    }
  });

  it('gives an SMS its three parameters, none empty', () => {
    for (const route of WITHDRAWAL_ROUTES) expect(caseSms({ ...words, route, stage: 'paid' }).filter((text) => text !== '')).toHaveLength(3);
  });
});
