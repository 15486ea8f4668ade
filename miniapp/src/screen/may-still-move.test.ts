import { CASE_STAGES } from '@anju/shared/progress';
import { mayStillMove } from './may-still-move.ts';

it('only what was refused or taken back stays as it is; paid money may come back', () => {
  expect(CASE_STAGES.filter((stage) => !mayStillMove(stage))).toEqual(['refused', 'cancelled']);
});
